-- Months in which a person was given a service that nothing was granted of; only services that have grants at all,
-- in the register, to persons. A grant of the whole year (month 0) counts in every month.
with person_services as (
  select
    months.person, objects.state, objects.service, objects.unit, objects.measure, months.period,
    months.parts, months.place
  from checked_person_months as months
  join checked_objects as objects on objects.object = months.object
),
granted as (
  select person, service, period
  from person_services
  where state = 'granted'
  group by person, service, period
),
granted_services as (
  select service from granted group by service
)
select
  given.service, given.unit, given.measure,
  count(distinct given.person) as persons, count(*) as months,
  sum(given.parts)::bigint as parts, min(given.place) as place
from person_services as given
join granted_services on granted_services.service = given.service
left join granted as that_month
  on that_month.person = given.person and that_month.service = given.service
  and that_month.period = given.period
left join granted as that_year
  on that_year.person = given.person and that_year.service = given.service
  and that_year.period = $1
where given.state = 'delivered' and that_month.person is null and that_year.person is null
group by given.service, given.unit, given.measure
order by given.service, given.unit
