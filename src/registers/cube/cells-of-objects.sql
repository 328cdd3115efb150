-- How many cells each object has, and the largest quantity of each state.
select
  object, count(*)::integer as cells,
  max(granted)::hugeint as granted, max(planned)::hugeint as planned, max(delivered)::hugeint as delivered
from cube_cells
group by object
order by object
