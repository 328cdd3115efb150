-- Where persons who were away had the service: in that month, or the last one before it, back to the month before they
-- left; given before granted where both are there.
with places as (
  select
    absences.number, absences.days, objects.unit, objects.service, objects.level,
    absences.month, sum(months.parts) as parts,
    months.period * 2 + case when objects.state = 'delivered' then 1 else 0 end as nearness
  from quantity_absences as absences
  join quantity_persons as persons on persons.pseudonym = absences.pseudonym
  join quantity_months as months
    on months.person = persons.person and months.period between absences.first_period and absences.period
  join quantity_objects as objects
    on objects.object = months.object and objects.service = absences.service
    and objects.state in ('granted', 'delivered')
  group by absences.number, absences.days, objects.unit, objects.service, objects.level, absences.month,
    months.period, objects.state
),
nearest as (
  select number, max(nearness) as nearness
  from places
  group by number
)
select
  places.number as whole, 1 as users, places.unit, places.service, places.level, places.month,
  (places.days * 1000)::hugeint as total, places.parts::hugeint as weight
from places
join nearest on nearest.number = places.number and nearest.nearness = places.nearness
