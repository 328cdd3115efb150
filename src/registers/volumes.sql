-- What each cost object of one snapshot holds in each month of a year: records counted and added, parts of the measure.
-- $1: records.parquet, $2: objects.parquet, $3: the year
with by_object as (
  select object, month, count(*) as rows, sum(parts) as parts
  from read_parquet($1)
  where year = $3
  group by object, month
)
select
  objects.service, objects.unit, objects.level, by_object.month,
  by_object.rows::integer as rows,
  by_object.parts::hugeint as parts
from by_object
join read_parquet($2) as objects on objects.object = by_object.object
