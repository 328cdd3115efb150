-- How much one cost object was given in a month of one snapshot, in parts, and by how many records.
select count(*) as records, coalesce(sum(record.parts), 0) as parts
from read_parquet($records) as record
where record.object = (
    select object
    from read_parquet($objects)
    where service = $service and unit = $unit and level = $level
  )
  and record.year = $year
  and record.month = $month
