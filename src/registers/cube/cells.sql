-- The cells of a year. $1: year
create temp table cube_cells as
select
  object, person, month,
  sum(case when state = 'granted' then parts else 0 end) as granted,
  sum(case when state = 'planned' then parts else 0 end) as planned,
  sum(case when state = 'delivered' then parts else 0 end) as delivered
from cube_records
where year = $1
group by object, person, month
