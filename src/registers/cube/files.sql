-- What was read of each file, to be held against what was imported of it.
select
  file, sum(rows)::integer as rows, sum(parts)::hugeint as sum, bool_and(is_sound) as "isSound"
from cube_records
group by file
order by file
