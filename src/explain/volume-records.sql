-- The activity records of one cost object in a month of one snapshot, the largest first.
select record.row, record.person, record.parts
from read_parquet($records) as record
where record.object = (
    select object
    from read_parquet($objects)
    where service = $service and unit = $unit and level = $level
  )
  and record.year = $year
  and record.month = $month
order by record.parts desc, record.row
limit 19
