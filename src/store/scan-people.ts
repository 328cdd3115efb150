// The statements over a delivered table of people or of assessments, beside those of scan.ts: its texts as codes, the
// rows that stand, and what is wrong between rows. Only the program's own names are built in, never a cell.

import { type Dictionary, identifier, lookUp, positionOf, type Relation, rowColumn, rowsOf } from './scan.ts';

/** Rows as the codes of their texts, in file order; negative: a fault; null: a cell that names nobody. */
export const stageCodes = (stage: string, relation: Relation, dictionaries: readonly Dictionary[]): string =>
  `create temp table ${rowsOf(stage)} as select ${rowColumn(relation)} ${dictionaries
    .map((dictionary) => {
      const code = lookUp(stage, dictionary.name, positionOf(stage, dictionary));
      return `${code} as ${identifier(dictionary.name)}`;
    })
    .join(', ')} from ${relation.from}`;

/** How many rows there are, and in how many a text was not there when texts were collected. */
export const countCodes = (stage: string, columns: readonly string[]): string => {
  const isLost = columns.map((column) => `${identifier(column)} is null`).join(' or ');
  return `select count(*) as read, count(*) filter (where ${isLost}) as lost from ${rowsOf(stage)}`;
};

/** The table that judgePeople and judgeAssessments make. */
const judgedTable = (stage: string): string => identifier(`${stage}_judged`);

const isSound = (columns: readonly string[]): string =>
  columns.map((column) => `${identifier(column)} >= 0`).join(' and ');

const PEOPLE = ['person', 'birth', 'sex', 'district'] as const;
const ASSESSMENTS = ['person', 'from', 'to', 'instrument', 'weight'] as const;

const numbered = (stage: string, relation: Relation, columns: readonly string[]): string =>
  `select (${relation.row})::integer as "row", ${columns.map(identifier).join(', ')} from ${rowsOf(stage)}`;

/**
 * Sound rows of people with `wrong`: '' for a person's first row; a later one is 'same', 'birth' (another birth
 * year) or 'differs' (another sex or district).
 */
export const judgePeople = (stage: string, relation: Relation): string =>
  `create temp table ${judgedTable(stage)} as
    with numbered as (${numbered(stage, relation, PEOPLE)}),
    beside_first as (
      select *, row_number() over by_person as nth, first_value(birth) over by_person as first_birth,
        first_value(sex) over by_person as first_sex, first_value(district) over by_person as first_district
      from numbered where ${isSound(PEOPLE)} window by_person as (partition by person order by "row"))
    select "row", person, birth, sex, district,
      case when nth = 1 then ''
        when birth <> first_birth and birth > 0 and first_birth > 0 then 'birth'
        when birth <> first_birth or sex <> first_sex or district <> first_district then 'differs'
        else 'same' end as wrong
    from beside_first`;

/**
 * Sound rows of assessments with `wrong`: 'reversed' (the end before the start), 'same' as an earlier row, 'overlaps'
 * one of the same person and instrument that begins earlier (it stands all the same), or ''. Dates are whole numbers
 * such as 20250331, 0 where there is none.
 */
export const judgeAssessments = (stage: string, relation: Relation): string =>
  `create temp table ${judgedTable(stage)} as
    with numbered as (${numbered(stage, relation, ASSESSMENTS)}),
    ended as (
      select *, case when "to" = 0 then 99999999 else "to" end as until,
        row_number() over (partition by ${ASSESSMENTS.map(identifier).join(', ')} order by "row") as nth
      from numbered where ${isSound(ASSESSMENTS)}),
    reaching as (
      select *, max(case when until >= "from" and nth = 1 then until end) over (
        partition by person, instrument order by "from", "row" rows between unbounded preceding and 1 preceding
      ) as reached from ended)
    select "row", person, "from", "to", instrument, weight,
      case when until < "from" then 'reversed' when nth > 1 then 'same'
        when reached >= "from" then 'overlaps' else '' end as wrong
    from reaching`;

/** How many judged rows there are of each kind, and the first of each. */
export const countJudged = (stage: string): string =>
  `select wrong, count(*)::integer as rows, min("row") as first from ${judgedTable(stage)} group by wrong order by wrong`;

/** people(row, person, birth_year, sex, district) in order of row. */
export const selectPeople = (stage: string): string =>
  `select "row", person::integer as person, nullif(birth, 0)::integer as birth_year,
      case sex when 1 then 'female' when 2 then 'male' else '' end as sex, districts.name as district
    from ${judgedTable(stage)} join ${identifier(`${stage}_districts`)} as districts using (district)
    where wrong = '' order by "row"`;

const dateOf = (column: string): string =>
  `case when ${column} > 0 then make_date(${column} // 10000, ${column} // 100 % 100, ${column} % 100) end`;

/** assessments(row, person, from_date, to_date, instrument, weight_num, weight_den) in order of row. */
export const selectAssessments = (stage: string): string =>
  `select "row", person::integer as person, ${dateOf('"from"')} as from_date, ${dateOf('"to"')} as to_date,
      instruments.name as instrument, num::bigint as weight_num, den::bigint as weight_den
    from ${judgedTable(stage)}
    join ${identifier(`${stage}_instruments`)} as instruments using (instrument)
    join ${identifier(`${stage}_weights`)} as weights using (weight)
    where wrong in ('', 'overlaps') order by "row"`;
