-- Accounts of a file with a code that is long enough to be an identity number, how many postings each has, and the first.
-- $1: the select that gives the file's accounts, $2: the select that gives its postings
with long_codes as (
  select account, class, responsibility, function, article, own, object, project
  from query($1)
  where greatest(length(class), length(responsibility), length(function), length(article), length(own),
    length(object), length(project)) >= 10
)
select class, responsibility, function, article, own, object, project,
  min(postings."row")::integer as first, count(*)::integer as rows
from long_codes
join query($2) as postings on postings.account = long_codes.account
group by class, responsibility, function, article, own, object, project
order by first
