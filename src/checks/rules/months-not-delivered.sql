-- Months in which a service of a unit has no records, though it has some in other months of the year.
with held as (
  select objects.state, objects.service, objects.unit, months.period, count(*) as objects
  from checked_object_months as months
  join checked_objects as objects on objects.object = months.object
  join checked_calendar as calendar on calendar.period = months.period
  where calendar.days < 32
  group by objects.state, objects.service, objects.unit, months.period
),
places as (
  select state, service, unit from held group by state, service, unit
),
states as (
  select state, period from held group by state, period
)
select
  places.state, places.service, places.unit, calendar.period,
  case when states.period is null then 0 else 1 end as is_elsewhere
from places
join checked_calendar as calendar on calendar.days < 32
left join held
  on held.state = places.state and held.service = places.service and held.unit = places.unit
  and held.period = calendar.period
left join states on states.state = places.state and states.period = calendar.period
where held.period is null
order by places.state, places.service, places.unit, calendar.period
