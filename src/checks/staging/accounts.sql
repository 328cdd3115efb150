-- The account strings of one snapshot. $1: accounts.parquet
select account, class, responsibility, function, article, own, object, project
from read_parquet($1)
order by account
