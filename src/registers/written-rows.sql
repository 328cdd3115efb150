-- How many rows a written table holds; a file that is cut off cannot be read at all.
-- $1: the Parquet file
select count(*)::integer as rows
from read_parquet($1)
