-- What each person got of each cost object of one snapshot in each month of a year, added to the table of all snapshots.
-- $1: records.parquet, $2: objects.parquet, $3: persons.parquet, $4: state, $5: year
insert into user_records
with by_person as (
  select object, person, month, sum(parts) as parts
  from read_parquet($1)
  where year = $5
  group by object, person, month
)
select
  objects.service, objects.unit, objects.level,
  coalesce(persons.pseudonym, '') as person,
  by_person.month, $4 as state, by_person.parts
from by_person
join read_parquet($2) as objects on objects.object = by_person.object
left join read_parquet($3) as persons on persons.person = by_person.person
