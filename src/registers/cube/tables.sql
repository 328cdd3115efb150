-- What the cube is made of: the pseudonyms of all files, and their records by object, person and month.
create temp table cube_pseudonyms (pseudonym varchar);
create temp table cube_records
  (file integer, state varchar, object integer, person integer, year integer, month integer, parts hugeint,
    rows bigint, is_sound boolean)
