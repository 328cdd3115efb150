// What assigning the accounts has to tell: pools that took nothing, articles without a nature, responsibilities
// without a unit, concepts that are not of the cost year.

import type { Finding } from '../findings/finding.ts';
import type { Concept, Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { sumOre } from '../money/ore.ts';
import type { Assignment } from '../tables/costs.ts';
import { internalSalesFindings } from './internal-sales.ts';
import { whereIn } from './parking.ts';

/** The nature of an article that no nature of the model holds: it has no growth, so no price can rest on it. */
export const UNKNOWN_NATURE = 'unknown';

/** True where a dated concept holds in the year. */
export const isInForce = ({ years }: Concept, year: number): boolean =>
  (years.from ?? year) <= year && year <= (years.to ?? year);

/** `homeless`: parked accounts without a unit, with the pool that a unit would have opened to them. */
export function assignmentFindings(
  model: Model,
  assignments: readonly Assignment[],
  homeless: ReadonlyMap<Assignment, string>,
): Finding[] {
  if (assignments.length === 0) return [noAccounts(model)];
  return [
    ...outdatedConcepts(model),
    ...unusedPools(model, assignments),
    ...unknownNatures(model, assignments),
    ...withoutUnit(model, homeless),
    ...internalSalesFindings(model, assignments),
  ];
}

const touched = (assignments: readonly Assignment[]): Pick<Finding, 'count' | 'amountOre'> => ({
  count: assignments.reduce((sum, { rows }) => sum + rows, 0),
  amountOre: sumOre(assignments.map(({ amountOre }) => amountOre)),
});

const noAccounts = ({ file, years }: Model): Finding => ({
  rule: 'costing/no-accounts',
  severity: 'warning',
  message: `the ledger holds no actual postings of the cost year ${years.cost}`,
  remedy: `Look at years: { cost: … } and at sources: in ${file}.`,
  where: { file, key: 'years' },
});

function outdatedConcepts({ concepts, costing, years }: Model): Finding[] {
  return costing.pools
    .filter(({ concept }) => concept !== undefined)
    .filter(
      ({ concept }) => !concepts.some((found) => found.name === concept && isInForce(found, years.cost)),
    )
    .map(({ name, concept, at }) => ({
      rule: 'costing/concept-out-of-date',
      severity: 'error',
      message: `the pool "${name}" takes the concept ${concept}, which does not hold in ${years.cost}`,
      remedy: 'Name a concept of that year, or write one under concepts: with its articles.',
      where: whereIn(at, name),
    }));
}

function unusedPools({ costing, years }: Model, assignments: readonly Assignment[]): Finding[] {
  const used = new Set(assignments.map(({ pool }) => pool));
  // The last pool, which takes the rest, took nothing when all is placed.
  return costing.pools
    .slice(0, -1)
    .filter(({ name }) => !used.has(name))
    .map(({ name, at }) => ({
      rule: 'costing/pool-took-nothing',
      severity: 'note',
      message: `the pool "${name}" took no account of ${years.cost}`,
      remedy: 'Look at its tests, and at the pools above it: the first that fits takes the account.',
      where: whereIn(at, name),
    }));
}

/** Articles without a nature, where their cost can come into a price. */
function unknownNatures({ file, costing }: Model, assignments: readonly Assignment[]): Finding[] {
  const leaves = costing.pools.filter(({ goes }) => ['park', 'not-costed', 'external'].includes(goes.kind));
  const outside = new Set(leaves.map(({ name }) => name));
  const unknown = assignments.filter(({ nature, pool }) => nature === UNKNOWN_NATURE && !outside.has(pool));
  return [...Map.groupBy(unknown, ({ article }) => article)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([article, found]) => ({
      rule: 'costing/unknown-nature',
      severity: 'warning',
      message: `article "${article}" belongs to no nature, so its growth is not known`,
      remedy: `Name it under costing: natures: in ${file}, or give its pool a nature.`,
      where: { file, key: `article ${article}` },
      ...touched(found),
    }));
}

function withoutUnit({ file }: Model, homeless: ReadonlyMap<Assignment, string>): Finding[] {
  return [...Map.groupBy(homeless.keys(), ({ responsibility }) => responsibility)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([responsibility, found]) => ({
      rule: 'costing/posting-without-unit',
      severity: 'warning',
      message: `${responsibility === '' ? 'postings without responsibility belong to no unit and are' : `responsibility ${responsibility} belongs to no unit, so its postings are`} parked; with a unit the pool "${homeless.get(found[0]!)}" could take them`,
      remedy:
        responsibility === ''
          ? 'Give the postings a responsibility, or place them by a pool above the last one.'
          : 'Give the responsibility to a unit in the units file, or correct the postings.',
      where: { file, key: responsibility === '' ? 'no responsibility' : `responsibility ${responsibility}` },
      ...touched(found),
    }));
}
