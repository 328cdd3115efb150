// What a unit is paid for in a month: its quantities at their prices, days away that the rules pay, and empty places.

import type { FundingModel } from '../model/financing.ts';
import { apportion, byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, multiply, ZERO } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { BaseYear, EarnedLine, QuantityState } from '../tables/financing.ts';
import type { Counted } from './counted.ts';
import type { Ground } from './ground.ts';
import type { PriceBook, PriceTable } from './price-book.ts';

/** A funding model with its prices. */
export type Funding = {
  readonly rules: FundingModel;
  readonly book: PriceBook;
  readonly base: BaseYear;
  /** The year whose cost the prices rest on; undefined without prices. */
  readonly costYear: number | undefined;
};

/** A line before it is rounded. */
export type Draft = Omit<EarnedLine, 'model' | 'unit' | 'month' | 'amountOre'> & { readonly exact: Fraction };

/** A paid quantity, and what it is worth at the price with the unit's supplements: p·Q in øre. */
export type PaidRow = Counted & { readonly worth: Fraction };

export type Paid = {
  readonly rows: readonly PaidRow[];
  /** Price and supplement lines. */
  readonly lines: readonly Draft[];
  /** Absence and empty-place lines. */
  readonly standing: readonly Draft[];
  /** Empty places that are paid, by service and level. */
  readonly empty: readonly Counted[];
  /** Quantities with no price. */
  readonly unpriced: readonly Counted[];
};

/** The state that a basis of payment pays for. */
const STATE_OF: Readonly<Record<'granted' | 'delivered' | 'lesser', QuantityState>> = {
  granted: 'granted',
  delivered: 'delivered',
  lesser: 'lesser',
};

/** What a model pays for: quantities of this state. Delivered where the model is a frame and pays for none. */
const paidState = ({ pays }: FundingModel): QuantityState => STATE_OF[pays?.basis ?? 'delivered'];

/**
 * What a unit's month comes to before limits and transition, at published prices. Absence: price × days that the rule
 * pays. Empty places: share × price × place-days that nobody used or is paid for while away, never below 0, as the places
 * in use are: they are divided over services and levels by the days delivered in the month (those of the cost year where
 * there were none). 60 place-days, 40 delivered and 2 paid as absence: 18 empty.
 */
export function paidFor(ground: Ground, funding: Funding, unit: string, month: number): Paid {
  const { rules, book } = funding;
  const table = book.inMonth(month);
  const counted = ground.counts.of(unit, month, paidState(rules));
  const rows: PaidRow[] = [];
  const unpriced: Counted[] = [];
  for (const row of counted) {
    const unitPrice = table.unitPrice(unit, row.service, row.level);
    if (unitPrice) rows.push({ ...row, worth: worth(ground, row.service, unitPrice, row.parts) });
    else if (row.parts !== 0n) unpriced.push(row);
  }
  const empty = emptyPlaces(ground, funding, unit, month);
  return {
    rows,
    lines: rows.flatMap((row) => quantityLines(ground, table, unit, row)),
    standing: [
      ...absenceLines(ground, { rules, table }, unit, month),
      ...emptyLines(ground, { rules, table }, empty),
    ],
    empty,
    unpriced,
  };
}

function quantityLines(
  ground: Ground,
  table: PriceTable,
  unit: string,
  { service, level, parts }: Counted,
): Draft[] {
  const price = fraction(table.price(service, level)!);
  const draft = (kind: 'price' | 'supplement', name: string, rate: Fraction): Draft => ({
    ...{ kind, service, level, name, parts, price: rate, exact: worth(ground, service, rate, parts) },
  });
  return [
    draft('price', '', price),
    ...table.supplements(unit, service).map(({ name, amount }) => draft('supplement', name, amount)),
  ];
}

type Priced = { readonly rules: FundingModel; readonly table: PriceTable };

function absenceLines(ground: Ground, { rules, table }: Priced, unit: string, month: number): Draft[] {
  const paid = rules.pays?.absenceDays;
  if (!paid?.size) return [];
  return ground.counts.of(unit, month, 'absence').flatMap(({ service, level, parts }) => {
    const price = paid.has(service) ? table.price(service, level) : undefined;
    if (price === undefined) return [];
    return [standingLine(ground, 'absence', { service, level, parts, price: fraction(price) })];
  });
}

function emptyLines(ground: Ground, { rules, table }: Priced, empty: readonly Counted[]): Draft[] {
  return empty.flatMap(({ service, level, parts }) => {
    const price = table.price(service, level);
    const share = rules.pays?.emptyPlaces.get(service);
    if (price === undefined || !share) return [];
    return [
      standingLine(ground, 'empty-place', { service, level, parts, price: multiply(fraction(price), share) }),
    ];
  });
}

const standingLine = (
  ground: Ground,
  kind: 'absence' | 'empty-place',
  row: Pick<Draft, 'service' | 'level' | 'parts' | 'price'>,
): Draft => ({ ...row, kind, name: '', exact: worth(ground, row.service, row.price, row.parts) });

/** Place-days that nobody used or is paid for while away, by service and level of those that the rule names. */
function emptyPlaces(ground: Ground, { rules, base }: Funding, unit: string, month: number): Counted[] {
  const named = rules.pays?.emptyPlaces;
  const open = named?.size ? ground.placeDays(unit, month) : undefined;
  if (open === undefined || !named) return [];
  const isDay = ({ service }: { readonly service: string }): boolean =>
    named.has(service) && ground.measureOf(service) === 'day';
  const used = ground.counts.of(unit, month, 'delivered').filter(isDay);
  const usedParts = used.reduce((sum, { parts }) => sum + parts, 0n);
  const kept = ground.counts
    .of(unit, month, 'absence')
    .filter((row) => isDay(row) && rules.pays?.absenceDays.has(row.service));
  const left = open * partsPerMeasure('day') - [...used, ...kept].reduce((sum, { parts }) => sum + parts, 0n);
  if (left <= 0n) return [];
  const alike =
    usedParts > 0n ? used : base.volumes.filter((volume) => volume.unit === unit && isDay(volume));
  const keyOf = ({ service, level }: Pick<Counted, 'service' | 'level'>): string => `${service}\n${level}`;
  const weighed = alike.filter(({ parts }) => parts > 0n).sort((a, b) => byKey(keyOf(a), keyOf(b)));
  if (weighed.length === 0) return [];
  const parts = apportion(
    left,
    weighed.map((row) => row.parts),
    weighed.map(keyOf),
  );
  return weighed.map(({ service, level }, i) => ({ service, level, parts: parts[i]!, users: 0 }));
}

/** Øre: rate per measure × parts. */
export const worth = (ground: Ground, service: string, rate: Fraction, parts: bigint): Fraction =>
  fraction(rate.num * parts, rate.den * ground.perMeasure(service));

/** What lines come to before rounding. */
export const sumOf = (lines: readonly { readonly exact: Fraction }[]): Fraction =>
  lines.reduce((sum, { exact }) => add(sum, exact), ZERO);
