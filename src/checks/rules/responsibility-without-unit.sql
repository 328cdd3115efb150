-- Responsibilities that no unit has, with what was booked on them.
select
  accounts.responsibility, sum(amounts.amount_ore)::bigint as amount_ore,
  sum(amounts.postings)::bigint as postings, min(amounts.place) as place
from checked_amounts as amounts
join checked_accounts as accounts on accounts.account = amounts.account
join checked_account_units as holders
  on holders.account = amounts.account and holders.period = amounts.period
where holders.unit = '' and accounts.responsibility <> ''
group by accounts.responsibility
order by accounts.responsibility
