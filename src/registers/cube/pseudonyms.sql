-- $1: persons.parquet
insert into cube_pseudonyms
select pseudonym
from read_parquet($1)
