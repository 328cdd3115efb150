// The settlement of a year as a table: what each unit brings, keeps, hands back and carries on, and the reserve that
// makes all of it sum to zero.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { sumOre } from '../../money/ore.ts';
import type { Settlement } from '../../tables/financing.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { unitName, type View } from '../result-views.ts';
import { signedThousands } from './figures.ts';
import type { MonthlyReport } from './monthly-report.ts';

const COLUMNS = [
  ['carriedIn', 'carriedInOre'],
  ['ofYear', 'yearOre'],
  ['result', 'resultOre'],
  ['kept', 'keptOre'],
  ['returned', 'returnedOre'],
  ['carried', 'carriedOre'],
  ['covered', 'coveredOre'],
] as const satisfies readonly (readonly [string, keyof Settlement])[];

/** What is settled: the year's units and what the purchasers' reserves get or pay. */
export type Settled = Pick<MonthlyReport, 'model' | 'settlements' | 'reserves'>;

/** Thousands of kroner, signed; no rows where nothing is settled. */
export function settlementView({ model, settlements, reserves = [] }: Settled, language: Language): View {
  const cells = (of: readonly Settlement[]): string[] =>
    COLUMNS.map(([, column]) => signedThousands(sumOre(of.map((each) => each[column])), language));
  const rows: TextRow[] = settlements.map((each) => [unitName(model, each.unit), ...cells([each])]);
  const total: TextRow[] = ['rule', [sayFinancing('total', language), ...cells(settlements)]];
  const reserveRows = reserves.map(({ purchaser, amountOre }): TextRow => {
    const name = sayFinancing('reserveOf', language, { unit: unitName(model, purchaser) });
    return [name, '', '', signedThousands(amountOre, language), '', '', '', ''];
  });
  return {
    caption: sayFinancing('settlement', language, { year: model.financing?.year ?? model.years.price }),
    columns: [
      left(sayFinancing('unit', language)),
      ...COLUMNS.map(([key]) => right(sayFinancing(key, language))),
    ],
    rows: settlements.length === 0 ? [] : [...rows, ...total, ...reserveRows],
  };
}
