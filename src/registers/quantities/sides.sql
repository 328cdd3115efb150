-- What each person was granted and given of each service in each period of a year, all units and levels together; of
-- what names nobody, what each unit was granted and gave. Only where there is both.
-- $1: the period that is the whole year, $2: the last period
create temp table quantity_sides as
select
  months.person, objects.service, months.period,
  case when months.person > 0 then '' else objects.unit end as holder,
  sum(case when objects.state = 'granted' then months.parts else 0 end) as granted,
  sum(case when objects.state = 'delivered' then months.parts else 0 end) as delivered,
  sum(case when objects.state = 'delivered' then 1 else 0 end) as places
from quantity_months as months
join quantity_objects as objects on objects.object = months.object
where months.period between $1 and $2
group by months.person, objects.service, months.period, holder
having granted > 0 and delivered > 0
