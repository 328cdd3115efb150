-- The places of one snapshot, stretch by stretch; dates as days since 1970, a stretch that still runs without an end.
-- $1: capacity.parquet
select
  unit, places, closed,
  date_diff('day', date '1970-01-01', from_date)::integer as "from",
  date_diff('day', date '1970-01-01', to_date)::integer as "to"
from read_parquet($1)
order by row
