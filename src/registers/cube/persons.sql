-- Everybody whom any file names, numbered from 1 in order of pseudonym; 0 is nobody.
create temp table cube_persons as
select pseudonym, (row_number() over (order by pseudonym))::integer as person
from (select distinct pseudonym from cube_pseudonyms);
drop table cube_pseudonyms
