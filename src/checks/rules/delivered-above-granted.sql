-- Months in which a person was given more of a service than was granted.
with person_services as (
  select
    months.person, objects.state, objects.service, objects.measure, months.period,
    sum(months.parts)::bigint as parts, min(months.place) as place
  from checked_person_months as months
  join checked_objects as objects on objects.object = months.object
  group by months.person, objects.state, objects.service, objects.measure, months.period
)
select
  given.service, given.measure, count(distinct given.person) as persons, count(*) as months,
  sum(given.parts - granted.parts)::bigint as parts, min(given.place) as place
from person_services as given
join person_services as granted
  on granted.state = 'granted' and granted.person = given.person and granted.service = given.service
  and granted.period = given.period
where given.state = 'delivered' and given.parts > granted.parts
group by given.service, given.measure
order by given.service
