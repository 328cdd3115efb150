// Services that go together, as tables: what combinations cost, and who moved between them.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { sumOre } from '../../money/ore.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { Combination } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { serviceName, type View } from '../result-views.ts';
import { count, each, shareOf, thousands } from './figures.ts';

/** How many flows are shown; the table file has them all. */
const SHOWN_FLOWS = 20;

/** A service by its name; a group, which has none, by its id as words: "home-care" → "home care". */
export const serviceOrGroup = (model: Model, id: string, language: Language): string =>
  model.services.some((service) => service.id === id)
    ? serviceName(model, id, language)
    : id.replaceAll('-', ' ');

/** "Home nursing + Safety alarm"; "–" for none. */
export const combinationName = (model: Model, services: readonly string[], language: Language): string =>
  services.map((service) => serviceOrGroup(model, service, language)).join(' + ') ||
  sayOfUsers('cameOrWent', language);

/** "31 % of users have more than one service, and 37 % of the cost" */
export function combinationsTitle({ combinations }: UsersRun, language: Language): string {
  const several = combinations.filter(({ services }) => services.length > 1);
  const users = (all: readonly Combination[]): bigint => BigInt(all.reduce((sum, one) => sum + one.users, 0));
  const cost = (all: readonly Combination[]): bigint => sumOre(all.map(({ costOre }) => costOre));
  return sayOfUsers('combinationsFound', language, {
    share: shareOf(users(several), users(combinations), language, 0),
    part: shareOf(cost(several), cost(combinations), language, 0),
  });
}

/** Every combination, the most cost first. */
export function combinationsView(model: Model, { combinations }: UsersRun, language: Language): View {
  const costOre = sumOre(combinations.map((one) => one.costOre));
  const isLastKnown = combinations.some(({ last }) => last !== undefined);
  return {
    caption: sayOfUsers('combinations', language),
    columns: [
      left(sayOfUsers('combination', language)),
      right(sayOfUsers('users', language)),
      right(sayOfUsers('costThousand', language)),
      right(sayOfUsers('shareOfCost', language)),
      right(sayOfUsers('perUser', language)),
      ...(isLastKnown ? [right(sayOfUsers('lastUsers', language))] : []),
    ],
    rows: combinations.map((one) => [
      combinationName(model, one.services, language),
      count(one.users, language),
      thousands(one.costOre, language),
      shareOf(one.costOre, costOre, language),
      each(one.costOre, one.users, language),
      ...(isLastKnown ? [count(one.last?.users ?? 0, language)] : []),
    ]),
  };
}

/** Who came, went and changed from last year to this, the most users first; who stayed is left out. */
export const flowsView = (model: Model, { flows = [] }: UsersRun, language: Language): View => ({
  caption: sayOfUsers('flows', language),
  columns: [
    left(sayOfUsers('from', language)),
    left(sayOfUsers('to', language)),
    right(sayOfUsers('users', language)),
    right(`${sayOfUsers('lastYear', language)}, t kr`),
    right(`${sayOfUsers('thisYear', language)}, t kr`),
  ],
  rows: flows
    .filter(({ from, to }) => from.join('+') !== to.join('+'))
    .slice(0, SHOWN_FLOWS)
    .map(({ from, to, users, fromOre, toOre }) => [
      combinationName(model, from, language),
      combinationName(model, to, language),
      count(users, language),
      thousands(fromOre, language),
      thousands(toOre, language),
    ]),
});
