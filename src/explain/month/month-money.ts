// What a unit was given and what it earned: the frame by month, the budget by account string, and earnings by line.

import { formatAmount, formatQuantity, type NumberLanguage } from '../../money/amount-text.ts';
import { type Fraction, fraction, roundHalfAway } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import { EARNED, PLACED, UNIT_MONTHS } from '../../tables/financing-results.ts';
import { accountKey } from '../../tables/ledger.ts';
import { accountIn, fractionIn, wholeIn } from '../../tables/row-cells.ts';
import type { Row } from '../../tables/schema.ts';
import type { ExplainContext } from '../explain-context.ts';
import { figureAddress } from '../figure-address.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from '../level.ts';
import { readCertificate } from '../read-certificate.ts';
import { monthLabel, readAddress, rowsAt } from './month-rows.ts';

/** A unit's frame, by month. */
export async function explainFrame(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const address = readAddress(text);
  const rows = await rowsAt(context, UNIT_MONTHS, address);
  const lines = rows.map(
    (row): ExplainLine => ({
      label: monthLabel(Number(row['month'])),
      amountOre: wholeIn(row, 'frame_ore'),
      ...(row['has_frame'] === 0 ? { detail: 'held by the purchaser, not split' } : {}),
      figure: `budget:${address.name}`,
    }),
  );
  const head = {
    figure: `frame:${text}`,
    title: `Frame of ${address.name}, ${monthLabel(address.month)}`,
    rule: 'Budget in the pools of the price, spread over the months as the model says, with changes from their month on.',
  };
  return levelOf(head, lines);
}

/** A unit's budget of the year, by account string. */
export async function explainBudget(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const rows = await rowsAt(context, PLACED, { name: text, rest: '' });
  const lines = rows
    .filter((row) => row['kind'] !== 'actual')
    .map(
      (row): ExplainLine => ({
        label: accountKey(accountIn(row)),
        amountOre: wholeIn(row),
        detail: `pool ${row['pool']}, ${row['rows']} rows`,
      }),
    );
  const head = {
    figure: `budget:${text}`,
    title: `Budget of ${text}`,
    rule: 'The year’s budget by account string, in whatever pool; the frame takes the pools of the price.',
  };
  return levelOf(head, lines);
}

/** What a unit earned: by month, or a month's line by line. */
export async function explainEarned(context: ExplainContext, text: string): Promise<ExplainLevel> {
  const address = readAddress(text);
  const { inForce, basis } = await modelInForce(context);
  const rows = (await rowsAt(context, EARNED, address)).filter((row) => row['model'] === inForce);
  const lines =
    address.month === undefined
      ? monthLines(rows, (month) => `earned:${address.name}@${month}`)
      : rows.map((row) => earnedLine(context, row, basis));
  const head = {
    figure: `earned:${text}`,
    title: `What ${address.name} earned, ${monthLabel(address.month)}`,
    rule: 'Base grant + supplements + adopted price × paid quantity, rounded together.',
  };
  return levelOf(head, lines);
}

/** Sums by month. */
export const monthLines = (rows: readonly Row[], figure: (month: number) => string): ExplainLine[] =>
  [...Map.groupBy(rows, (row) => Number(row['month']))].map(([month, those]) => ({
    label: monthLabel(month),
    amountOre: those.reduce((sum, row) => sum + wholeIn(row), 0n),
    figure: figure(month),
  }));

/** The model in force, and what it pays for: granted, delivered or lesser. */
async function modelInForce({ runDir }: ExplainContext) {
  const { inForce = '', models = [] } = (await readCertificate(runDir)).identity?.model?.financing ?? {};
  return { inForce, basis: models.find(({ name }) => name === inForce)?.pays?.basis ?? 'delivered' };
}

/** Other quantities than what is paid for: the state that an earned line of this kind rests on. */
const STATE_OF: { readonly [kind: string]: string } = { absence: 'absence', 'empty-place': 'empty' };

function earnedLine({ language = 'en' }: ExplainContext, row: Row, basis: string): ExplainLine {
  const [service, unit, level] = ['service', 'unit', 'level'].map((name) => String(row[name]));
  const label = [row['kind'], service, level, row['name']].filter((part) => part !== '').join(' · ');
  const price = fractionIn(row, 'price');
  const parts = wholeIn(row, 'parts');
  if (price.num === 0n || service === '') return { label, amountOre: wholeIn(row) };
  return {
    label,
    amountOre: wholeIn(row),
    detail: productText({ parts, price, amountOre: wholeIn(row) }, language),
    figure: `quantity:${figureAddress(STATE_OF[String(row['kind'])] ?? basis, service, unit, level)}@${row['month']}`,
  };
}

type Product = { readonly parts: bigint; readonly price: Fraction; readonly amountOre: bigint };

/** "290 × 4 717,00 kr"; with thousandths where the quantity is not whole, so that it can be multiplied again. */
export function productText({ parts, price, amountOre }: Product, language: NumberLanguage): string {
  const per = partsOf(price, parts, amountOre);
  const decimals = parts % per === 0n ? 0 : 3;
  const quantity = formatQuantity(parts, { language, partsPerMeasure: per, decimals });
  return `${quantity} × ${formatAmount(roundHalfAway(price), { language })} kr`;
}

/** Hours have more parts than other measures; the amount tells which, as price × parts ÷ parts per measure. */
function partsOf(price: { num: bigint; den: bigint }, parts: bigint, amountOre: bigint): bigint {
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
  const gap = (per: bigint): bigint =>
    magnitude(roundHalfAway(fraction(price.num * parts, price.den * per)) - amountOre);
  const [hour, other] = [partsPerMeasure('hour'), partsPerMeasure('')];
  return gap(hour) < gap(other) ? hour : other;
}
