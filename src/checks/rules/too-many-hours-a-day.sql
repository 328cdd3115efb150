-- Persons who were given more hours on a day than the day has, over all services counted in hours.
with busy_months as (
  select months.person, months.period
  from checked_person_months as months
  join checked_objects as objects on objects.object = months.object
  where objects.measure = 'hour' and objects.state = 'delivered'
  group by months.person, months.period
  having sum(months.parts) > 24 * 36000
),
person_days as (
  select records.person, records.period, records.date, sum(records.parts) as parts, min(records.place) as place
  from checked_records as records
  join busy_months on busy_months.person = records.person and busy_months.period = records.period
  join checked_objects as objects on objects.object = records.object
  where objects.measure = 'hour' and objects.state = 'delivered'
    and records.date is not null
  group by records.person, records.period, records.date
)
select
  period, count(*) as days, max(parts)::bigint as most,
  sum(parts - 24 * 36000)::bigint as parts, min(place) as place
from person_days
where parts > 24 * 36000
group by period
order by period
