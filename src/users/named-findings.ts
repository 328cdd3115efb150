// What people should know of how cost found its users: records that name nobody, invoices that did not stay with whom
// they name.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { NO_USER_RULES } from '../model/users.ts';
import { largerFirst, ore, sumOre } from '../money/ore.ts';
import type { NamedCost, UserCosts } from '../tables/users.ts';

/** Findings with the øre that they touch, the largest first within a rule. */
export function namedFindings(model: Model, costs: UserCosts, all: readonly NamedCost[]): Finding[] {
  const { fees } = model.users ?? NO_USER_RULES;
  const named = all.filter(({ pool }) => !fees.includes(pool));
  return [
    ...withoutUsers(model, costs),
    ...named.flatMap((source) => endedElsewhere(model, source)),
    ...spread(model, named),
  ].sort((a, b) => (a.rule === b.rule ? largerFirst(a.amountOre ?? 0n, b.amountOre ?? 0n) : 0));
}

/** Cost of objects that nobody shares, or that records without persons share. */
function withoutUsers(model: Model, { lines }: UserCosts): Finding[] {
  return lines
    .filter(({ kind }) => kind === 'without-users')
    .map(({ name, unit, level, amountOre }) => ({
      rule: 'users/object-without-users',
      severity: 'warning' as const,
      message: 'has cost that no user has: its records name nobody, or it has no volume',
      remedy: 'Name the persons in the activity file (columns: person:), or look for its activity.',
      where: { file: model.file, key: [name, unit, level].filter((part) => part !== '').join(' · ') },
      amountOre: ore(amountOre),
    }));
}

function endedElsewhere(model: Model, { pool, unit, ends }: NamedCost): Finding[] {
  const elsewhere = ends.filter(({ node }) => node.kind !== 'object');
  if (elsewhere.length === 0) return [];
  const names = [...new Set(elsewhere.map(({ node }) => `${node.kind}: ${node.name}`))].join(', ');
  return [
    {
      rule: 'users/named-not-costed',
      severity: 'note',
      message: `postings that name persons ended at ${names}, and are no user's cost`,
      remedy: 'Give such invoices a pool that goes to the service that they pay for.',
      where: { file: model.file, key: unit === '' ? pool : `${pool} at ${unit}` },
      amountOre: sumOre(elsewhere.map(({ amountOre }) => amountOre)),
    },
  ];
}

/** One finding a pool that sends invoices for persons to several objects. */
function spread(model: Model, named: readonly NamedCost[]): Finding[] {
  const several = named.filter(({ ends }) => ends.filter(({ node }) => node.kind === 'object').length > 1);
  return [...Map.groupBy(several, ({ pool }) => pool)].map(([pool, sources]) => ({
    rule: 'users/named-spread',
    severity: 'note' as const,
    message:
      'postings that name persons go to several objects with the rest of the pool; each person has its part at each',
    remedy: 'Give such invoices a pool of their own that goes to the service that they pay for.',
    where: { file: model.file, key: pool },
    amountOre: sumOre(sources.flatMap(({ ends }) => ends.map(({ amountOre }) => amountOre))),
  }));
}
