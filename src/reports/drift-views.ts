// What is new since the last run, and how whole the last weeks are, as tables for people.

import { left, right } from '../charts/text-table.ts';
import type { Completeness } from '../checks/completeness/completeness.ts';
import { formatAmount, formatQuantity } from '../money/amount-text.ts';
import type { Drift } from '../run/find-drift.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Language } from '../words/language.ts';
import { say, sayMeasure } from '../words/report-texts.ts';
import type { View } from './result-views.ts';

const quantity = (parts: bigint, measure: string, language: Language): string =>
  formatQuantity(parts, { language, partsPerMeasure: partsPerMeasure(measure) });

/** What no run has seen, with what it holds and a home for it. */
export function driftView(drift: readonly Drift[], language: Language): View {
  return {
    caption: say('drift', language),
    columns: [
      left(say('kind', language)),
      left(say('name', language)),
      right(say('rows', language)),
      right(`${say('amount', language)}, kr`),
      left(say('volume', language)),
      left(say('home', language)),
    ],
    rows: drift.map(({ kind, name, rows, amountOre, volumes, home }) => [
      say(kind, language),
      name,
      String(rows),
      amountOre === undefined ? '' : formatAmount(amountOre, { language, decimals: 0 }),
      volumes
        .map(({ measure, parts }) => `${quantity(parts, measure, language)} ${sayMeasure(measure, language)}`)
        .join(', '),
      home,
    ]),
  };
}

/** The last weeks or months beside the usual one; what is not whole is marked. */
export function completenessView(
  rows: readonly Completeness[],
  per: Completeness['per'],
  language: Language,
): View {
  const shown = rows.filter((row) => row.per === per);
  const names = [...new Set(shown.flatMap(({ last }) => last.map(({ name }) => name)))].sort();
  return {
    caption: say(per === 'week' ? 'lastWeeks' : 'lastMonths', language),
    columns: [
      left(`${say('service', language)} · ${say('unit', language)}`),
      left(say('measure', language)),
      right(say('usual', language)),
      ...names.map(right),
      left(''),
    ],
    rows: shown.map(({ state, service, unit, measure, usual, last, isPreliminary }) => [
      `${service} · ${unit}${state === 'delivered' ? '' : ` · ${state}`}`,
      sayMeasure(measure, language),
      quantity(usual, measure, language),
      ...names.map((name) => {
        const found = last.find((stretch) => stretch.name === name);
        return found ? quantity(found.parts, measure, language) : '';
      }),
      isPreliminary ? say('preliminary', language) : '',
    ]),
  };
}
