// Service groups whose services are looked at together when volume and mix are told apart.

import type { Service } from '../../model.ts';
import { checkNewName } from '../../yaml/names.ts';
import { readEntries } from '../../yaml/read-values.ts';
import { complain, type Spot } from '../../yaml/spot.ts';
import { readServiceNames } from '../read-prices.ts';
import type { FinancingGround } from './financing-ground.ts';

/** Reads `mix: { home-care: home-care }`: name → services of one measure; a service stands in one group. */
export function readMixGroups(spot: Spot, ground: FinancingGround): Map<string, string> {
  const groupOf = new Map<string, string>();
  for (const { key, at, value } of readEntries(spot, 'names and the services looked at together')) {
    checkNewName(key, at);
    const ids = readServiceNames(value, ground.vocabulary) ?? [];
    const services = ground.services.filter(({ id }) => ids.includes(id));
    refuseName(key, at, ids, ground);
    refuseMeasures(value, services);
    const twice = ids.find((id) => groupOf.has(id));
    if (twice !== undefined)
      complain(value, {
        rule: 'duplicate-key',
        message: `"${twice}" is in "${groupOf.get(twice)}" already.`,
        remedy: 'Put every service in one group.',
      });
    for (const id of ids) groupOf.set(id, key);
  }
  return groupOf;
}

/** A service that is in no group goes by its own id: a group called so would take it in unseen. */
function refuseName(key: string, at: Spot, ids: readonly string[], { vocabulary }: FinancingGround): void {
  if (!vocabulary.services.all.has(key) || ids.includes(key)) return;
  const message = `"${key}" is a service that is not in this group.`;
  complain(at, { rule: 'name', message, remedy: 'Give the group another name.' });
}

function refuseMeasures(value: Spot, services: readonly Service[]): void {
  const measures = [...new Set(services.map(({ measure }) => measure ?? 'nothing (open)'))].sort();
  if (measures.length < 2) return;
  complain(value, {
    rule: 'measures',
    message: `volumes in different measures are not looked at together: ${measures.join(', ')}.`,
    remedy: 'Name services of one measure.',
  });
}
