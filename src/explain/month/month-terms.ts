// What a line of a variance is made of: the amounts whose difference it is, service by service, found again from the
// basis of the month.

import type { Model } from '../../model/model.ts';
import { formatQuantity, type NumberLanguage } from '../../money/amount-text.ts';
import { sumOre } from '../../money/ore.ts';
import { roundTogether } from '../../money/round-together.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { FinancingYear, QuantityState, VarianceTerm } from '../../tables/financing.ts';
import { keyOf } from '../../tables/keys.ts';
import { findName } from '../find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from '../level.ts';
import { monthLabel, readAddress } from './month-rows.ts';

/** "activity:innlandet@5/users" → variance activity, address innlandet@5/users; undefined for another kind of figure. */
export function termFigure(
  figure: string,
): { readonly variance: string; readonly address: string } | undefined {
  const match = /^(activity|efficiency):(.+@\d+\/.+|[^@]+\/.+)$/.exec(figure);
  return match ? { variance: match[1]!, address: match[2]! } : undefined;
}

const ABOUT: { readonly [about: string]: { readonly text: string; readonly figure?: string } } = {
  whole: { text: 'the line by itself', figure: 'earned' },
  'base-as-voted': { text: 'base grant as voted' },
  base: { text: 'base grant now', figure: 'earned' },
  'budget-as-voted': { text: 'budgeted quantity × price as voted' },
  budget: { text: 'budgeted quantity × price' },
  'budget-for-these-users': { text: 'what was budgeted for a user × users there were' },
  'granted-at-budget-price': { text: 'quantity there was × mean price of the budget' },
  granted: { text: 'quantity there was × price', figure: 'earned' },
  paid: { text: 'paid quantity × price', figure: 'earned' },
  frame: { text: 'frame', figure: 'frame' },
  'base-and-budget-as-voted': { text: 'base grant + budgeted quantity × price, as voted' },
  'price-times-quantity': { text: 'price × paid quantity', figure: 'earned' },
  'own-base-year-cost': { text: 'what its own base year, grown, would have cost for the same quantity' },
  'paid-hours-at-base-year-wage': { text: 'paid hours × wage an hour of the base year, grown as assumed' },
  'paid-hours-at-that-wage-as-grown': { text: 'paid hours × wage an hour of the base year, as it grew' },
  'base-year-hours-at-base-year-wage': {
    text: 'hours that the base year would have paid for the same quantity × the same wage',
  },
  'base-year-wages': { text: 'wages of the base year, grown, for the same quantity' },
  'wages-spent': { text: 'wages spent', figure: 'spent' },
  'goods-at-assumed-prices': { text: 'goods used, at the prices that were assumed' },
  'base-year-goods': { text: 'goods of the base year, grown, for the same quantity' },
  'goods-spent': { text: 'goods spent', figure: 'spent' },
  'base-and-fixed-in-price': { text: 'base grant, and what prices hold for fixed cost × quantity' },
  'planned-fixed': { text: 'planned fixed cost' },
  'fixed-spent': { text: 'fixed cost spent', figure: 'spent' },
  'base-year-income': { text: 'income of the base year for the same quantity' },
  income: { text: 'income', figure: 'spent' },
};

/** Terms that stand on a quantity of one state, whose users and volume the reader wants to see. */
const STATE_OF: { readonly [about: string]: QuantityState } = { budget: 'budget', granted: 'delivered' };

/**
 * A line's terms, the largest first; of the year so far where the address names no month. Each month's are rounded
 * together to its line, so that they sum to it.
 * @throws UnknownFigure when the unit, month or line is none of the month's.
 */
export function explainTerms(
  { variance, address }: { readonly variance: string; readonly address: string },
  year: FinancingYear,
  model: Model,
  language: NumberLanguage = 'en',
): ExplainLevel {
  const { name, month, line } = termAddress(address);
  findName(
    'unit',
    name,
    year.months.map(({ unit }) => unit),
  );
  const own = year.months.filter((one) => one.unit === name && (month === undefined || one.month === month));
  const lines = own.flatMap((one) => one.lines.filter((each) => each.variance === variance));
  findName(
    `line of the ${variance} variance of ${name}:`,
    line,
    lines.map((each) => each.line),
  );
  const isOfLine = (one: { readonly variance: string; readonly line: string }): boolean =>
    one.variance === variance && one.line === line;
  const sums = summed(
    own.flatMap((one) => {
      const terms = (one.terms ?? []).filter(isOfLine);
      return roundedTerms(terms, sumOre(one.lines.filter(isOfLine).map(({ amountOre }) => amountOre)));
    }),
  );
  const place = month === undefined ? name : `${name}@${month}`;
  const head = {
    figure: `${variance}:${address}`,
    title: `${line} of ${name}, ${monthLabel(month)}`,
    rule: 'What the line is the difference of; each month is computed by itself.',
  };
  const quantityText = quantities(year, model, { name, month, language });
  return levelOf(
    head,
    sums.map(({ about, service, amountOre }): ExplainLine => {
      const { text, figure } = ABOUT[about] ?? { text: about };
      const state = STATE_OF[about];
      const detail = state && service ? quantityText(service, state) : '';
      return {
        label: service === '' ? text : `${service}: ${text}`,
        amountOre,
        ...(detail === '' ? {} : { detail }),
        ...(figure ? { figure: `${figure}:${place}` } : {}),
      };
    }),
  );
}

function termAddress(address: string) {
  const { name, month, rest } = readAddress(address);
  if (month !== undefined) return { name, month, line: rest };
  const slash = address.lastIndexOf('/');
  return { name: address.slice(0, slash), month: undefined, line: address.slice(slash + 1) };
}

type Sum = { readonly about: string; readonly service: string; readonly amountOre: bigint };

/** A month's terms in whole øre that sum to its line; a line without terms is one itself. */
function roundedTerms(terms: readonly VarianceTerm[], lineOre: bigint): Sum[] {
  if (terms.length === 0) return [{ about: 'whole', service: '', amountOre: lineOre }];
  const amounts = roundTogether(
    terms.map(({ exact }) => exact),
    lineOre,
    terms.map(({ about, service }) => `${service}/${about}`),
  );
  return terms.map(({ about, service }, i) => ({ about, service, amountOre: amounts[i]! }));
}

function summed(terms: readonly Sum[]): Sum[] {
  const groups = Map.groupBy(terms, ({ about, service }) => keyOf(service, about));
  return [...groups.values()].map((those) => ({
    ...those[0]!,
    amountOre: sumOre(those.map(({ amountOre }) => amountOre)),
  }));
}

/** "181 users, 2,650 hours" of a service and state; services that are looked at together are told by users alone. */
function quantities(
  { quantities: all }: FinancingYear,
  model: Model,
  at: { readonly name: string; readonly month: number | undefined; readonly language: NumberLanguage },
) {
  return (service: string, state: QuantityState): string => {
    const own = all.filter(
      (one) =>
        one.unit === at.name &&
        one.service === service &&
        one.state === state &&
        (at.month === undefined || one.month === at.month),
    );
    if (own.length === 0) return '';
    const measure = model.services.find(({ id }) => id === service)?.measure ?? '';
    const parts = own.reduce((sum, one) => sum + one.parts, 0n);
    const users = own.reduce((sum, one) => sum + one.users, 0);
    const quantity = formatQuantity(parts, {
      language: at.language,
      partsPerMeasure: partsPerMeasure(measure),
    });
    const kind = at.month === undefined ? 'user-months' : 'users';
    return `${users > 0 ? `${users} ${kind}, ` : ''}${quantity} ${measure}s`;
  };
}
