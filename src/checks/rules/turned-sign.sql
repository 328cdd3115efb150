-- Accounts whose month has the sign of the other side: expense below zero, income above it, by at least $1 øre.
select
  accounts.key, accounts.function, accounts.article, accounts.usual_sign, amounts.period,
  sum(amounts.amount_ore)::bigint as amount_ore, sum(amounts.postings)::bigint as postings,
  min(amounts.place) as place
from checked_amounts as amounts
join checked_accounts as accounts on accounts.account = amounts.account
where accounts.usual_sign <> 0
group by accounts.key, accounts.function, accounts.article, accounts.usual_sign, amounts.period
having sum(amounts.amount_ore) * accounts.usual_sign <= 0 - $1::bigint
order by accounts.key, amounts.period
