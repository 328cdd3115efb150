// Internal sales: what units of the municipality buy of each other. Each declared pair becomes two pools that stand
// before all others and end where nothing is costed, so that neither side is counted twice.

import { parseAmount } from '../../money/amount-text.ts';
import { type Ore, ore } from '../../money/ore.ts';
import { ACCOUNT_FIELDS } from '../../tables/ledger.ts';
import type { InternalSale, Pool, Texts } from '../model.ts';
import { type Entry, expected, missing, readChoice, readFields, readText } from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import { type PoolNames, readTests, TEST_KEYS, takesAll } from './read-pools.ts';

const KEYS = ['buys', 'sells', 'by', 'tolerance'] as const;

/** The nature of both sides: in one nature they meet at zero, and no growth is asked for. */
const INTERNAL_NATURE = 'internal sales';

export type InternalSales = {
  readonly sales: readonly InternalSale[];
  /** Two for each, in order. */
  readonly pools: readonly Pool[];
};

/**
 * Reads the entries of `internal-sales:`, a list of `- meals: { buys: { article: 290, units: institutions }, sells: { article: 690,
 * units: kitchen }, by: object, tolerance: 100 kr }`. The pools are "meals bought" and "meals sold".
 */
export function readInternalSales(entries: readonly Entry[], names: PoolNames): InternalSales {
  const read = entries.map((entry) => readInternalSale(entry, names));
  const taken = new Set(names.pools.all);
  for (const { sale, at } of read) {
    const clash = [sale.bought, sale.sold].find((name) => taken.has(name));
    for (const name of [sale.bought, sale.sold]) taken.add(name);
    if (clash === undefined) continue;
    const message = `the internal sale "${sale.name}" makes a pool "${clash}", and there is one of that name.`;
    complain(at, { rule: 'duplicate-key', message, remedy: 'Give one of the two another name.' });
  }
  return { sales: read.map(({ sale }) => sale), pools: read.flatMap(({ pools }) => pools) };
}

function readInternalSale({ key, at, value }: Entry, names: PoolNames) {
  const fields = readFields(value, 'an internal sale', KEYS);
  const by = fields.by && readChoice(fields.by, ACCOUNT_FIELDS);
  const tolerance = fields.tolerance && readTolerance(fields.tolerance);
  const sideOf = (side: 'buys' | 'sells', name: string): Pool => ({
    name,
    label: labelOf(key, side),
    ...readSide(fields[side], at, { side, names }),
    nature: INTERNAL_NATURE,
    answers: 'central',
    paidAs: 'price',
    goes: { kind: 'not-costed', name: `internal sales ${key}` },
    at: locationOf(at),
  });
  const [bought, sold] = [`${key} bought`, `${key} sold`];
  const sale: InternalSale = {
    name: key,
    ...{ bought, sold },
    ...(by ? { by } : {}),
    toleranceOre: tolerance ?? ore(0),
    at: locationOf(at),
  };
  return { sale, at, pools: [sideOf('buys', bought), sideOf('sells', sold)] };
}

/** What people see instead of "meals bought". */
function labelOf(sale: string, side: 'buys' | 'sells'): Texts {
  const words =
    side === 'buys'
      ? { nb: 'kjøpt', sv: 'köpt', da: 'købt', en: 'bought' }
      : { nb: 'solgt', sv: 'sålt', da: 'solgt', en: 'sold' };
  return {
    nb: `${sale}: ${words.nb} internt`,
    sv: `${sale}: ${words.sv} internt`,
    da: `${sale}: ${words.da} internt`,
    en: `${sale}: ${words.en} internally`,
  };
}

function readSide(
  spot: Spot | undefined,
  at: Spot,
  { side, names }: { readonly side: 'buys' | 'sells'; readonly names: PoolNames },
): Pick<Pool, 'test' | 'units' | 'concept'> {
  const remedy = `Say which postings they are: "${side}: { article: ${side === 'buys' ? 290 : 690}, units: … }".`;
  if (!spot) {
    missing(at, side, remedy);
    return { test: {} };
  }
  const fields = readFields(spot, `"${side}"`, TEST_KEYS);
  const isBare = TEST_KEYS.every((key) => !fields[key]);
  const tests = readTests(fields, names);
  if (isBare && takesAll(tests))
    expected(spot, `the postings that ${side.replace(/s$/, '')} something`, remedy);
  return tests;
}

/** "100 kr" → 10,000 øre. */
function readTolerance(spot: Spot): Ore | undefined {
  const what = 'an amount such as 100 kr';
  const written = /^(.+?)\s*(kr|kroner|kronor)\.?$/i.exec(readText(spot, what) ?? '')?.[1] ?? '';
  const decimal = /\.\d\d?$/.test(written) ? '.' : ',';
  const amount = parseAmount(written, { decimal, unit: 'kroner' });
  return amount !== undefined && amount >= 0n ? amount : expected(spot, what);
}
