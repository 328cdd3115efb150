-- What was done of each service at each unit, month by month, where records have no dates.
select
  objects.state, objects.service, objects.unit, objects.measure, records.period,
  sum(records.parts)::bigint as parts
from checked_records as records
join checked_objects as objects on objects.object = records.object
join checked_calendar as calendar on calendar.period = records.period and calendar.days < 32
where records.date is null
group by objects.state, objects.service, objects.unit, objects.measure, records.period
order by objects.state, objects.service, objects.unit, records.period
