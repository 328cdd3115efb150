// A unit that did something in a month and cost nothing: the ledger has forgotten it, or booked it elsewhere.

import { monthsText } from '../month-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';
import { costAndActivity, type UnitMonth } from './cost-and-activity.ts';

export const activityWithoutCost: Rule = {
  name: 'checks/activity-without-cost',
  severity: 'warning',
  title: 'Activity without cost',
  about:
    'A unit has activity in a month and no running cost, though it has both in the year. Wages or invoices of the ' +
    'month are missing, or stand in another month or on another unit; the unit cost is then too low. The count is ' +
    'the records of those months.',
  find: async (question) => {
    const months = (await costAndActivity(question)).filter(
      (month) => month.amount_ore <= 0n && month.records > 0n,
    );
    return [...Map.groupBy(months, ({ unit }) => unit).values()].map((found) => raise(found, question));
  },
};

function raise(months: readonly UnitMonth[], { placeOf }: Question): Raised {
  const { unit, activity_place: place } = months[0]!;
  return {
    message: `${unit} has activity in ${monthsText(months.map(({ period }) => period))} and no cost in the ledger there.`,
    remedy: 'Look for the unit’s wages and invoices of those months on other months or responsibilities.',
    where: { ...placeOf(place!), key: unit },
    count: months.reduce((sum, { records }) => sum + Number(records), 0),
  };
}
