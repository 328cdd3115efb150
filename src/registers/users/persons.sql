-- Everybody whom the records name, in order of pseudonym, numbered from 0; '' stands for records that name nobody.
create temp table user_persons as
select person, (row_number() over (order by person) - 1)::integer as number
from (select distinct person from user_records)
