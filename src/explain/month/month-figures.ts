// Every figure of a followed month explains itself: what a unit earned, spent and was given, why they differ, and the
// rows behind each, from the month's own tables and the archive.

import type { ExplainContext } from '../explain-context.ts';
import { type ExplainLevel, UnknownFigure } from '../level.ts';
import { explainBudget, explainEarned, explainFrame } from './month-money.ts';
import { explainQuantity } from './month-quantities.ts';
import { explainMonthAccount, explainSpent } from './month-spending.ts';
import { explainSettlement, explainVariance } from './month-variances.ts';

const EXPLAIN: {
  readonly [kind: string]: (context: ExplainContext, address: string) => Promise<ExplainLevel>;
} = {
  frame: explainFrame,
  budget: explainBudget,
  earned: explainEarned,
  spent: explainSpent,
  posted: explainMonthAccount,
  variance: explainVariance,
  activity: (context, address) => explainVariance(context, address, 'activity'),
  efficiency: (context, address) => explainVariance(context, address, 'efficiency'),
  quantity: explainQuantity,
  settlement: explainSettlement,
};

export const MONTH_FIGURES = [
  'variance:<unit>[@<month>], activity:…, efficiency:… (of a followed month, as all below)',
  'activity:<unit>[@<month>]/<line>, efficiency:<unit>[@<month>]/<line>',
  'frame:<unit>, budget:<unit>',
  'earned:<unit>[@<month>]',
  'spent:<unit>[@<month>[/<pool>]]',
  'posted:<unit>@<month>/<account string>',
  'quantity:<state>/<service>/<unit>[/<level>][@<month>]',
  'settlement:<unit>',
];

/** True for a figure of a followed month, which lies in another folder than a costing run's. */
export const isMonthFigure = (figure: string): boolean => figure.split(':')[0]! in EXPLAIN;

/**
 * One level of the explanation of a figure of a followed month; `context.runDir` is the month's folder.
 * @throws UnknownFigure when the month has no such figure.
 */
export function explainMonthFigure(context: ExplainContext, figure: string): Promise<ExplainLevel> {
  const colon = figure.indexOf(':');
  const explain = EXPLAIN[figure.slice(0, colon)];
  if (!explain) throw new UnknownFigure(`"${figure}" is no figure of a followed month.`);
  return explain(context, figure.slice(colon + 1));
}
