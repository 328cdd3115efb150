// What a unit was to do, was granted, planned and did, service by service: summed over levels and months, users as the
// average of the months; prices and quantities that were paid for beside.

import { compare, type Fraction, fraction } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { EarnedKind, EarnedLine, Quantity, QuantityState } from '../../tables/financing.ts';
import { type MonthlyReport, monthsUntil } from './monthly-report.ts';

/** One service of some units over the months so far. Parts are of the measure. */
export type ServiceQuantities = {
  readonly service: string;
  readonly measure: string;
  readonly parts: ReadonlyMap<QuantityState, bigint>;
  readonly byMonth: ReadonlyMap<QuantityState, readonly (bigint | undefined)[]>;
  /** Average persons of the months that name any: Σ user-months ÷ months. */
  readonly users: ReadonlyMap<QuantityState, Fraction>;
  /** What was paid for, and what was earned by it. */
  readonly paidParts: bigint;
  readonly earnedOre: bigint;
  /** Lowest and highest øre per measure that the months and levels paid; absent where nothing was. */
  readonly prices?: readonly [Fraction, Fraction];
  /** The highest supplement per measure; absent where there is none. */
  readonly supplement?: Fraction;
};

/** The services of a group of units, the one that earned most first. */
export function serviceQuantities(report: MonthlyReport, units: readonly string[]): ServiceQuantities[] {
  const quantities = report.year.quantities.filter(
    ({ unit, month }) => month <= report.month && units.includes(unit),
  );
  const ids = new Set(quantities.map(({ service }) => service));
  return [...ids]
    .map((service) => ofService(report, units, service, quantities))
    .sort((a, b) => (a.earnedOre < b.earnedOre ? 1 : a.earnedOre > b.earnedOre ? -1 : 0));
}

function ofService(
  report: MonthlyReport,
  units: readonly string[],
  service: string,
  quantities: readonly Quantity[],
): ServiceQuantities {
  const states = Map.groupBy(
    quantities.filter((quantity) => quantity.service === service),
    ({ state }) => state,
  );
  const { earned, model } = report.year;
  const lines = earned.filter(
    (line) =>
      line.model === model &&
      line.service === service &&
      line.month <= report.month &&
      units.includes(line.unit),
  );
  const pricesOf = (...kinds: readonly EarnedKind[]): Fraction[] =>
    lines
      .filter(({ kind, price }) => kinds.includes(kind) && price.num !== 0n)
      .map(({ price }) => price)
      .sort(compare);
  const prices = pricesOf('price', 'purchase');
  const supplement = pricesOf('supplement').at(-1);
  const measure = report.model.services.find(({ id }) => id === service)?.measure ?? '';
  return {
    service,
    measure,
    parts: mapOf(states, (rows) => sumParts(rows)),
    byMonth: mapOf(states, (rows) => Array.from({ length: report.month }, (_, i) => sumOfMonth(rows, i + 1))),
    users: mapOf(states, averageUsers),
    paidParts: lines.filter(isPaidFor).reduce((sum, { parts }) => sum + parts, 0n),
    earnedOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0n),
    ...(prices.length > 0 ? { prices: [prices[0]!, prices.at(-1)!] as const } : {}),
    ...(supplement ? { supplement } : {}),
  };
}

/** A supplement is paid for the same quantity as the price: it would count twice. */
const isPaidFor = ({ kind }: EarnedLine): boolean =>
  kind === 'price' || kind === 'purchase' || kind === 'absence' || kind === 'empty-place';

const mapOf = <K, V, W>(map: ReadonlyMap<K, V>, of: (value: V) => W): Map<K, W> =>
  new Map([...map].map(([key, value]) => [key, of(value)]));

const sumParts = (rows: readonly Quantity[]): bigint => rows.reduce((sum, { parts }) => sum + parts, 0n);

function sumOfMonth(rows: readonly Quantity[], month: number): bigint | undefined {
  const ofMonth = rows.filter((row) => row.month === month);
  return ofMonth.length === 0 ? undefined : sumParts(ofMonth);
}

function averageUsers(rows: readonly Quantity[]): Fraction {
  const named = rows.filter(({ users }) => users > 0);
  const months = new Set(named.map(({ month }) => month)).size;
  const userMonths = named.reduce((sum, { users }) => sum + users, 0);
  return months === 0 ? fraction(0n) : fraction(BigInt(Math.round(userMonths * 100)), BigInt(months) * 100n);
}

/** Cost and financing per delivered measure of a unit whose services all have one measure; levels and services together. */
export type CostPerMeasure = { readonly measure: string; readonly cost: Fraction; readonly earned: Fraction };

/** spent ÷ delivered and earned ÷ delivered: 53,890,000 kr ÷ 46,300 hours = 1,164 kr. Undefined where measures differ. */
export function costPerMeasure(
  report: MonthlyReport,
  unit: string,
  services: readonly ServiceQuantities[],
): CostPerMeasure | undefined {
  const measures = new Set(services.map(({ measure }) => measure));
  const parts = services.reduce((sum, each) => sum + (each.parts.get('delivered') ?? 0n), 0n);
  const [measure = ''] = measures;
  if (measures.size !== 1 || measure === '' || parts <= 0n) return undefined;
  const perMeasure = (amountOre: bigint): Fraction => fraction(amountOre * partsPerMeasure(measure), parts);
  const months = monthsUntil(report, unit);
  return {
    measure,
    cost: perMeasure(months.reduce((sum, { spentOre }) => sum + spentOre, 0n)),
    earned: perMeasure(months.reduce((sum, { earnedOre }) => sum + earnedOre, 0n)),
  };
}

/** True where the unit gets its frame in the months so far, whatever it delivers. */
export const isFrameFinanced = ({ year, month }: MonthlyReport, unit: string): boolean => {
  const kinds = year.earned
    .filter((line) => line.unit === unit && line.month <= month)
    .map(({ kind }) => kind);
  return kinds.includes('frame') && !kinds.includes('price');
};
