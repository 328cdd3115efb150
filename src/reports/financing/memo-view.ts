// Joint terms and "of which" of a unit's variances as a table: shown on request, and in no sum.

import { left, right } from '../../charts/text-table.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { MEMO_LINE_TEXTS } from '../../words/memo-lines.ts';
import { monthName } from '../../words/months.ts';
import type { View } from '../result-views.ts';
import { signedThousands } from './figures.ts';
import { type MonthlyReport, monthsAt, monthsUntil } from './monthly-report.ts';
import { sumMonths, type Totals } from './totals.ts';

/** The month and so far, in thousands of kroner, signed; no rows where there is nothing to show. */
export function memoView(report: MonthlyReport, unit: string, language: Language): View {
  const soFar = sumMonths(monthsUntil(report, unit));
  const ofMonth = sumMonths(monthsAt(report, unit));
  const amount = ({ memo }: Totals, line: string): string =>
    signedThousands(memo.find((one) => one.line === line)?.amountOre ?? 0n, language);
  return {
    caption: MEMO_LINE_TEXTS.caption[language],
    columns: [
      left(sayFinancing('line', language)),
      right(monthName(report.month, language)),
      right(sayFinancing('soFar', language)),
    ],
    rows: soFar.memo.map(({ line }) => [
      MEMO_LINE_TEXTS[line][language],
      amount(ofMonth, line),
      amount(soFar, line),
    ]),
  };
}
