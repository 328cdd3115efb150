-- The postings of one snapshot in the periods that are asked about, by account and month.
-- $1: postings.parquet, $2: number of the file, $3, $4: first and last period
insert into checked_amounts
select
  numbered.number, postings.year * 100 + postings.month,
  sum(postings.amount_ore)::bigint, count(*), min($2::bigint * 4294967296 + postings.row)
from read_parquet($1) as postings
join checked_account_numbers as numbered on numbered.file = $2 and numbered.account = postings.account
where postings.year * 100 + postings.month between $3 and $4
group by numbered.number, postings.year, postings.month
