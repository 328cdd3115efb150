-- Quantities of a year by state, unit, service, level and month, and of how many persons.
-- $1: the period that is the whole year, $2: the last period
select
  objects.state, objects.unit, objects.service, objects.level,
  (months.period - $1)::integer as month,
  sum(months.parts)::hugeint as parts,
  sum(case when months.person > 0 then 1 else 0 end)::integer as users
from quantity_months as months
join quantity_objects as objects on objects.object = months.object
where months.period between $1 and $2
group by objects.state, objects.unit, objects.service, objects.level, months.period
