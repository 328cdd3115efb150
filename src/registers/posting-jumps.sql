-- Postings of a new file that are many times the largest that their account string had in the file before.
-- $1, $2: the selects that give the new postings and accounts; $3, $4: postings.parquet and accounts.parquet before;
-- $5: how many times; $6: øre below which nothing is striking
with largest_before as (
  select
    accounts.class, accounts.responsibility, accounts.function, accounts.article,
    accounts.own, accounts.object, accounts.project,
    max(abs(postings.amount_ore::hugeint)) as largest
  from read_parquet($3) as postings
  join read_parquet($4) as accounts on accounts.account = postings.account
  group by
    accounts.class, accounts.responsibility, accounts.function, accounts.article,
    accounts.own, accounts.object, accounts.project
),
bounds as (
  select accounts.account, accounts.function, accounts.article, largest_before.largest
  from query($2) as accounts
  join largest_before
    on largest_before.class = accounts.class
    and largest_before.responsibility = accounts.responsibility
    and largest_before.function = accounts.function
    and largest_before.article = accounts.article
    and largest_before.own = accounts.own
    and largest_before.object = accounts.object
    and largest_before.project = accounts.project
  where largest_before.largest > 0
)
select
  postings.row, bounds.function, bounds.article,
  postings.amount_ore::hugeint as amount,
  bounds.largest::hugeint as largest,
  (count(*) over ())::integer as found
from query($1) as postings
join bounds on bounds.account = postings.account
where abs(postings.amount_ore::hugeint) >= bounds.largest * $5::hugeint
  and abs(postings.amount_ore::hugeint) >= $6::hugeint
order by abs(postings.amount_ore::hugeint) desc, postings.row
limit 20
