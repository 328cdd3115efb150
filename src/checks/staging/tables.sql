-- What checks ask: records, persons and amounts of the cost year. A place is file × 2³² + row.
create temp table checked_persons (pseudonym varchar, person integer);
create temp table checked_records
  (file integer, place bigint, object integer, person integer, period integer, date date, parts bigint);
create temp table checked_amounts
  (account integer, period integer, amount_ore bigint, postings bigint, place bigint)
