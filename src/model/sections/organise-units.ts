// Units over time: which of the rows of the table of units the model's units are, who had which responsibilities when,
// and who takes over from units that have ended.

import type { Severity } from '../../findings/finding.ts';
import { byKey } from '../../money/apportion.ts';
import type { Heir, Holding, Organisation, Unit } from '../model.ts';
import { type CsvTable, complainAt } from '../tables/read-table.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import { readChoice } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';
import type { UnitRow } from './read-unit-rows.ts';
import { dayAfter, hasEnd, isDated, monthOf, type Period, periodsOverlap } from './unit-periods.ts';
import { heirsOf } from './unit-successors.ts';

/** How units are to be seen, and the years of the model. */
export type OrganisedAs = {
  readonly as: Organisation['as'];
  readonly years: { readonly cost: number; readonly price: number };
};

/** `costing: organisation:`, "then" where it is not said. */
export const readOrganisation = (spot: Spot | undefined): Organisation['as'] =>
  (spot && readChoice(spot, ['then', 'now'])) ?? 'then';

/**
 * `units` are those of the cost year (then) or of the model's last year (now), one an id, in order of id. `replaced`
 * holds every other id of the table with the units that stand in its place, none where there is none.
 */
export type Organised = {
  readonly units: readonly Unit[];
  readonly organisation?: Organisation;
  readonly replaced: ReadonlyMap<string, readonly Heir[]>;
};

/** Organises the rows of the table, which are in order of id and start; what is wrong is said at its row. */
export function organise(table: CsvTable, rows: readonly UnitRow[], { as, years }: OrganisedAs): Organised {
  const byId = new Map([...Map.groupBy(rows, ({ unit }) => unit.id)]);
  checkPeriods(table, byId);
  checkSuccessors(table, byId);
  if (!rows.some(({ period }) => isDated(period)))
    return { units: rows.map(({ unit }) => unit), replaced: new Map() };
  const year = as === 'then' ? years.cost : Math.max(years.cost, years.price);
  const lastDay: Period = { from: `${year}-12-31`, to: `${year}-12-31` };
  const seen: Period = as === 'then' ? { from: `${year}-01-01`, to: `${year}-12-31` } : lastDay;
  const replaced = new Map<string, readonly Heir[]>();
  const units = [...byId.values()].flatMap((periods) => {
    const last = periods.findLast(({ period }) => periodsOverlap(period, seen));
    if (as === 'then' && last)
      tellChanges(
        table,
        periods.filter(({ period }) => periodsOverlap(period, seen)),
      );
    if (last) return [last.unit];
    const { unit } = periods.at(-1)!;
    const wasThere = periods.some(({ period }) => period.to >= `${years.cost}-01-01`);
    const heirs = as === 'now' && wasThere ? inheriting(table, unit.id, byId, lastDay) : [];
    if (heirs === undefined) return [unit];
    replaced.set(unit.id, heirs);
    return [];
  });
  const heirs = new Map([...replaced].filter(([, those]) => those.length > 0));
  return { units, replaced, organisation: { as, holdings: holdingsOf(rows), heirs } };
}

type ById = ReadonlyMap<string, readonly UnitRow[]>;

/** Who has inherited from a unit by a day; undefined where nobody has: what it held stays with it. */
function inheriting(table: CsvTable, id: string, byId: ById, lastDay: Period): readonly Heir[] | undefined {
  const ended = [...byId].filter(
    ([, periods]) => !periods.some(({ period }) => periodsOverlap(period, lastDay)),
  );
  const successions = new Map(
    ended.flatMap(([unit, periods]) => {
      const successors = periods.at(-1)!.successors.filter((one) => byId.has(one.unit));
      return successors.length > 0 ? [[unit, successors]] : [];
    }),
  );
  const { row, period } = byId.get(id)!.at(-1)!;
  const heirs = successions.has(id) ? (heirsOf(id, successions) ?? []) : undefined;
  if (heirs) return heirs;
  if (period.from > lastDay.to) return [];
  tell(table, row, 'successor', 'warning', {
    rule: 'no-successor',
    message: `the unit "${id}" has ended and names no successor; as organised now, it keeps what it had.`,
    remedy: 'Name the unit that took over in the column "successor".',
  });
  return undefined;
}

