// The statements over a delivered table of visits with a start and an end: how long each lasted, in parts of its
// service's measure. Only the program's own names are built in, never a cell.

import { identifier, type Relation, rowsOf } from './scan.ts';

const visitsTable = (stage: string): string => identifier(`${stage}_visits`);
const SECONDS_PER_DAY = 86_400;

/**
 * Rows whose texts are sound, with `wrong`: '' or 'zero' (no time), 'reversed' (the end before the start) or 'long'
 * (more than a day). Staged are codes object, person (null: nobody), day (since 1970), start and end (seconds);
 * parts(object, num, den) says how many parts a second is. Parts are rounded halves up, once a visit.
 */
export const judgeVisits = (stage: string, relation: Relation): string =>
  `create temp table ${visitsTable(stage)} as
    with sound as (
      select (${relation.row})::integer as "row", "object"::integer as "object", person::integer as person,
        date '1970-01-01' + "day"::integer as date, ("end" - "start")::bigint as seconds
      from ${rowsOf(stage)}
      where "object" >= 0 and coalesce(person, 0) >= 0 and "day" >= 0 and "start" >= 0 and "end" >= 0)
    select "row", "object", person, date, seconds,
      ((2 * seconds::hugeint * num + den) // (2 * den))::bigint as parts,
      case when seconds < 0 then 'reversed' when seconds = 0 then 'zero'
        when seconds > ${SECONDS_PER_DAY} then 'long' else '' end as wrong
    from sound join ${identifier(`${stage}_parts`)} using ("object")`;

/** How many visits there are of each kind, the first of each, and their parts. */
export const countVisits = (stage: string): string =>
  `select wrong, count(*)::integer as rows, min("row") as first, sum(parts)::hugeint as parts,
    count(*) filter (where person is null)::integer as nameless,
    coalesce(min("row") filter (where person is null), 0)::integer as "firstNameless"
    from ${visitsTable(stage)} group by wrong order by wrong`;

/** The years of the visits that count, in order. */
export const yearsOfVisits = (stage: string): string =>
  `select distinct year(date)::integer as year from ${visitsTable(stage)} where wrong = '' order by year`;

/** records(row, object, person, year, month, date, parts) in order of row. */
export const selectVisits = (stage: string): string =>
  `select "row", "object", person, year(date)::integer as year, month(date)::integer as month, date, parts
    from ${visitsTable(stage)} where wrong = '' order by "row"`;
