-- What each person has of each object in each period, all files together; what names nobody stands as person 0.
create temp table quantity_months as
select object, person, period, sum(parts) as parts
from quantity_files
group by object, person, period;
drop table quantity_files
