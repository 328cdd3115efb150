-- Cost and activity of every unit that has both in the cost year, month by month.
-- $1: the state whose volumes cost is divided by
with costs as (
  select holders.unit, amounts.period, sum(amounts.amount_ore)::bigint as amount_ore, min(amounts.place) as place
  from checked_amounts as amounts
  join checked_accounts as accounts on accounts.account = amounts.account
  join checked_account_units as holders
    on holders.account = amounts.account and holders.period = amounts.period
  join checked_calendar as calendar on calendar.period = amounts.period and calendar.days < 32
  where accounts.is_cost = 1 and holders.unit <> ''
  group by holders.unit, amounts.period
),
activity as (
  select objects.unit, months.period, sum(months.records) as records, min(months.place) as place
  from checked_object_months as months
  join checked_objects as objects on objects.object = months.object and objects.state = $1
  join checked_calendar as calendar on calendar.period = months.period and calendar.days < 32
  group by objects.unit, months.period
),
units as (
  select costs.unit
  from costs
  join activity on activity.unit = costs.unit
  where costs.amount_ore > 0
  group by costs.unit
)
select
  units.unit, calendar.period,
  coalesce(costs.amount_ore, 0)::bigint as amount_ore, costs.place as cost_place,
  coalesce(activity.records, 0)::bigint as records, activity.place as activity_place
from units
join checked_calendar as calendar on calendar.days < 32
left join costs on costs.unit = units.unit and costs.period = calendar.period
left join activity on activity.unit = units.unit and activity.period = calendar.period
order by units.unit, calendar.period
