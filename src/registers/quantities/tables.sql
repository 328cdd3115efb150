-- What quantities are counted from: persons as they are numbered in all files together (from 1; 0 is nobody), and what
-- each has of each object in each period, file by file. A period is year × 100 + month, month 0 the whole year.
create temp table quantity_persons (pseudonym varchar, person integer);
create temp table quantity_files
  (file integer, object integer, person integer, period integer, parts hugeint, rows bigint, is_sound boolean)
