-- Gives every pseudonym of a snapshot that was not seen before the next number, so that one person has one number in
-- all files.
-- $1: persons.parquet
insert into quantity_persons
select
  fresh.pseudonym,
  (row_number() over (order by fresh.pseudonym) + (select count(*) from quantity_persons))::integer
from read_parquet($1) as fresh
left join quantity_persons as known on known.pseudonym = fresh.pseudonym
where known.pseudonym is null
