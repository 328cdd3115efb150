-- What each account string of one snapshot holds in a year: postings counted and added, øre.
-- $1: postings.parquet, $2: accounts.parquet, $3: the year
with by_account as (
  select account, count(*) as rows, sum(amount_ore) as amount_ore
  from read_parquet($1)
  where year = $3
  group by account
)
select
  accounts.class, accounts.responsibility, accounts.function, accounts.article,
  accounts.own, accounts.object, accounts.project,
  by_account.rows::integer as rows,
  by_account.amount_ore::hugeint as "amountOre"
from by_account
join read_parquet($2) as accounts on accounts.account = by_account.account
