// A run's prices and volumes read back from its tables, for what is done after a run: showing, adopting, settling.

import { type Fraction, fraction } from '../money/fraction.ts';
import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import type { ActivityState, Volume } from '../tables/activity.ts';
import type { Price, PriceKind, PriceList } from '../tables/prices.ts';
import { ASSIGNMENTS, BASE_GRANTS, PRICE_PARTS, PRICES, SUPPLEMENTS, VOLUMES } from '../tables/results.ts';
import type { Row } from '../tables/schema.ts';

const text = (row: Row, column: string): string => String(row[column] ?? '');
const whole = (row: Row, column: string): bigint => BigInt(row[column] ?? 0);
const rate = (row: Row, name: string): Fraction =>
  fraction(whole(row, `${name}_num`), whole(row, `${name}_den`));
const priceKey = (row: Row): string => `${row['kind']}/${row['service']}/${row['level']}`;

/** The run's price list as it was made; undefined where its prices were refused. */
export async function readPriceList(
  db: Db,
  runDir: string,
  years: { readonly cost: number; readonly price: number },
): Promise<PriceList | undefined> {
  const prices = await readTable(db, runDir, PRICES);
  const grants = await readTable(db, runDir, BASE_GRANTS);
  if (prices.length === 0 && grants.length === 0) return undefined;
  const parts = Map.groupBy(await readTable(db, runDir, PRICE_PARTS), priceKey);
  return {
    costYear: years.cost,
    priceYear: years.price,
    prices: prices.map((row) => priceOf(row, parts.get(priceKey(row)) ?? [])),
    baseGrants: grants.map((row) => ({
      unit: text(row, 'unit'),
      parts: [],
      exact: rate(row, 'exact'),
      publishedOre: whole(row, 'published_ore'),
    })),
    supplements: (await readTable(db, runDir, SUPPLEMENTS)).map((row) => ({
      name: text(row, 'name'),
      service: text(row, 'service'),
      unit: text(row, 'unit'),
      amount: rate(row, 'amount'),
    })),
  };
}

const priceOf = (row: Row, parts: readonly Row[]): Price => ({
  kind: text(row, 'kind') as PriceKind,
  service: text(row, 'service'),
  level: text(row, 'level'),
  measure: text(row, 'measure'),
  parts: parts.map((part) => ({
    nature: text(part, 'nature'),
    costOre: whole(part, 'cost_ore'),
    growth: rate(part, 'growth'),
    perMeasure: rate(part, 'per_measure'),
  })),
  supplementsPerMeasure: rate(row, 'supplements'),
  volumeParts: whole(row, 'parts'),
  exact: rate(row, 'exact'),
  publishedOre: whole(row, 'published_ore'),
  roundingEffectOre: whole(row, 'rounding_effect_ore'),
});

/** The run's volumes, every state and month. */
export async function readVolumes(db: Db, runDir: string): Promise<Volume[]> {
  return (await readTable(db, runDir, VOLUMES)).map((row) => ({
    state: text(row, 'state') as ActivityState,
    service: text(row, 'service'),
    unit: text(row, 'unit'),
    level: text(row, 'level'),
    year: Number(row['year']),
    month: Number(row['month']),
    parts: whole(row, 'parts'),
    rows: Number(row['rows']),
  }));
}

/** What each pool took in the run, in øre; pools that took nothing are left out. */
export async function readPoolAmounts(db: Db, runDir: string): Promise<Map<string, bigint>> {
  const pools = Map.groupBy(await readTable(db, runDir, ASSIGNMENTS), (row) => text(row, 'pool'));
  return new Map(
    [...pools].map(([pool, rows]) => [pool, rows.reduce((sum, row) => sum + whole(row, 'amount_ore'), 0n)]),
  );
}
