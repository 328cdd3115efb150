// A run's prices and volumes read back from its tables, for what is done after a run: showing, adopting, settling.

import type { Db } from '../store/db.ts';
import { readTable } from '../store/result-files.ts';
import type { ActivityState, Volume } from '../tables/activity.ts';
import type { Price, PriceKind, PriceList } from '../tables/prices.ts';
import { ASSIGNMENTS, BASE_GRANTS, PRICE_PARTS, PRICES, SUPPLEMENTS, VOLUMES } from '../tables/results.ts';
import { fractionIn, textIn, wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';

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
      unit: textIn(row, 'unit'),
      parts: [],
      exact: fractionIn(row, 'exact'),
      publishedOre: wholeIn(row, 'published_ore'),
    })),
    supplements: (await readTable(db, runDir, SUPPLEMENTS)).map((row) => ({
      name: textIn(row, 'name'),
      service: textIn(row, 'service'),
      unit: textIn(row, 'unit'),
      amount: fractionIn(row, 'amount'),
    })),
  };
}

const priceOf = (row: Row, parts: readonly Row[]): Price => ({
  kind: textIn(row, 'kind') as PriceKind,
  service: textIn(row, 'service'),
  level: textIn(row, 'level'),
  measure: textIn(row, 'measure'),
  parts: parts.map((part) => ({
    nature: textIn(part, 'nature'),
    costOre: wholeIn(part, 'cost_ore'),
    growth: fractionIn(part, 'growth'),
    perMeasure: fractionIn(part, 'per_measure'),
  })),
  supplementsPerMeasure: fractionIn(row, 'supplements'),
  volumeParts: wholeIn(row, 'parts'),
  exact: fractionIn(row, 'exact'),
  publishedOre: wholeIn(row, 'published_ore'),
  roundingEffectOre: wholeIn(row, 'rounding_effect_ore'),
});

/** The run's volumes, every state and month. */
export async function readVolumes(db: Db, runDir: string): Promise<Volume[]> {
  return (await readTable(db, runDir, VOLUMES)).map((row) => ({
    state: textIn(row, 'state') as ActivityState,
    service: textIn(row, 'service'),
    unit: textIn(row, 'unit'),
    level: textIn(row, 'level'),
    year: Number(row['year']),
    month: Number(row['month']),
    parts: wholeIn(row, 'parts'),
    rows: Number(row['rows']),
  }));
}

/** What each pool took in the run, in øre; pools that took nothing are left out. */
export async function readPoolAmounts(db: Db, runDir: string): Promise<Map<string, bigint>> {
  const pools = Map.groupBy(await readTable(db, runDir, ASSIGNMENTS), (row) => textIn(row, 'pool'));
  return new Map(
    [...pools].map(([pool, rows]) => [pool, rows.reduce((sum, row) => sum + wholeIn(row, 'amount_ore'), 0n)]),
  );
}
