-- Months in which a person was granted a service and was given nothing of it, where others were given it that month.
with delivered_months as (
  select service, period
  from checked_person_services
  where state = 'delivered'
  group by service, period
)
select
  granted.service, granted.measure, count(distinct granted.person) as persons, count(*) as months,
  sum(granted.parts)::bigint as parts, min(granted.place) as place
from checked_person_services as granted
join delivered_months on delivered_months.service = granted.service and delivered_months.period = granted.period
left join checked_person_services as given
  on given.state = 'delivered' and given.person = granted.person and given.service = granted.service
  and given.period = granted.period
where granted.state = 'granted' and given.person is null
group by granted.service, granted.measure
order by granted.service
