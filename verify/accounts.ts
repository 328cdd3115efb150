// At which unit an account or a delivery counts, and which pool an account lies in: the first that fits it.

import { largestRemainder } from './fractions.ts';
import { type Row, summed, total, whole } from './rows.ts';

type By<T> = { readonly [name: string]: T };
export type Codes = readonly { readonly from: string; readonly to: string; readonly prefix?: boolean }[];
export type Unit = { id: string; responsibilities: Codes; from?: string; to?: string };
type PoolTest = { name: string; test: By<Codes>; units?: string[]; concept?: string };
export type Pool = PoolTest & { nature?: string; answers: string; paidAs: string };
/** The parts of the model that say where accounts belong. */
export type AccountModel = {
  readonly years: { cost: number };
  readonly units: Unit[];
  readonly organisation?: { holdings: Unit[]; heirs: By<Row[]> };
  readonly concepts: { name: string; articles: Codes; years: { from?: number; to?: number } }[];
  readonly costing: { pools: Pool[]; natures: { nature: string; articles: Codes }[] };
};

export const holds = (codes: Codes, code = ''): boolean =>
  codes.some(({ from, to, prefix }) => {
    const start = prefix ? code.slice(0, from.length) : code;
    return start.length === from.length && from <= start && start <= to;
  });

/** The unit of an activity, or that has a responsibility in the month (0: in the year; of several the first). */
function unitThen({ units, organisation }: AccountModel, { responsibility, year, month, unit }: Row): string {
  const at = (other: number) => `${year}-${`${Number(month) || other}`.padStart(2, '0')}`;
  const has = ({ from = '', to = '~', responsibilities }: Unit) =>
    holds(responsibilities, responsibility) && from <= at(12) && at(1) <= to;
  const owner = (organisation?.holdings ?? units).find(has) ?? units.find(({ id }) => id === 'municipality');
  return unit ?? owner?.id ?? '';
}

/** What the heirs of a row's unit get of its sums, by weight; who gets nothing has no row. */
function inherited({ organisation }: AccountModel, row: Row, sums: readonly string[]): Row[] {
  const heirs = organisation?.heirs[`${row['unit']}`];
  if (!heirs) return [row];
  const units = heirs.map(({ unit }) => `${unit}`);
  const divided = sums.map((sum) => {
    const values = heirs.map((heir) => whole(heir, 'weight') * whole(row, sum));
    return [sum, largestRemainder(units, values, total(heirs, 'weight'), whole(row, sum))] as const;
  });
  return units
    .map((unit) => ({
      ...row,
      ...Object.fromEntries(divided.map(([sum, parts]) => [sum, `${parts.at(unit)}`])),
      unit,
    }))
    .filter((part: Row) => sums.some((sum) => whole(part, sum) !== 0n));
}

/** Rows summed by columns, unit among them, as they were organised then; and what units left to heirs, with these. */
export function atUnits(
  model: AccountModel,
  rows: readonly Row[],
  columns: string,
  ...sums: string[]
): Row[] {
  const then = summed(
    rows.map((row) => ({ ...row, unit: unitThen(model, row) })),
    columns,
    ...sums,
  );
  return summed(
    then.flatMap((row) => inherited(model, row, sums)),
    columns,
    ...sums,
  );
}

/** The first pool that fits, the nature of the article, the pools that also fit. */
export function assign({ concepts, costing, years }: AccountModel, account: Row) {
  const { unit = '', article } = account;
  const isDue = ({ from = 0, to = 9999 }) => from <= years.cost && years.cost <= to;
  const holding = concepts.filter((concept) => isDue(concept.years) && holds(concept.articles, article));
  const [pool, ...later] = costing.pools.filter(
    ({ test, units, concept }) =>
      Object.entries(test).every(([field, codes]) => holds(codes, account[field])) &&
      (!units || units.includes(unit)) &&
      (!concept || holding.some(({ name }) => name === concept)),
  );
  const byArticle = costing.natures.find(({ articles }) => holds(articles, article))?.nature;
  const { name, nature = byArticle ?? 'unknown', answers, paidAs: paid_as } = pool ?? {};
  const tested = later.filter(({ test, units, concept }) => units || concept || Object.keys(test).length > 0);
  return { pool: name, nature, answers, paid_as, also_fits: tested.map(({ name }) => name).join(', ') };
}
