-- What each person has of each object in each month.
create temp table checked_person_months as
select person, object, period, sum(parts)::bigint as parts, count(*) as records, min(place) as place
from checked_records
where person is not null
group by person, object, period
