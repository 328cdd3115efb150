-- What one snapshot grants each person by object and month, in parts of the measure.
-- $1: records.parquet, $2: objects.parquet, $3: persons.parquet
with by_person as (
  select person, object, year, month, sum(parts) as parts, count(*) as rows
  from read_parquet($1)
  group by person, object, year, month
)
select
  coalesce(persons.pseudonym, '') as person,
  objects.service, objects.unit, objects.level,
  by_person.year, by_person.month,
  by_person.parts::hugeint as parts,
  by_person.rows::integer as rows,
  objects.object is not null and (persons.person is not null or by_person.person is null) as "isSound"
from by_person
left join read_parquet($2) as objects on objects.object = by_person.object
left join read_parquet($3) as persons on persons.person = by_person.person
