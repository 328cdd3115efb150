// When the figures are from and how firm they are: period, status, freshness.

import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { dayAndMonth, monthName, monthsSoFar } from '../../words/months.ts';
import { isClosed, type MonthlyReport } from './monthly-report.ts';

/** "januar–mai 2026" */
export const periodText = ({ year, month }: MonthlyReport, language: Language): string =>
  monthsSoFar(year.year, month, language);

/** "closed" or "preliminary". */
export const statusText = (report: MonthlyReport, language: Language): string =>
  sayFinancing(isClosed(report) ? 'closed' : 'preliminary', language);

/** "Ledger to 30 April, activity to 28 April." */
export function freshnessText({ year, dataUntil }: MonthlyReport, language: Language): string {
  const { ledgerMonth, activityMonth } = year.freshness;
  const at = (day: string | undefined, month: number): string =>
    day ? dayAndMonth(day, language) : monthName(month, language);
  return sayFinancing('freshness', language, {
    ledger: at(dataUntil?.ledger, ledgerMonth),
    activity: at(dataUntil?.activity, activityMonth),
  });
}
