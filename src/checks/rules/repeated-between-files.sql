-- Pairs of files that hold the same records of one month: at least half of the smaller file's records of the month,
-- and at least ten. Only of objects that stand in several files that month. Equal records count as often as they stand in both.
-- $1: period
with in_several_files as (
  select object
  from checked_object_months
  where period = $1 and first_file <> last_file
),
of_files as (
  select
    records.file, records.object, records.person, records.date, records.parts,
    count(*) as records, min(records.place) as place
  from checked_records as records
  join in_several_files on in_several_files.object = records.object
  where records.period = $1 and records.person is not null
  group by records.file, records.object, records.person, records.date, records.parts
),
file_sizes as (
  select objects.state, of_files.file, sum(of_files.records) as records
  from of_files
  join checked_objects as objects on objects.object = of_files.object
  group by objects.state, of_files.file
),
shared as (
  select
    objects.state, objects.service, objects.measure, one.file, other.file as other_file,
    min(one.place) as first_place,
    sum(least(one.records, other.records)) as records,
    sum(least(one.records, other.records) * one.parts) as parts,
    min(other.place) as place
  from of_files as one
  join of_files as other
    on other.object = one.object and other.person = one.person and other.parts = one.parts
    and (other.date = one.date or (other.date is null and one.date is null)) and other.file > one.file
  join checked_objects as objects on objects.object = one.object
  group by objects.state, objects.service, objects.measure, one.file, other.file
),
shared_files as (
  select state, file, other_file, sum(records) as records
  from shared
  group by state, file, other_file
)
select
  shared.state, shared.service, shared.measure, shared.first_place,
  shared.records::bigint as records, shared.parts::bigint as parts, shared.place
from shared
join shared_files as pair
  on pair.state = shared.state and pair.file = shared.file and pair.other_file = shared.other_file
join file_sizes as one on one.state = shared.state and one.file = shared.file
join file_sizes as other on other.state = shared.state and other.file = shared.other_file
where pair.records >= 10 and (2 * pair.records >= one.records or 2 * pair.records >= other.records)
order by shared.state, shared.file, shared.other_file, shared.service
