// The frame: what was voted, by unit where it is split, or held by the purchaser.

import { type Fraction, roundHalfAway } from '../money/fraction.ts';
import type { HeldFrame, PoolMonth } from '../tables/financing.ts';
import { type Ground, inOrder } from './ground.ts';
import { spread } from './periodise.ts';

/** Twelve months of øre each; a unit without an entry has no frame of its own. */
export type Frames = {
  readonly units: ReadonlyMap<string, readonly bigint[]>;
  /** By purchaser, where frames are not split. */
  readonly held: ReadonlyMap<string, readonly bigint[]>;
};

type Months = Map<string, bigint[]>;

/**
 * Frames by month. From a budget: its rows in the pools of the price, where they stand; from what the purchaser's
 * financing is budgeted at: its rows in the pools of the financing at purchasers; from volumes: F_B (`voted`) of the
 * units that have one. An amount of the year falls on the months by the profile, one that is changed later on the
 * months from then on.
 */
export function frameMonths(
  ground: Ground,
  budget: readonly PoolMonth[],
  voted: ReadonlyMap<string, readonly Fraction[]>,
): Frames {
  const units: Months = new Map();
  const held: Months = new Map();
  const { frame } = ground.financing;
  if (frame.from === 'volumes') {
    for (const [unit, months] of voted) units.set(unit, months.map(roundHalfAway));
  } else {
    const isHeld = frame.from === 'purchase-budget';
    for (const row of budget) {
      if (row.unit === '') continue;
      if (isHeld && isHeldRow(ground, row)) put(ground, held, row);
      if (!isHeld && ground.pools.inPrice.has(row.pool)) put(ground, units, row);
    }
  }
  for (const { unit, month, amountOre } of frame.changes) {
    const isHeld = frame.from === 'purchase-budget';
    if (isHeld && ground.unitOf(unit).kind !== 'purchaser') continue;
    add(isHeld ? held : units, unit, spread(amountOre, ground.profiles.of(unit), month));
  }
  return { units, held };
}

/** Frames that purchasers hold, in order of purchaser and month. */
export const heldFrames = ({ held }: Frames, months: readonly number[]): HeldFrame[] =>
  inOrder(held.keys()).flatMap((purchaser) =>
    months.map((month) => ({ purchaser, month, amountOre: held.get(purchaser)![month - 1]! })),
  );

const isHeldRow = ({ pools, unitOf }: Ground, { unit, pool }: PoolMonth): boolean =>
  pools.financing.has(pool) && unitOf(unit).kind === 'purchaser';

function put({ profiles }: Ground, frames: Months, { unit, month, amountOre }: PoolMonth): void {
  const months =
    month === 0
      ? spread(amountOre, profiles.of(unit))
      : Array.from({ length: 12 }, (_, i) => (i + 1 === month ? amountOre : 0n));
  add(frames, unit, months);
}

function add(frames: Months, unit: string, more: readonly bigint[]): void {
  const before = frames.get(unit);
  frames.set(
    unit,
    more.map((amount, i) => amount + (before?.[i] ?? 0n)),
  );
}
