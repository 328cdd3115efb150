-- Persons with more days of a service in a month than the month has, over all units and levels.
with person_days as (
  select
    months.person, objects.state, objects.service, months.period,
    sum(months.parts) as parts, min(months.place) as place
  from checked_person_months as months
  join checked_objects as objects on objects.object = months.object
  where objects.measure = 'day'
  group by months.person, objects.state, objects.service, months.period
)
select
  person_days.state, person_days.service, person_days.period, calendar.days,
  count(*) as persons,
  max(person_days.parts)::bigint as most,
  sum(person_days.parts - calendar.days * 1000)::bigint as parts,
  min(person_days.place) as place
from person_days
join checked_calendar as calendar on calendar.period = person_days.period
where person_days.parts > calendar.days * 1000
group by person_days.state, person_days.service, person_days.period, calendar.days
order by person_days.state, person_days.service, person_days.period
