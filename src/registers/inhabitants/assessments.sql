-- The assessments of one snapshot, by pseudonym; dates as text, '' where an assessment still holds.
-- $1: assessments.parquet, $2: persons.parquet
select
  persons.pseudonym as person,
  cast(assessments.from_date as varchar) as "from",
  coalesce(cast(assessments.to_date as varchar), '') as "to",
  assessments.instrument,
  assessments.weight_num as "weightNum",
  assessments.weight_den as "weightDen",
  persons.person is not null as "isSound"
from read_parquet($1) as assessments
left join read_parquet($2) as persons on persons.person = assessments.person
order by person, "from"
