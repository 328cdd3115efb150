// Reads prices/<year>.yaml back: every price exact, and every mistake of a hand that edited it with its line.

import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../findings/finding.ts';
import type { AdoptedPrice, AdoptedPrices, PricedPool } from '../tables/prices.ts';
import { type AdoptedFields, adoptedFields, type Tell } from './adopted-fields.ts';

/**
 * The adopted prices in `text`, which stands in `file`. Without values when anything is wrong; all that is wrong is
 * told at once, each with line and column.
 */
export function readAdoptedPrices(
  text: string,
  file: string,
): { readonly values?: AdoptedPrices; readonly findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const findings: Finding[] = [];
  const tell: Tell = (offset, message, remedy) => {
    const { line, col } = lines.linePos(offset);
    findings.push({
      rule: 'prices/adopted-file',
      severity: 'error',
      message,
      remedy,
      where: { file, line: Math.max(line, 1), position: Math.max(col, 1) },
    });
  };
  for (const { pos, message } of document.errors)
    tell(pos[0], message.split('\n')[0] ?? message, 'Correct it, or adopt the prices again.');
  if (findings.length > 0) return { findings };
  if (!isMap(document.contents)) {
    tell(0, 'the file holds no prices', 'Adopt the prices again.');
    return { findings };
  }
  const values = readList(adoptedFields(document.contents, tell));
  return findings.length > 0 ? { findings } : { values, findings };
}

function readList(fields: AdoptedFields): AdoptedPrices {
  const from = fields.optional('from', /^\d{4}-(0[1-9]|1[0-2])$/, '2026-07');
  return {
    priceYear: fields.year('year'),
    costYear: fields.year('cost-year'),
    adopted: fields.matching('adopted', /^\d{4}-\d{2}-\d{2}$/, '2025-12-11'),
    ...(from === undefined ? {} : { from }),
    run: fields.text('run'),
    ...(fields.has('pools') ? { pools: fields.list('pools', readPool, ({ pool }) => [pool]) } : {}),
    prices: fields.list('prices', readPrice, ({ kind, service, level }) => [kind, service, level]),
    baseGrants: fields.list(
      'base-grants',
      ({ text, kroner, exact }) => ({
        unit: text('unit', ''),
        publishedOre: kroner('amount'),
        exact: exact(),
      }),
      ({ unit }) => [unit],
    ),
    supplements: fields.list(
      'supplements',
      ({ text, exact }) => ({
        name: text('name'),
        service: text('service'),
        unit: text('unit'),
        amount: exact(),
      }),
      ({ name, service, unit }) => [name, service, unit],
    ),
  };
}

function readPool({ text, matching }: AdoptedFields): PricedPool {
  const paidAs = matching('paid-as', /^(price|base)$/, 'price or base');
  return { pool: text('pool'), paidAs: paidAs === 'base' ? 'base' : 'price' };
}

function readPrice({ text, matching, kroner, exact }: AdoptedFields): AdoptedPrice {
  const kind = matching('kind', /^(financing|full-cost)$/, 'financing or full-cost');
  return {
    kind: kind === 'full-cost' ? 'full-cost' : 'financing',
    service: text('service'),
    level: text('level', ''),
    measure: text('measure'),
    publishedOre: kroner('price'),
    exact: exact(),
  };
}
