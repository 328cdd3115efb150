-- The people of one snapshot, by pseudonym.
-- $1: people.parquet, $2: persons.parquet
select
  persons.pseudonym as person,
  coalesce(people.birth_year, 0) as "birthYear",
  people.sex,
  people.district,
  persons.person is not null as "isSound"
from read_parquet($1) as people
left join read_parquet($2) as persons on persons.person = people.person
order by person
