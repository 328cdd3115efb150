// Why frame, earned and spent differ, line by line; and how a year's result was settled.

import { SETTLEMENTS, VARIANCES } from '../../tables/financing-results.ts';
import { wholeIn } from '../../tables/row-cells.ts';
import type { Row } from '../../tables/schema.ts';
import type { ExplainContext } from '../explain-context.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from '../level.ts';
import { monthLabel, readAddress, rowsAt } from './month-rows.ts';

const ABOUT: { readonly [variance: string]: string } = {
  activity: 'Frame − earned: what purchaser and politicians answer for.',
  efficiency: 'Earned − spent: what provider and administration answer for.',
};

/** Both variances of a unit, or one of them, by line; positive = money left over. */
export async function explainVariance(
  context: ExplainContext,
  text: string,
  variance?: 'activity' | 'efficiency',
): Promise<ExplainLevel> {
  const address = readAddress(text);
  const rows = (await rowsAt(context, VARIANCES, address)).filter(
    (row) => row['variance'] !== 'memo' && (variance === undefined || row['variance'] === variance),
  );
  const groups = Map.groupBy(rows, (row) => (variance ? String(row['line']) : String(row['variance'])));
  const lines = [...groups].map(
    ([name, those]): ExplainLine => ({
      label: variance ? name : `${name} variance`,
      amountOre: those.reduce((sum, row) => sum + wholeIn(row), 0n),
      figure: variance ? `${variance}:${text}/${name}` : `${name}:${text}`,
    }),
  );
  const head = {
    figure: `${variance ?? 'variance'}:${text}`,
    title: `${variance ? `The ${variance} variance` : 'The variances'} of ${address.name}, ${monthLabel(address.month)}`,
    rule: variance ? ABOUT[variance]! : 'Frame − spent, in two: positive = money left over.',
  };
  return levelOf(head, lines);
}

/** A unit's settlement: result, and what of it the unit does not keep or carry. */
export async function explainSettlement(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const [row] = await rowsAt(context, SETTLEMENTS, { name: text, rest: '' });
  const line = (label: string, column: string, sign = 1n): ExplainLine => ({
    label,
    amountOre: sign * wholeIn(row as Row, column),
  });
  const lines = [
    line('carried in from the years before', 'carried_in_ore'),
    { ...line('the year’s efficiency result', 'year_ore'), figure: `efficiency:${text}` },
    line('returned to the reserve', 'returned_ore', -1n),
    line('covered by the reserve', 'covered_ore', -1n),
  ];
  const head = {
    figure: `settlement:${text}`,
    title: `What ${text} takes with it into the next year`,
    rule: 'Result = carried in + the year’s; what goes to or comes from the reserve is taken out of it.',
  };
  return levelOf(head, lines);
}
