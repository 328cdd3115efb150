-- Persons who were given more hours on a day than the day has, over all services counted in hours.
with person_days as (
  select records.person, records.period, records.date, sum(records.parts) as parts, min(records.place) as place
  from checked_records as records
  join checked_objects as objects on objects.object = records.object
  where objects.measure = 'hour' and objects.state = 'delivered'
    and records.person is not null and records.date is not null
  group by records.person, records.period, records.date
)
select
  period, count(*) as days, max(parts)::bigint as most,
  sum(parts - 24 * 36000)::bigint as parts, min(place) as place
from person_days
where parts > 24 * 36000
group by period
order by period
