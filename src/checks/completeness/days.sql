-- What was done of each service at each unit, day by day; days counted from 1970-01-01.
select
  objects.state, objects.service, objects.unit, objects.measure,
  records.date - date '1970-01-01' as day,
  sum(records.parts)::bigint as parts
from checked_records as records
join checked_objects as objects on objects.object = records.object
where records.date is not null
group by objects.state, objects.service, objects.unit, objects.measure, records.date
order by objects.state, objects.service, objects.unit, records.date
