-- The objects of one snapshot. $1: objects.parquet
select object, service, unit, level
from read_parquet($1)
order by object
