-- What each person has of each service in each month, all units and levels together, granted and delivered apart.
create temp view checked_person_services as
select
  months.person, objects.state, objects.service, objects.measure, months.period,
  sum(months.parts)::bigint as parts, min(months.place) as place
from checked_person_months as months
join checked_objects as objects on objects.object = months.object
group by months.person, objects.state, objects.service, objects.measure, months.period
