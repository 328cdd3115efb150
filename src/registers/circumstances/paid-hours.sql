-- Paid hours of one snapshot by unit, month and kind: parts (tenths of a second) and øre.
-- $1: paid_hours.parquet
select
  unit, year, month, kind,
  sum(parts)::hugeint as parts,
  sum(amount_ore)::hugeint as "amountOre",
  count(*)::integer as rows
from read_parquet($1)
group by unit, year, month, kind
order by unit, year, month, kind
