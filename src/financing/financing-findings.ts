// What a financing year has to tell: what could not be financed, what stands on one side only, what was left out and why.

import type { Finding } from '../findings/finding.ts';
import { ore } from '../money/ore.ts';
import { budgetPrice } from './budgeted-value.ts';
import type { EarnedMonth } from './earned.ts';
import { spentOre } from './expense.ts';
import { frameFindings } from './frame-findings.ts';
import { inOrder } from './ground.ts';
import { rulesFindings } from './rules-findings.ts';
import { monthNames, rowsAndOre, type Told, telling } from './told.ts';

/** All findings of a year that could be financed; none of them refuses. */
export const financingFindings = (told: Told): Finding[] => [
  ...told.ground.profiles.findings(),
  ...freshness(told),
  ...withoutPlace(told),
  ...unpriced(told),
  ...budgetWithoutPrice(told),
  ...negativeQuantities(told),
  ...oneSidedMonths(told),
  ...frameFindings(told),
  ...rulesFindings(told),
];

/** A side that ends before the months that are financed: what stands on the other side alone is no result. */
function freshness(told: Told): Finding[] {
  const { input, ground, inForce, earned } = told;
  const activity = inForce.rules.pays?.basis === 'granted' ? 'grants' : 'deliveries';
  const isPaidByActivity = earned.some(({ way }) => way === 'activity');
  const { ledgerMonth, activityMonth } = input.freshness;
  const { year } = ground.financing;
  const behind = (side: string, month: number, other: string): Finding[] =>
    month >= input.through
      ? []
      : [
          telling(
            told,
            ['warning', `${side}-behind`, side],
            [
              `${side === 'ledger' ? 'postings' : activity} are known ${month === 0 ? 'for no month' : `to ${monthNames(year, [month])}`}, and the year is followed to ${monthNames(year, [input.through])}: ${other}`,
              `Import the ${side === 'ledger' ? 'ledger' : 'activity'} of the later months, or follow the year to an earlier one.`,
            ],
          ),
        ];
  return [
    ...behind('ledger', ledgerMonth, 'what is earned after it stands against nothing spent'),
    ...(isPaidByActivity
      ? behind('activity', activityMonth, 'what is spent after it stands against nothing earned')
      : []),
  ];
}

/** Postings and quantities that are of no unit or no month, so that nobody can be followed by them. */
function withoutPlace(told: Told): Finding[] {
  const { ground, input } = told;
  const own = input.expense.filter(({ pool }) => ground.pools.inPrice.has(pool));
  const homeless = own.filter(({ unit }) => unit === '');
  const undated = own.filter(({ unit, month }) => unit !== '' && month === 0);
  const volumes = input.quantities.filter(({ month }) => month === 0);
  const cases = [
    {
      rule: 'expense-without-unit',
      keys: homeless.map(({ pool }) => pool),
      message: 'postings that providers answer for belong to no unit, so they are in no result',
      remedy: 'Give their responsibility to a unit in the units file, or correct the postings.',
      touched: rowsAndOre(homeless),
    },
    {
      rule: 'expense-without-month',
      keys: undated.map(({ unit }) => unit),
      message: 'postings that give the year only cannot be followed by month, so they are in no result',
      remedy: 'Import a ledger that says the month of its postings.',
      touched: rowsAndOre(undated),
    },
    {
      rule: 'quantity-without-month',
      keys: volumes.map(({ unit }) => unit),
      message: 'quantities that give the year only cannot be followed by month, so nothing is earned by them',
      remedy: 'Import activity that says the month.',
      touched: { count: volumes.length },
    },
  ];
  return cases
    .filter(({ keys }) => keys.length > 0)
    .map(({ rule, keys, message, remedy, touched }) =>
      telling(told, ['warning', rule, inOrder(keys).join(', ')], [message, remedy], touched),
    );
}

function unpriced(told: Told): Finding[] {
  const { values, ground } = told;
  const named = Map.groupBy(values.unpriced, ({ unit, service, level }) => called(unit, service, level));
  return [...named].map(([name, rows]) =>
    telling(
      told,
      ['warning', 'unpriced', name],
      [
        `${name} has activity in ${monthNames(
          values.year,
          rows.map(({ month }) => month),
        )} and no adopted price, so nothing is earned by it`,
        'Adopt a price for it, or leave the unit to its frame.',
      ],
      {
        volume: {
          parts: rows.reduce((sum, { parts }) => sum + parts, 0n),
          measure: ground.measureOf(rows[0]!.service),
        },
      },
    ),
  );
}

