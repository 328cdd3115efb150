-- What each cost object of one snapshot holds in each month: records counted and added, parts of the measure; and
-- whether every one of them is what a reader writes: an object of the file, a month, more than nothing.
-- $1: records.parquet, $2: objects.parquet
with by_object as (
  select object, year, month, count(*) as rows, sum(parts) as parts, min(parts) as least
  from read_parquet($1)
  group by object, year, month
)
select
  objects.service, objects.unit, objects.level, by_object.year, by_object.month,
  by_object.rows::integer as rows,
  by_object.parts::hugeint as sum,
  objects.object is not null and by_object.month between 0 and 12 and by_object.least > 0 as "isSound"
from by_object
left join read_parquet($2) as objects on objects.object = by_object.object
