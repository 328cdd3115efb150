// Whether a SIE file's postings are of the fiscal year and the years that are asked for, and in the country's money.

import type { Finding } from '../../../findings/finding.ts';
import type { ReadingModel } from '../../reader.ts';
import { ledgerYears } from '../../reading-year.ts';
import { sieFinding } from './sie-finding.ts';
import type { SieReading } from './sie-reading.ts';

/** Postings outside #RAR 0, and of years that no costing asks for; a file without any other is an error. */
export function checkYears({ source, years, outside, head }: SieReading, model: ReadingModel): Finding[] {
  const found: Finding[] = [];
  const own = head.years.get('0');
  if (own && outside.rows > 0)
    found.push(
      sieFinding({
        rule: 'outside-year',
        severity: 'warning',
        message: `Lines are dated outside the fiscal year of the file, ${own.from}–${own.to}.`,
        remedy: 'They count in the year of their date; check them in the accounting system.',
        row: outside.first,
        count: outside.rows,
        amountOre: outside.sumOre,
      }),
    );
  if (source.year !== undefined) return found;
  const wanted = ledgerYears(source, model.years);
  const others = [...years].filter(([year]) => !wanted.includes(year)).sort(([a], [b]) => a - b);
  for (const [year, { rows, sumOre, first }] of others)
    found.push(
      sieFinding({
        rule: 'other-year',
        severity: others.length === years.size ? 'error' : 'warning',
        message: `The file has postings of ${year}; the model asks for ${wanted.join(' or ')}.`,
        remedy: `Deliver the file of ${wanted.join(' or ')}, or write year: in the source if another is meant.`,
        row: first,
        count: rows,
        amountOre: sumOre,
      }),
    );
  return found;
}

const MONEY = { SE: 'SEK', NO: 'NOK', DK: 'DKK' } as const;

/** #VALUTA in other money than the municipality's. */
export function checkCurrency({ head }: SieReading, model: ReadingModel): Finding[] {
  const { currency } = head;
  const own = MONEY[model.municipality.country];
  if (currency === undefined || currency === own) return [];
  return [
    sieFinding({
      rule: 'currency',
      severity: 'error',
      message: `The amounts of the file are not in ${own} (#VALUTA).`,
      remedy: `Export it in ${own}.`,
    }),
  ];
}
