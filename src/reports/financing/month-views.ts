// A followed month in the terminal: every unit in a table of 100 columns, the lines of one unit, with the finding as the
// first line above them.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthName } from '../../words/months.ts';
import { unitName, type View } from '../result-views.ts';
import { absentFrame } from './absent-frame.ts';
import { withPlus } from './figures.ts';
import { lineLabel, type NamedLine, type Variance } from './line-name.ts';
import { periodText, statusText } from './month-labels.ts';
import { heldUntil, type MonthlyReport, monthsAt, monthsUntil } from './monthly-report.ts';
import { sumMonths, type Totals } from './totals.ts';
import { unitRows } from './unit-rows.ts';

const thousands = (amountOre: bigint, language: Language): string =>
  formatAmount(amountOre, { language, unit: 'thousand' });
const signed = (amountOre: bigint, language: Language): string => withPlus(thousands(amountOre, language));

/** Frame, earned, spent and the two variances of every unit so far this year, and of all; the largest deviation first. */
export function monthView(report: MonthlyReport, language: Language): View {
  const held = sayFinancing(absentFrame(report).short, language);
  const cells = ({ frameOre, earnedOre, spentOre, activityOre, efficiencyOre }: Totals): string[] => [
    frameOre === undefined ? held : thousands(frameOre, language),
    thousands(earnedOre, language),
    thousands(spentOre, language),
    activityOre === undefined ? held : signed(activityOre, language),
    signed(efficiencyOre, language),
  ];
  const rows = unitRows(report, language).map(
    ({ name, totals, reason }): TextRow => [name, ...cells(totals), reason],
  );
  const all = sumMonths(monthsUntil(report), heldUntil(report));
  return {
    caption: sayFinancing('monthOf', language, {
      period: periodText(report, language),
      status: statusText(report, language),
    }),
    columns: [
      left(sayFinancing('unit', language)),
      right(sayFinancing('frame', language)),
      right(sayFinancing('earned', language)),
      right(sayFinancing('spent', language)),
      right(sayFinancing('activityShort', language)),
      right(sayFinancing('efficiencyShort', language)),
      left(sayFinancing('reason', language)),
    ],
    rows: [...rows, 'rule', [sayFinancing('total', language), ...cells(all), '']],
  };
}

/** From frame to spending of one unit, line by line: the month, and so far. */
export function unitLinesView(report: MonthlyReport, unit: string, language: Language): View {
  const soFar = sumMonths(monthsUntil(report, unit));
  const both = [sumMonths(monthsAt(report, unit)), soFar];
  const absent = sayFinancing(absentFrame(report).figure, language);
  const cell = (amountOre: bigint | undefined, write: typeof thousands): string =>
    amountOre === undefined ? absent : write(amountOre, language);
  const total = (key: 'frame' | 'earned' | 'spent'): TextRow => [
    sayFinancing(key, language),
    ...both.map((totals) => cell(totals[`${key}Ore`], thousands)),
  ];
  const sum = (key: Variance): TextRow => [
    sayFinancing(`${key}Variance`, language),
    ...both.map((totals) => cell(totals[`${key}Ore`], signed)),
  ];
  const line = (named: NamedLine): TextRow => [
    `\u2003${lineLabel(named, language)}`,
    ...both.map((totals) => signed(amountOf(totals, named), language)),
  ];
  const period = periodText(report, language);
  return {
    caption: sayFinancing('linesOf', language, { unit: unitName(report.model, unit), period }),
    columns: [
      left(sayFinancing('line', language)),
      right(monthName(report.month, language)),
      right(sayFinancing('soFar', language)),
    ],
    rows: [
      ...[total('frame'), sum('activity')],
      ...soFar.activity.map((each) => line({ variance: 'activity', ...each })),
      ...[total('earned'), sum('efficiency')],
      ...soFar.efficiency.map((each) => line({ variance: 'efficiency', ...each })),
      total('spent'),
    ],
  };
}

function amountOf(totals: Totals, { variance, line }: NamedLine): bigint {
  const lines: readonly { readonly line: string; readonly amountOre: bigint }[] = totals[variance];
  return lines.find((each) => each.line === line)?.amountOre ?? 0n;
}
