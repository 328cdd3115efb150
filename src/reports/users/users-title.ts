// The finding of cost per user: how few carry how much; and below it what was costed and what was not.

import { formatNumber, formatShare } from '../../money/amount-text.ts';
import { sumOre } from '../../money/ore.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { Concentration, LedgerLineKind } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { sayOfUsers, type UserTextKey } from '../../words/user-texts.ts';
import { formatMillions } from '../flow-data.ts';
import { count, kroner, roughly, shareOf } from './figures.ts';

/** The share of users that the title is about. */
const FEW = { num: 5n, den: 100n };

/** "The dearest 5 % of 1,459 users carry 29.3 % of the cost" */
export function usersTitle({ concentration }: Pick<UsersRun, 'concentration'>, language: Language): string {
  if (concentration.users === 0) return sayOfUsers('nobodyKnown', language);
  return sayOfUsers('fewCarry', language, {
    share: formatShare(FEW, { language, decimals: 0 }),
    users: count(concentration.users, language),
    part: shareOf(carriedBy(concentration, FEW), concentration.costOre, language, 0),
  });
}

/** What the dearest share of users cost, at the first point that reaches it. */
export function carriedBy({ users, points }: Concentration, share: typeof FEW): bigint {
  const wanted = BigInt(users) * share.num;
  const point = points.find((one) => BigInt(one.users) * share.den >= wanted);
  return point?.costOre ?? 0n;
}

/** What has no user, in the order of the formula, and how the lead says it. */
const REST: readonly (readonly [UserTextKey, readonly LedgerLineKind[]])[] = [
  ['restOpen', ['open']],
  ['restWithout', ['without-users']],
  ['restUnused', ['unused']],
  ['restParked', ['parked']],
  ['restAside', ['not-costed', 'external']],
];

/** What users cost and the middle one did, and what of the ledger has no user; nothing is said of nothing. */
export function usersLead(run: UsersRun, language: Language): string {
  const { users, concentration } = run;
  const of = (kinds: readonly LedgerLineKind[]): bigint =>
    sumOre(users.lines.filter(({ kind }) => kinds.includes(kind)).map(({ amountOre }) => amountOre));
  const rest = REST.flatMap(([key, kinds]) => {
    const amountOre = of(kinds);
    return amountOre === 0n ? [] : [sayOfUsers(key, language, { amount: roughly(amountOre, language) })];
  });
  return sayOfUsers('lead', language, {
    users: count(concentration.users, language),
    cost: formatMillions(of(['users']), language),
    median: kroner(middle(run), language),
    ledger: formatMillions(users.ledgerOre, language),
    rest: rest.join(', ') || '0',
  });
}

/** The middle user's cost in whole øre; of an even number the lesser of the two. */
function middle({ users }: UsersRun): bigint {
  const sorted = users.totals.map(({ costOre }) => costOre).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[(sorted.length - 1) >> 1] ?? 0n;
}

/** "0,62" */
export const giniText = ({ gini }: Concentration, language: Language): string =>
  formatNumber(gini, { language, decimals: 2 });
