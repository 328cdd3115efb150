-- What each object has in each month.
create temp table checked_object_months as
select object, period, sum(parts)::bigint as parts, count(*) as records, min(place) as place
from checked_records
group by object, period
