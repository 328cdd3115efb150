-- The turnover (sum of magnitudes, øre) of each function in a new file and in the one that it replaces.
-- $1, $2: the selects that give the new postings and accounts; $3, $4: postings.parquet and accounts.parquet before
with after_accounts as (
  select account, sum(abs(amount_ore::hugeint)) as turnover
  from query($1)
  group by account
),
before_accounts as (
  select account, sum(abs(amount_ore::hugeint)) as turnover
  from read_parquet($3)
  group by account
),
after_functions as (
  select accounts.function, sum(after_accounts.turnover) as turnover
  from after_accounts
  join query($2) as accounts on accounts.account = after_accounts.account
  group by accounts.function
),
before_functions as (
  select accounts.function, sum(before_accounts.turnover) as turnover
  from before_accounts
  join read_parquet($4) as accounts on accounts.account = before_accounts.account
  group by accounts.function
)
select
  coalesce(after_functions.function, before_functions.function) as function,
  coalesce(before_functions.turnover, 0)::hugeint as before,
  coalesce(after_functions.turnover, 0)::hugeint as after
from after_functions
full join before_functions on before_functions.function = after_functions.function
order by function
