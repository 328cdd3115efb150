-- What each account string of one snapshot holds in each month: postings counted and added, øre; and whether every one
-- of them is on an account of the file and in a month.
-- $1: postings.parquet, $2: accounts.parquet
with by_account as (
  select account, year, month, count(*) as rows, sum(amount_ore) as amount_ore
  from read_parquet($1)
  group by account, year, month
)
select
  accounts.class, accounts.responsibility, accounts.function, accounts.article,
  accounts.own, accounts.object, accounts.project, by_account.year, by_account.month,
  by_account.rows::integer as rows,
  by_account.amount_ore::hugeint as sum,
  accounts.account is not null and by_account.month between 0 and 12 as "isSound"
from by_account
left join read_parquet($2) as accounts on accounts.account = by_account.account
