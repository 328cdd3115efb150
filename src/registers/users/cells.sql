-- The records of all snapshots as cells of person, object and month, by their numbers; a state a column.
select
  user_objects.object, user_persons.number as person, user_records.month,
  sum(parts) filter (where state = 'granted')::double as granted,
  sum(parts) filter (where state = 'planned')::double as planned,
  sum(parts) filter (where state = 'delivered')::double as delivered
from user_records
join user_objects using (service, unit, level)
join user_persons using (person)
group by all
order by user_objects.object, user_persons.number, user_records.month
