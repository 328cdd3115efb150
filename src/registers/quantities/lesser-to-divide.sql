-- What was given at several units or levels, more than was granted together: the lesser is to be divided over them. A
-- share is numbered by whose it is, and says nothing more of the person.
-- $1: the period that is the whole year
with shares as (
  select
    sides.person, sides.holder, objects.unit, objects.service, objects.level, sides.period,
    sides.granted as lesser, months.parts
  from quantity_sides as sides
  join quantity_months as months on months.person = sides.person and months.period = sides.period
  join quantity_objects as objects
    on objects.object = months.object and objects.state = 'delivered' and objects.service = sides.service
  where sides.places > 1 and sides.delivered > sides.granted
    and (sides.person > 0 or objects.unit = sides.holder)
)
select
  dense_rank() over (order by person, holder, service, period)::integer as whole,
  case when person > 0 then 1 else 0 end as users,
  unit, service, level, (period - $1)::integer as month,
  lesser::hugeint as total, parts::hugeint as weight
from shares
