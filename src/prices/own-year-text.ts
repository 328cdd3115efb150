// What each unit's own cost year was made of, written down beside the prices: a table that a spreadsheet opens, with
// exact numbers.

import { divide, type Fraction, fraction, toDecimal } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { BaseYear, OwnCost, OwnVolume } from '../tables/financing.ts';
import { exactNumber } from './exact-number.ts';

/** A cost has nature, paid-as, kroner and growth (as a factor); a volume quantity, its measure, and paid hours where known. */
export const OWN_YEAR_COLUMNS = [
  'kind',
  'unit',
  'service',
  'level',
  'nature',
  'paid-as',
  'kroner',
  'growth',
  'quantity',
  'measure',
  'hours',
] as const;
export type OwnYearColumn = (typeof OWN_YEAR_COLUMNS)[number];

/** One part of paid hours is a tenth of a second, as of hours that are delivered. */
export const PARTS_PER_HOUR: Fraction = fraction(partsPerMeasure('hour'));

/**
 * The text of prices/<name>-own-year.csv: a row for each cost and volume, in the order given. `measureOf` names a
 * service's measure, "" where it has none. The same year gives the same bytes; `readOwnYear` reads it back.
 */
export function writeOwnYear({ costs, volumes }: BaseYear, measureOf: (service: string) => string): string {
  const rows = [...costs.map(costRow), ...volumes.map((volume) => volumeRow(volume, measureOf))];
  const lines = rows.map((row) => OWN_YEAR_COLUMNS.map((column) => cell(row[column] ?? '')).join(';'));
  return `${[OWN_YEAR_COLUMNS.join(';'), ...lines].join('\n')}\n`;
}

type Cells = { readonly [column in OwnYearColumn]?: string };

const costRow = ({ unit, service, level, nature, paidAs, costOre, growth }: OwnCost): Cells => ({
  ...{ kind: 'cost', unit, service, level, nature, 'paid-as': paidAs },
  kroner: toDecimal(fraction(costOre, 100n), 2),
  growth: exactNumber(growth),
});

function volumeRow(
  { unit, service, level, parts, hourParts }: OwnVolume,
  measureOf: (service: string) => string,
): Cells {
  const measure = measureOf(service);
  return {
    ...{ kind: 'volume', unit, service, level, measure },
    quantity: exactNumber(fraction(parts, partsPerMeasure(measure))),
    ...(hourParts ? { hours: exactNumber(divide(hourParts, PARTS_PER_HOUR)) } : {}),
  };
}

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
