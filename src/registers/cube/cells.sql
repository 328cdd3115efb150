-- The cells: records of all files added up, a state a column.
create temp table cube_cells as
select
  object, person, month,
  sum(case when state = 'granted' then parts else 0 end) as granted,
  sum(case when state = 'planned' then parts else 0 end) as planned,
  sum(case when state = 'delivered' then parts else 0 end) as delivered
from cube_records
group by object, person, month;
drop table cube_records
