-- What each account string of one snapshot holds in each year: postings counted and added, øre; and whether every one
-- of them is on an account of the file.
-- $1: postings.parquet, $2: accounts.parquet
with by_account as (
  select account, year, count(*) as rows, sum(amount_ore) as amount_ore
  from read_parquet($1)
  group by account, year
)
select
  accounts.class, accounts.responsibility, accounts.function, accounts.article,
  accounts.own, accounts.object, accounts.project, by_account.year,
  by_account.rows::integer as rows,
  by_account.amount_ore::hugeint as sum,
  accounts.account is not null as "isSound"
from by_account
left join read_parquet($2) as accounts on accounts.account = by_account.account
