// A unit that cost money in a month and has nothing to show for it in the activity register.

import { sumOre } from '../../money/ore.ts';
import { monthsText } from '../month-text.ts';
import type { Question, Raised, Rule } from '../rule.ts';
import { costAndActivity, type UnitMonth } from './cost-and-activity.ts';

export const costWithoutActivity: Rule = {
  name: 'checks/cost-without-activity',
  severity: 'warning',
  title: 'Cost without activity',
  about:
    'A unit has running cost in a month and no activity, though it has both in the year. Most often the activity was ' +
    'not delivered to the register; the year’s cost is then divided by too little. The amount is the cost of those ' +
    'months.',
  find: async (question) => {
    const months = (await costAndActivity(question)).filter(
      (month) => month.amount_ore > 0n && month.records === 0n,
    );
    return [...Map.groupBy(months, ({ unit }) => unit).values()].map((found) => raise(found, question));
  },
};

function raise(months: readonly UnitMonth[], { placeOf, amountText }: Question): Raised {
  const { unit, cost_place: place } = months[0]!;
  const amountOre = sumOre(months.map(({ amount_ore }) => amount_ore));
  return {
    message: `${unit} cost ${amountText(amountOre)} in ${monthsText(months.map(({ period }) => period))} and has no activity there.`,
    remedy: 'Import the activity of those months; if the unit was closed, accept this in accepted.yaml.',
    where: { ...placeOf(place!), key: unit },
    count: months.length,
    amountOre,
  };
}
