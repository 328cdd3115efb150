-- Persons of one snapshot from day to day, by pseudonym; dates as text, '' while a stretch still runs.
-- $1: stretches.parquet, $2: persons.parquet
select
  persons.pseudonym as person,
  stretches.service,
  cast(stretches.from_date as varchar) as "from",
  coalesce(cast(stretches.to_date as varchar), '') as "to",
  persons.person is not null as "isSound"
from read_parquet($1) as stretches
left join read_parquet($2) as persons on persons.person = stretches.person
order by stretches.row
