-- All cells in order, their quantities (whole, below 2^53) as doubles.
select person, month, granted::double, planned::double, delivered::double
from cube_cells
order by object, person, month
