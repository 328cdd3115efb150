// The laws that costing and prices keep for every municipality. Each takes a municipality and what it cost, does
// something that must change nothing (or changes it by a known rule), and says where the law is broken.

import { cost } from '../../../src/costing/cost.ts';
import type { Model } from '../../../src/model/model.ts';
import { price } from '../../../src/prices/price.ts';
import type { Costs } from '../../../src/tables/costs.ts';
import { randomFrom } from '../../auditor/generate-network.ts';
import { generateMunicipality, type Municipality } from '../generate-municipality.ts';
import {
  shuffle,
  shuffled,
  withEmptyUnit,
  withSplitAccounts,
  withSplitPool,
  withSplitPostings,
  withSplitVolumes,
  withZeroPosting,
  withZeroRows,
} from './harmless-changes.ts';
import { calibrates, methodsAgree, negates, scales } from './known-changes.ts';
import { asText, type Case, type Check } from './law.ts';
import {
  auditorAgrees,
  bookBalances,
  endsArePostings,
  originsAreRight,
  tablesHoldAll,
} from './nothing-lost.ts';

export const LAWS = {
  'what ends is what was posted, nature by nature': endsArePostings,
  'own + in = out at every node': bookBalances,
  'unit costs and remainders hold every øre': tablesHoldAll,
  'the auditor gets the same': auditorAgrees,
  'origins of an object sum to its cost, and to the shares that the auditor finds': originsAreRight,
  'the order of everything is without effect': (given) => sameAfter(given, shuffled(given), everything),
  'the order of rows is without effect on what is told': findingsStay,
  'splitting a posting changes nothing': (given) =>
    sameAfter(given, withSplitPostings(given), beyondAccounts),
  'splitting an account changes nothing': (given) =>
    sameAfter(given, withSplitAccounts(given), beyondAccounts),
  'splitting a pool with equal nature and weights changes nothing at the objects': (given) =>
    sameAfter(given, withSplitPool(given), atObjects),
  'a driver row of weight zero changes nothing': (given) => sameAfter(given, withZeroRows(given), everything),
  'an empty unit changes nothing': (given) => sameAfter(given, withEmptyUnit(given), everything),
  'a posting of zero changes nothing': (given) => sameAfter(given, withZeroPosting(given), beyondAccounts),
  'a month more or less of the same volume changes nothing': (given) =>
    sameAfter(given, withSplitVolumes(given), everything),
  'direct = reciprocal = step-down where support does not serve support': methodsAgree,
  'k times the money is k times the cost, to within k øre': scales,
  'all amounts negated, all costs negated': negates,
  'prices of the cost year give back what they were made of': calibrates,
} as const satisfies Record<string, Check>;
export type Law = keyof typeof LAWS;

/** Tries a law on the municipality of a seed; undefined where it does not apply or the model is refused. */
export function costingComplaints(law: Law, seed: number): string[] | undefined {
  const isAboutMethods = LAWS[law] === methodsAgree;
  const municipality = generateMunicipality(seed, isAboutMethods ? { supportServesSupport: false } : {});
  const { costs } = cost(municipality);
  return costs && LAWS[law]({ municipality, costs, random: randomFrom(seed + 1_000_003) });
}

const everything = (costs: Costs, model: Model): string =>
  asText([costs, price({ model, costs }).prices ?? 'refused']);
const beyondAccounts = ({ assignments: _, ...costs }: Costs, model: Model): string =>
  asText([costs, price({ model, costs: { ...costs, assignments: [] } }).prices ?? 'refused']);
const atObjects = ({ objects, remainders }: Costs): string => asText([objects, remainders]);

function sameAfter(
  { municipality, costs }: Case,
  changed: Municipality | undefined,
  view: (costs: Costs, model: Model) => string,
): string[] | undefined {
  if (!changed) return undefined;
  const after = cost(changed);
  if (!after.costs) return [`refused: ${after.findings.map(({ message }) => message).join('; ')}`];
  const [before, then] = [view(costs, municipality.model), view(after.costs, changed.model)];
  if (before === then) return [];
  let at = 0;
  while (before[at] === then[at]) at += 1;
  return [`${before.slice(at - 60, at + 60)} became ${then.slice(at - 60, at + 60)}`];
}

function findingsStay({ municipality, random }: Case): string[] {
  const [accounts, volumes] = [shuffle(random, municipality.accounts), shuffle(random, municipality.volumes)];
  const [before, then] = [cost(municipality), cost({ ...municipality, accounts, volumes })];
  return asText(before.findings) === asText(then.findings) ? [] : ['the findings differ'];
}