const called = (...names: readonly string[]): string => names.filter((name) => name !== '').join(' · ');

/** Budgeted volumes that no price is for, and those that a mean of level prices is taken for. */
function budgetWithoutPrice(told: Told): Finding[] {
  const { ground, inForce } = told;
  const seen = new Map<string, { name: string; isMean: boolean }>();
  for (const { unit, service, level } of ground.financing.volumes) {
    const table = inForce.book.voted;
    if (table.unitPrice(unit, service, level)) continue;
    const isMean = budgetPrice(table, inForce.base, unit, { service, level }) !== undefined;
    const name = called(unit, service, level);
    seen.set(name, { name, isMean });
  }
  return [...seen.values()].map(({ name, isMean }) =>
    isMean
      ? telling(
          told,
          ['note', 'budget-without-level', name],
          [
            `${name} is budgeted without level: the mean of its prices by the levels of the cost year is taken`,
            'Budget it by level to see what another mix of levels costs.',
          ],
        )
      : telling(
          told,
          ['warning', 'budget-without-price', name],
          [
            `${name} is budgeted and has no adopted price, so its budget is worth nothing`,
            'Adopt a price for it.',
          ],
        ),
  );
}

function negativeQuantities(told: Told): Finding[] {
  const { ground, values } = told;
  const below = ground.counts.all.filter(({ parts }) => parts < 0n);
  const named = Map.groupBy(
    below,
    ({ unit, service, level, state }) => `${called(unit, service, level)} (${state})`,
  );
  return [...named].map(([name, rows]) =>
    telling(
      told,
      ['warning', 'negative-quantity', name],
      [
        `${name} is below 0 in ${monthNames(
          values.year,
          rows.map(({ month }) => month),
        )}: more was taken back than given`,
        'Take corrections back in the month that they are of.',
      ],
      {
        volume: {
          parts: rows.reduce((sum, { parts }) => sum + parts, 0n),
          measure: ground.measureOf(rows[0]!.service),
        },
      },
    ),
  );
}

/** Months of a unit, paid by activity, that have expense and no paid quantity, the reverse, or pay with neither; by unit. */
function oneSidedMonths(told: Told): Finding[] {
  const { earned, expenses, input, values } = told;
  const both = Math.min(input.freshness.ledgerMonth, input.freshness.activityMonth);
  const byUnit = Map.groupBy(
    earned.filter(({ way, month }) => way === 'activity' && month <= both),
    ({ unit }) => unit,
  );
  const hasActivity = ({ paid }: EarnedMonth): boolean => paid.rows.length > 0 || paid.unpriced.length > 0;
  const hasExpense = ({ unit, month }: EarnedMonth): boolean => expenses.of(unit, month).length > 0;
  const about = (
    [rule, unit]: readonly [string, string],
    months: readonly EarnedMonth[],
    oreOf: (month: EarnedMonth) => bigint,
    [message, remedy]: readonly [string, string],
  ): Finding[] => {
    if (months.length === 0) return [];
    const named = monthNames(
      values.year,
      months.map(({ month }) => month),
    );
    const amountOre = ore(months.reduce((sum, month) => sum + oreOf(month), 0n));
    return [
      telling(told, ['warning', rule, unit], [`${unit} ${message} in ${named}`, remedy], { amountOre }),
    ];
  };
  const idle = [...byUnit].flatMap(([unit, months]) =>
    about(
      ['paid-for-nothing', unit],
      months.filter((month) => month.earnedOre !== 0n && !hasExpense(month) && !hasActivity(month)),
      ({ earnedOre }) => earnedOre,
      [
        'is paid, and did nothing and spent nothing,',
        'Where it was not there, let the model reach it from its first month, and budget and adopt base grants for units that are there.',
      ],
    ),
  );
  const oneSided = [...byUnit]
    .filter(([, months]) => months.some(hasActivity))
    .flatMap(([unit, months]) => [
      ...about(
        ['month-without-activity', unit],
        months.filter((month) => hasExpense(month) && !hasActivity(month)),
        ({ month }) => spentOre(expenses.of(unit, month)),
        ['has expense and nothing that is paid for', 'Look for the activity of those months.'],
      ),
      ...about(
        ['month-without-expense', unit],
        months.filter((month) => hasActivity(month) && !hasExpense(month)),
        ({ earnedOre }) => earnedOre,
        ['is paid for activity and has no expense', 'Look for the postings of those months.'],
      ),
    ]);
  return [...oneSided, ...idle];
}
