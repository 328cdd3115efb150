// Which services go together: the combinations that occur among users, and what they cost.

import type { UserRules } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import type { ActivityState } from '../../tables/activity.ts';
import type { Combination, CombinationFlow, UserCells } from '../../tables/users.ts';
import { costByPerson } from '../cost-by-person.ts';

/** A user's combination, by its key, with what each of its services (or groups) cost. */
export type UserCombination = {
  readonly services: readonly string[];
  readonly byService: readonly bigint[];
  readonly costOre: bigint;
};
export type UserCombinations = ReadonlyMap<string, UserCombination>;

/** What a service counts as: the first group of the model's that has it, else itself. */
export function countsAs(groups: UserRules['combinations'], service: string): string {
  return groups.find(({ services }) => services.includes(service))?.group ?? service;
}

/** The combination of every user, in order of pseudonym. */
export function userCombinations(
  cells: UserCells,
  state: ActivityState,
  groups: UserRules['combinations'],
): UserCombinations {
  const names = [...new Set(cells.objects.map(({ service }) => countsAs(groups, service)))].sort(byKey);
  const columns = names.map((name) => ({
    name,
    costs: costByPerson(cells, state, ({ service }) => countsAs(groups, service) === name),
  }));
  const found = new Map<string, UserCombination>();
  for (const [p, person] of cells.persons.entries()) {
    const own = columns.filter(({ costs }) => costs.isUser[p] === 1);
    if (own.length === 0) continue;
    const byService = own.map(({ costs }) => BigInt(costs.ore[p]!));
    const costOre = byService.reduce((sum, ore) => sum + ore, 0n);
    found.set(person, { services: own.map(({ name }) => name), byService, costOre });
  }
  return found;
}

const keyOf = (services: readonly string[]): string => services.join('\u0000');

/** Combinations with the most cost first; with last year's beside, where it is known. */
export function combinationsOf(now: UserCombinations, last?: UserCombinations): Combination[] {
  const before = last && groupsOf(last);
  return [...groupsOf(now)]
    .map(([key, all]): Combination => {
      const services = all[0]!.services;
      const then = before?.get(key) ?? [];
      const byService = services.map((_, s) => all.reduce((sum, one) => sum + one.byService[s]!, 0n));
      const figures = { users: all.length, costOre: costOf(all) };
      return {
        services,
        ...figures,
        byService,
        ...(before ? { last: { users: then.length, costOre: costOf(then) } } : {}),
      };
    })
    .sort((a, b) =>
      a.costOre === b.costOre ? byKey(keyOf(a.services), keyOf(b.services)) : a.costOre > b.costOre ? -1 : 1,
    );
}

const groupsOf = (users: UserCombinations): Map<string, UserCombination[]> =>
  Map.groupBy(users.values(), ({ services }) => keyOf(services));

const costOf = (users: readonly UserCombination[]): bigint =>
  users.reduce((sum, { costOre }) => sum + costOre, 0n);

/** Who went from which combination to which, who came and who went; the most users first. */
export function flowsBetween(last: UserCombinations, now: UserCombinations): CombinationFlow[] {
  const flows = new Map<
    string,
    { from: readonly string[]; to: readonly string[]; users: number; fromOre: bigint; toOre: bigint }
  >();
  for (const person of new Set([...last.keys(), ...now.keys()])) {
    const [then, today] = [last.get(person), now.get(person)];
    const [from, to] = [then?.services ?? [], today?.services ?? []];
    const key = `${keyOf(from)}\u0001${keyOf(to)}`;
    const flow = flows.get(key) ?? { from, to, users: 0, fromOre: 0n, toOre: 0n };
    flow.users += 1;
    flow.fromOre += then?.costOre ?? 0n;
    flow.toOre += today?.costOre ?? 0n;
    flows.set(key, flow);
  }
  return [...flows]
    .sort(([a, one], [b, other]) => other.users - one.users || byKey(a, b))
    .map(([, flow]) => flow);
}
