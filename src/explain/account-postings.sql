-- The postings of one account string in a year, of one snapshot, the largest first.
select posting.row, posting.month, posting.amount_ore
from read_parquet($postings) as posting
join read_parquet($accounts) as account on account.account = posting.account
where account.class = $class
  and account.responsibility = $responsibility
  and account.function = $function
  and account.article = $article
  and account.own = $own
  and account.object = $object
  and account.project = $project
  and posting.year = $year
order by abs(posting.amount_ore) desc, posting.row
