// The few who carry much, as tables: how few carry how much, and who is far from the rest by the model's rule.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatRate, formatShare } from '../../money/amount-text.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { Concentration } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import type { View } from '../result-views.ts';
import { serviceOrGroup } from './combination-views.ts';
import { count, kroner, shareOf, thousands } from './figures.ts';
import { carriedBy, giniText } from './users-title.ts';

/** Percents of users that are read off the curve. */
const READ = [1n, 5n, 10n, 20n, 50n, 100n];
/** How many outliers are listed one by one. */
const LISTED = 20;

/** The curve at a few places, the dearest users first. */
export function concentrationView({ concentration }: UsersRun, language: Language): View {
  const { users, costOre } = concentration;
  return {
    caption: `${sayOfUsers('concentration', language)} · ${sayOfUsers('gini', language, { gini: giniText(concentration, language) })}`,
    columns: [
      right(sayOfUsers('shareOfUsers', language)),
      right(sayOfUsers('users', language)),
      right(sayOfUsers('costThousand', language)),
      right(sayOfUsers('shareOfCost', language)),
    ],
    rows:
      users === 0
        ? []
        : READ.map((percent) => {
            const share = { num: percent, den: 100n };
            const carried = carriedBy(concentration, share);
            return [
              formatShare(share, { language, decimals: 0 }),
              count(usersAt(concentration, share), language),
              thousands(carried, language),
              shareOf(carried, costOre, language),
            ];
          }),
  };
}

/** How many users the first point that reaches a share has. */
export function usersAt(
  { users, points }: Concentration,
  { num, den }: { num: bigint; den: bigint },
): number {
  const wanted = BigInt(users) * num;
  return points.find((one) => BigInt(one.users) * den >= wanted)?.users ?? users;
}

const groupName = (model: Model, group: string, language: Language): string =>
  group === 'all' ? sayOfUsers('everything', language) : serviceOrGroup(model, group, language);

/** What the rule found in each group: their share of users and of cost. */
export const outlierGroupsView = (model: Model, { outliers }: UsersRun, language: Language): View => ({
  caption: sayOfUsers('outliers', language),
  columns: [
    left(sayOfUsers('group', language)),
    right(sayOfUsers('outlierLimit', language)),
    right(sayOfUsers('outliers', language)),
    right(sayOfUsers('shareOfUsers', language)),
    right(sayOfUsers('costThousand', language)),
    right(sayOfUsers('shareOfCost', language)),
  ],
  rows: (outliers?.groups ?? []).map((group) => [
    groupName(model, group.group, language),
    formatRate(group.limit, { language, decimals: 0 }),
    count(group.outliers, language),
    shareOf(BigInt(group.outliers), BigInt(group.users), language),
    thousands(group.outlierOre, language),
    shareOf(group.outlierOre, group.costOre, language),
  ]),
});

/** The dearest of them by pseudonym: not for publication. */
export const outlierListView = (model: Model, { outliers }: UsersRun, language: Language): View => ({
  caption: sayOfUsers('dearestUsers', language),
  columns: [
    left(sayOfUsers('group', language)),
    { title: sayOfUsers('person', language), keep: true },
    right(`${say('cost', language)}, kr`),
  ],
  rows: [...(outliers?.outliers ?? [])]
    .sort((a, b) => (a.costOre === b.costOre ? 0 : a.costOre > b.costOre ? -1 : 1))
    .slice(0, LISTED)
    .map(({ group, person, costOre }) => [
      groupName(model, group, language),
      person,
      kroner(costOre, language),
    ]),
});
