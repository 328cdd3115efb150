-- What each object has in each month, and the first and last file that it stands in.
create temp table checked_object_months as
select object, period, sum(parts)::bigint as parts, count(*) as records, min(place) as place,
  min(file) as first_file, max(file) as last_file
from checked_records
group by object, period
