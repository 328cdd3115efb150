-- The records of one snapshot in a year by object, person and month, with objects and persons as they are numbered in
-- all files; 0 is nobody.
-- $1: records.parquet, $2: persons.parquet, $3: number of the file, $4: its state, $5: year
insert into cube_records
with numbers as (
  select persons.person, known.person as number
  from read_parquet($2) as persons
  join cube_persons as known on known.pseudonym = persons.pseudonym
),
by_person as (
  select object, person, month, sum(parts)::bigint as parts
  from read_parquet($1)
  where year = $5
  group by object, person, month
)
select $4::varchar, numbered.number, coalesce(numbers.number, 0), by_person.month, by_person.parts
from by_person
join cube_object_numbers as numbered on numbered.file = $3 and numbered.object = by_person.object
left join numbers on numbers.person = by_person.person
