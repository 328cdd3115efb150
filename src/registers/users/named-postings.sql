-- What each person is named on in one snapshot, by account string and month: postings counted and added, øre. Postings
-- that name nobody stand together, so that the sums are the whole snapshot's.
-- $1: postings.parquet, $2: accounts.parquet, $3: persons.parquet
with by_person as (
  select person, account, year, month, count(*) as rows, sum(amount_ore) as amount_ore
  from read_parquet($1)
  group by person, account, year, month
)
select
  coalesce(persons.pseudonym, '') as person,
  accounts.class, accounts.responsibility, accounts.function, accounts.article,
  accounts.own, accounts.object, accounts.project, by_person.year, by_person.month,
  by_person.rows::integer as rows,
  by_person.amount_ore::hugeint as sum,
  accounts.account is not null
    and by_person.month between 0 and 12
    and (by_person.person is null or persons.person is not null) as "isSound"
from by_person
left join read_parquet($2) as accounts on accounts.account = by_person.account
left join read_parquet($3) as persons on persons.person = by_person.person
