-- The lesser of granted and delivered, where it was delivered, as far as nothing needs dividing: everything was at one
-- unit and level, or no more was given than granted.
-- $1: the period that is the whole year
select
  objects.unit, objects.service, objects.level,
  (sides.period - $1)::integer as month,
  sum(case when sides.places = 1 then least(sides.granted, sides.delivered) else months.parts end)::hugeint as parts,
  sum(case when sides.person > 0 then 1 else 0 end)::integer as users
from quantity_sides as sides
join quantity_months as months on months.person = sides.person and months.period = sides.period
join quantity_objects as objects
  on objects.object = months.object and objects.state = 'delivered' and objects.service = sides.service
where (sides.places = 1 or sides.delivered <= sides.granted)
  and (sides.person > 0 or objects.unit = sides.holder)
group by objects.unit, objects.service, objects.level, sides.period
