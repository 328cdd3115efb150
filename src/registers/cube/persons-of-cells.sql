-- Persons who have a cell; 0 is nobody.
select cells.person, coalesce(persons.pseudonym, '') as pseudonym
from (select distinct person from cube_cells) as cells
left join cube_persons as persons on persons.person = cells.person
order by cells.person
