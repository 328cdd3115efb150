-- What a file's canonical records hold of each service, in parts of the measure.
-- $1: the select that gives the records, $2: the select that gives their objects
with by_object as (
  select object, sum(parts) as parts
  from query($1)
  group by object
)
select objects.service, sum(by_object.parts)::hugeint as parts
from by_object
join query($2) as objects on objects.object = by_object.object
group by objects.service
order by objects.service
