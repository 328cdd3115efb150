-- Whether a snapshot holds what was imported: its records counted and added by year, each of an object and, where it
-- names anyone, of a person of the file.
-- $1: records.parquet, $2: objects.parquet, $3: persons.parquet
select
  records.year, count(*)::integer as rows, sum(records.parts)::hugeint as sum,
  bool_and(
    objects.object is not null
    and records.month between 0 and 12
    and (records.person is null or persons.person is not null)
  ) as "isSound"
from read_parquet($1) as records
left join read_parquet($2) as objects on objects.object = records.object
left join read_parquet($3) as persons on persons.person = records.person
group by records.year
