-- The last day of a year, up to a month of it, that one snapshot has a record of; null where its records have no days.
-- $1: records.parquet, $2: the year, $3: the month
select cast(max(date) as varchar) as "lastDay"
from read_parquet($1)
where year = $2 and month between 1 and $3
