select period from checked_object_months group by period order by period
