-- What the cube is made of: the pseudonyms of all files, and their records of the year by object, person and month.
create temp table cube_pseudonyms (pseudonym varchar);
create temp table cube_records (state varchar, object integer, person integer, month integer, parts bigint)
