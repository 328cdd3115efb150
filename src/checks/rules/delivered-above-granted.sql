-- Months in which a person was given more of a service than was granted.
select
  given.service, given.measure, count(distinct given.person) as persons, count(*) as months,
  sum(given.parts - granted.parts)::bigint as parts, min(given.place) as place
from checked_person_services as given
join checked_person_services as granted
  on granted.state = 'granted' and granted.person = given.person and granted.service = given.service
  and granted.period = given.period
where given.state = 'delivered' and given.parts > granted.parts
group by given.service, given.measure
order by given.service
