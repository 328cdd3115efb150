// What units spent: which postings count, as what, and in which month.

import { describe, expect, it } from 'vitest';
import {
  activityModel,
  inKroner,
  plainModel,
  plainUnit,
  posting,
  pricesOf,
  yearInput,
} from '../../test/financing/plain-year.ts';
import { AT, codes } from '../../test/support/hand-made-model.ts';
import type { Accrual } from '../model/accrual.ts';
import type { PoolMonth } from '../tables/financing.ts';
import { finance } from './finance.ts';

function spent(
  expense: readonly PoolMonth[],
  given: { through?: number; accruals?: readonly Accrual[]; fixed?: string[] } = {},
) {
  const { through = 12, accruals = [], fixed = [] } = given;
  const model = plainModel({
    units: [plainUnit('home')],
    financing: { natures: { wages: ['wages'], income: ['income'], fixed } },
  });
  const { values, findings } = finance({
    model: { ...model, accruals },
    input: yearInput({
      through,
      expense,
      budget: [posting('home', 0, 'wages', 1)],
      prices: [pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { home: 1200 } })],
    }),
  });
  return {
    lines: values!.expenses.map(({ unit, month, pool, kind, postedOre, accruedOre }) =>
      [unit, month, pool, kind, inKroner(postedOre), inKroner(accruedOre)].join(' '),
    ),
    months: values!.months.map(({ spentOre }) => inKroner(spentOre)),
    findings,
  };
}

describe('which postings count', () => {
  it('those of pools that providers answer for and whose cost goes to services', () => {
    const { lines, months } = spent(
      [
        posting('home', 1, 'wages', 10),
        posting('home', 1, 'wages', 5, { article: '020' }),
        posting('home', 1, 'goods', 20),
        posting('home', 1, 'fees', -3),
        posting('home', 1, 'management', 30),
        posting('home', 1, 'central', 999),
        posting('home', 1, 'purchase', -999),
        posting('home', 1, 'rest', 999),
        posting('home', 2, 'wages', 999),
      ],
      { through: 1 },
    );
    expect(lines).toEqual([
      'home 1 fees income -3 0',
      'home 1 goods goods 20 0',
      'home 1 management fixed 30 0',
      'home 1 wages wages 15 0',
    ]);
    expect(months).toEqual([62]);
  });

  it('cost in the price that does not vary with volume is fixed where the model says so', () => {
    expect(spent([posting('home', 1, 'premises', 7)], { fixed: ['premises'] }).lines).toEqual([
      'home 1 premises fixed 7 0',
    ]);
    expect(spent([posting('home', 1, 'premises', 7)]).lines).toEqual(['home 1 premises goods 7 0']);
  });

  it('what is paid as base grant is fixed, by the rules of the model in force where it has its own', () => {
    const model = plainModel({
      units: [plainUnit('home')],
      financing: { models: [activityModel('activity', ['home'], { prices: { base: ['goods'] } })] },
    });
    const { values } = finance({
      model,
      input: yearInput({
        prices: [pricesOf('activity', { prices: { 'home-nursing': 100 }, base: { home: 1200 } })],
        expense: [posting('home', 1, 'goods', 7), posting('home', 1, 'management', 8)],
      }),
    });
    expect(values!.expenses.map(({ pool, kind }) => `${pool} ${kind}`)).toEqual([
      'goods fixed',
      'management wages',
    ]);
  });

  it.each<[string, PoolMonth, string]>([
    ['of no unit', posting('', 1, 'wages', 312), 'financing/expense-without-unit'],
    ['of no month', posting('home', 0, 'wages', 312), 'financing/expense-without-month'],
  ])('%s: in no result, and told with the amount', (_, row, rule) => {
    const { lines, findings } = spent([row]);
    expect(lines).toEqual([]);
    expect(findings.map((finding) => [finding.rule, finding.amountOre, finding.count])).toContainEqual([
      rule,
      31_200n,
      1,
    ]);
  });
});

describe('accruals', () => {
  const LATE: Accrual = {
    name: 'supplements',
    articles: codes('020'),
    rule: { kind: 'lag', months: 1 },
    at: AT,
  };
  const HOLIDAY: Accrual = {
    name: 'holiday-pay',
    articles: codes('015'),
    rule: { kind: 'month-earned', earnedOn: codes('010') },
    at: AT,
  };

  it('move within unit, pool and nature; over a whole year they sum to zero', () => {
    const { lines, findings } = spent(
      [
        posting('home', 1, 'wages', 5, { article: '020' }),
        posting('home', 3, 'wages', 9, { article: '020' }),
        posting('home', 3, 'management', 2, { article: '020' }),
      ],
      { accruals: [LATE, HOLIDAY] },
    );
    expect(lines).toEqual([
      'home 1 wages wages 5 -5',
      'home 2 management fixed 0 2',
      'home 2 wages wages 0 9',
      'home 3 management fixed 2 -2',
      'home 3 wages wages 9 -9',
      'home 12 wages wages 0 5',
    ]);
    expect(findings.map(({ rule }) => rule)).not.toContain('financing/open-accrual');
  });

  it('move an article once, by the first that holds it, and leave alone what none holds', () => {
    const wide: Accrual = {
      ...LATE,
      name: 'wide',
      articles: codes('015-029'),
      rule: { kind: 'lag', months: 3 },
    };
    const { lines } = spent(
      [
        posting('home', 2, 'wages', 5, { article: '020' }),
        posting('home', 2, 'goods', 7, { article: '115' }),
      ],
      { accruals: [LATE, wide] },
    );
    expect(lines).toEqual(['home 1 wages wages 0 5', 'home 2 goods goods 7 0', 'home 2 wages wages 5 -5']);
  });

  it('of a year that is not over move within its months, and that is told', () => {
    const { lines, months, findings } = spent(
      [
        posting('home', 1, 'wages', 5, { article: '020' }),
        posting('home', 3, 'wages', 9, { article: '020' }),
        posting('home', 4, 'wages', 70, { article: '020' }),
        posting('home', 1, 'wages', 100),
        posting('home', 2, 'wages', 200),
        posting('home', 2, 'wages', 30, { article: '015' }),
      ],
      { accruals: [LATE, HOLIDAY], through: 3 },
    );
    expect(lines).toEqual([
      'home 1 wages wages 105 5',
      'home 2 wages wages 230 -1',
      'home 3 wages wages 9 -4',
    ]);
    expect(months).toEqual([110, 229, 5]);
    expect(
      findings
        .filter(({ rule }) => rule === 'financing/open-accrual')
        .map(({ message, amountOre }) => [message, amountOre]),
    ).toEqual([
      [
        'the accrual "supplements" is of a year that is not over: what the first month posts stands for what will be posted after 2026-03',
        500n,
      ],
      [
        'the accrual "holiday-pay" is of a year that is not over: what has been paid so far is divided over the months so far',
        3000n,
      ],
    ]);
  });
});
