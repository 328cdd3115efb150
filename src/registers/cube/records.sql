-- The records of one snapshot by object, person and month, with objects and persons as they are numbered in all files;
-- and whether they are what a reader writes: of an object and, where they name anyone, a person of the file, in a month,
-- more than nothing.
-- $1: records.parquet, $2: persons.parquet, $3: number of the file, $4: its state
insert into cube_records
with by_person as (
  select object, person, year, month, sum(parts) as parts, count(*) as rows, min(parts) as least
  from read_parquet($1)
  group by object, person, year, month
)
select
  $3::integer, $4::varchar, numbered.number, coalesce(known.person, 0), by_person.year, by_person.month,
  by_person.parts, by_person.rows,
  numbered.number is not null and (by_person.person is null or known.person is not null)
    and by_person.month between 0 and 12 and by_person.least > 0
from by_person
left join cube_object_numbers as numbered on numbered.file = $3 and numbered.object = by_person.object
left join read_parquet($2) as persons on persons.person = by_person.person
left join cube_persons as known on known.pseudonym = persons.pseudonym