/** Latest first, so that a month in which a responsibility changes hands belongs to whoever has it in the end. */
const holdingsOf = (rows: readonly UnitRow[]): Holding[] =>
  rows
    .map(({ unit, period }) => ({
      id: unit.id,
      from: monthOf(period.from),
      to: monthOf(period.to),
      responsibilities: unit.responsibilities,
      start: period.from,
    }))
    .sort((a, b) => byKey(b.start, a.start) || byKey(a.id, b.id))
    .map(({ start: _, ...holding }) => holding);

type Said = { readonly rule: string; readonly message: string; readonly remedy: string };

function tell(
  table: CsvTable,
  row: number,
  column: string,
  severity: Severity,
  { rule, ...said }: Said,
): void {
  table.reading.findings.push({
    rule: `model/${rule}`,
    severity,
    ...said,
    where: { file: table.file, row, column },
  });
}

/** The rows of one unit may not overlap, and are best without gaps. */
function checkPeriods(table: CsvTable, byId: ById): void {
  for (const [id, periods] of byId)
    for (const [i, { row, period }] of periods.entries()) {
      const before = periods[i - 1];
      if (!before) continue;
      if (periodsOverlap(before.period, period)) {
        const message = `the unit "${id}" stands already in row ${before.row} at the same time.`;
        complainAt(
          table,
          { row, column: 'from' },
          { rule: 'overlap', message, remedy: 'Let one row of a unit end before the next begins.' },
        );
      } else if (dayAfter(before.period.to) < period.from)
        tell(table, row, 'from', 'warning', {
          rule: 'gap',
          message: `the unit "${id}" is not there between ${before.period.to} and ${period.from}.`,
          remedy: `Let row ${before.row} end on the day before, if it was there.`,
        });
    }
}

/** Successors are units, are there when the unit ends, and never lead back to it. */
function checkSuccessors(table: CsvTable, byId: ById): void {
  const all = new Map([...byId].map(([id, periods]) => [id, periods.at(-1)!.successors] as const));
  const known = new Map([...all].filter(([, successors]) => successors.length > 0));
  for (const [id, periods] of byId)
    for (const { row, period, successors } of periods) {
      const wrong = (rule: string, message: string, remedy?: string) =>
        complainAt(table, { row, column: 'successor' }, { rule, message, remedy });
      if (successors.length === 0) continue;
      if (!hasEnd(period))
        wrong(
          'table',
          `the unit "${id}" names a successor and has no end.`,
          'Write its last day under "to".',
        );
      else if (row !== periods.at(-1)!.row)
        wrong(
          'table',
          `the unit "${id}" goes on in row ${periods.at(-1)!.row}.`,
          'Name the successor in its last row.',
        );
      for (const { unit } of successors) {
        const heir = byId.get(unit);
        if (!heir) wrong('unknown-name', `no unit "${unit}".`, suggestName(unit, [...byId.keys()]));
        else if (hasEnd(period) && heir[0]!.period.from > dayAfter(period.to))
          tell(table, row, 'successor', 'warning', {
            rule: 'gap',
            message: `the unit "${id}" ends on ${period.to}, and its successor "${unit}" begins only on ${heir[0]!.period.from}.`,
            remedy: 'Correct one of the two days, if there was no gap.',
          });
      }
      if (!heirsOf(id, known))
        wrong(
          'cycle',
          `the successors of "${id}" lead back to where they began.`,
          'Let the way end at a unit that is there now.',
        );
    }
}

/** What changes within the year that the units are of: they are those of its end. */
function tellChanges(table: CsvTable, periods: readonly UnitRow[]): void {
  const { unit: first } = periods[0]!;
  for (const [column, of, taken] of AS_IN_THE_END) {
    const changed = periods.find(({ unit }) => of(unit) !== of(first));
    if (!changed) continue;
    tell(table, changed.row, column, 'warning', {
      rule: 'changes-within-the-year',
      message: `the unit "${first.id}" changes its ${column} within the year; ${taken} for the whole year as it is in the end.`,
      remedy: 'Give it another id from then on, with "successor", if its cost is to be treated in two ways.',
    });
    return;
  }
}

/** Columns of a unit that hold for a whole year. */
const AS_IN_THE_END: readonly (readonly [column: string, of: (unit: Unit) => string, taken: string])[] = [
  ['kind', ({ kind }) => kind, 'pools and drivers take it'],
  ['groups', ({ groups }) => groups.join(), 'pools and drivers take it'],
  ['provision', ({ provision }) => provision, 'it is taken'],
  ['purchaser', ({ purchaser = '' }) => purchaser, 'it is taken'],
];
