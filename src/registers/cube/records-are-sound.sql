-- Whether a snapshot holds what a reader writes: its records counted and added by year, each of an object and, where it
-- names anyone, of a person of the file, in a month, more than nothing.
-- $1: records.parquet, $2: objects.parquet, $3: persons.parquet
with by_person as (
  select object, person, year, count(*) as rows, sum(parts) as parts, min(parts) as least,
    min(month) as first_month, max(month) as last_month
  from read_parquet($1)
  group by object, person, year
)
select
  by_person.year, sum(by_person.rows)::integer as rows, sum(by_person.parts)::hugeint as sum,
  bool_and(
    objects.object is not null
    and (by_person.person is null or persons.person is not null)
    and by_person.first_month >= 0 and by_person.last_month <= 12 and by_person.least > 0
  ) as "isSound"
from by_person
left join read_parquet($2) as objects on objects.object = by_person.object
left join read_parquet($3) as persons on persons.person = by_person.person
group by by_person.year
