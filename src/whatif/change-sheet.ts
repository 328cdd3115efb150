// From a sheet to the sheet with something changed: only what the change touches is made again, by the stages' own code.

import { multiply } from '../money/fraction.ts';
import { type Change, changedModel, movesCost } from './change.ts';
import type { PaidVolumes } from './paid-volumes.ts';
import {
  costAgain,
  type Drawn,
  earnedByAll,
  priceAgain,
  priceKey,
  priceTable,
  type Sheet,
  type StatedPrices,
} from './sheet.ts';
import { unitEarned } from './unit-earned.ts';

/**
 * The sheet with all changes made at once: the same as drawing the changed model from scratch. Without a sheet when the
 * changes are refused (a key below zero, a loop that closes).
 * @throws RangeError when a change is of something that the sheet does not have: see read/ for names that people write.
 */
export function withChanges(sheet: Sheet, changes: readonly Change[]): Drawn {
  const model = changes.reduce(changedModel, sheet.model);
  const { costs, costFindings } = changes.some(movesCost) ? costAgain(model, sheet.ground) : sheet;
  if (!costs) return { findings: costFindings };
  const { list, priceFindings } = model === sheet.model ? sheet : priceAgain(model, costs);
  if (!list) return { findings: [...costFindings, ...priceFindings] };
  const stated = statedPrices(sheet.stated, changes);
  const volumes = changes.reduce(changedVolumes, sheet.volumes);
  const made = { ...sheet, model, costs, costFindings, list, priceFindings, stated, volumes };
  return { sheet: { ...made, earned: earnedAgain(sheet, made, changes) }, findings: [] };
}

/** What every unit earns: made again where its prices or volumes are others, all of it where costs or growth are. */
function earnedAgain(before: Sheet, now: Sheet, changes: readonly Change[]): Sheet['earned'] {
  if (now.list !== before.list) return earnedByAll(now);
  const services = new Set(changes.flatMap((change) => (change.kind === 'price' ? [change.service] : [])));
  const table = priceTable(now);
  const earned = new Map(before.earned);
  for (const [unit, paid] of now.volumes)
    if (paid !== before.volumes.get(unit) || paid.some(({ service }) => services.has(service)))
      earned.set(unit, unitEarned(unit, paid, table));
  return earned;
}

function statedPrices(before: StatedPrices, changes: readonly Change[]): StatedPrices {
  const stated = new Map(before);
  for (const change of changes)
    if (change.kind === 'price') stated.set(priceKey(change), change.publishedOre);
  return stated;
}

/** The quantities of the units that a change of volume touches, times its factor. */
function changedVolumes(before: PaidVolumes, change: Change): PaidVolumes {
  if (change.kind !== 'volume') return before;
  const { service, unit, factor } = change;
  const isIt = (of: { readonly service: string }): boolean => service === undefined || of.service === service;
  const volumes = new Map(before);
  for (const [at, paid] of before)
    if ((unit === undefined || at === unit) && paid.some(isIt))
      volumes.set(
        at,
        paid.map((one) => (isIt(one) ? { ...one, factor: multiply(one.factor, factor) } : one)),
      );
  return volumes;
}
