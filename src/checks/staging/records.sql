-- The records of one snapshot in the periods that are asked about, with objects and persons as they are numbered in
-- all files together.
-- $1: records.parquet, $2: persons.parquet, $3: number of the file, $4, $5: first and last period
insert into checked_records
select
  $3::integer, $3::bigint * 4294967296 + records.row,
  numbered.number, known.person, records.year * 100 + records.month, records.date, records.parts
from read_parquet($1) as records
join checked_object_numbers as numbered on numbered.file = $3 and numbered.object = records.object
left join read_parquet($2) as persons on persons.person = records.person
left join checked_persons as known on known.pseudonym = persons.pseudonym
where records.year * 100 + records.month between $4 and $5
