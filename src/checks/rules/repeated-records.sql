-- Records of one month that stand in the register more than twice: the same person, object, date and quantity. Two
-- equal visits a day occur, so the third and those after it count.
-- $1: period
with repeated as (
  select object, person, date, parts, count(*) - 2 as excess, max(place) as place
  from checked_records
  where period = $1 and person is not null
  group by object, person, date, parts
  having count(*) > 2
)
select
  objects.state, objects.service, objects.unit, objects.measure,
  sum(repeated.excess)::bigint as records, sum(repeated.excess * repeated.parts)::bigint as parts,
  min(repeated.place) as place
from repeated
join checked_objects as objects on objects.object = repeated.object
group by objects.state, objects.service, objects.unit, objects.measure
order by objects.state, objects.service, objects.unit
