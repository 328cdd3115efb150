// The frame: what was voted, by unit where it is split, or held by the purchaser.

import { type Fraction, roundHalfAway } from '../money/fraction.ts';
import type { HeldFrame, PoolMonth } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import { type Ground, inOrder } from './ground.ts';
import { spread } from './periodise.ts';

/** Twelve months of øre each; a unit without an entry has no frame of its own. */
export type Frames = {
  readonly units: ReadonlyMap<string, readonly bigint[]>;
  /** By purchaser, where frames are not split. */
  readonly held: ReadonlyMap<string, readonly bigint[]>;
};

type Months = Map<string, bigint[]>;

const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

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
  const isHeld = frame.from === 'purchase-budget';
  if (frame.from === 'volumes')
    for (const [unit, months] of voted) units.set(unit, months.map(roundHalfAway));
  else if (isHeld)
    putRows(
      ground,
      held,
      budget.filter((row) => isHeldRow(ground, row)),
    );
  else
    putRows(
      ground,
      units,
      budget.filter(({ unit, pool }) => unit !== '' && ground.pools.inPrice.has(pool)),
    );
  const later = frame.changes.map(({ unit, month, amountOre }) => ({ unit, from: month, amountOre }));
  const changed = isHeld ? later.filter(({ unit }) => ground.unitOf(unit).kind === 'purchaser') : later;
  putSpread(ground, isHeld ? held : units, changed);
  return { units, held };
}

/** Frames that purchasers hold, in order of purchaser and month. */
export const heldFrames = ({ held }: Frames, months: readonly number[]): HeldFrame[] =>
  inOrder(held.keys()).flatMap((purchaser) =>
    months.map((month) => ({ purchaser, month, amountOre: held.get(purchaser)![month - 1]! })),
  );

const isHeldRow = ({ pools, unitOf }: Ground, { unit, pool }: PoolMonth): boolean =>
  pools.financing.has(pool) && unitOf(unit).kind === 'purchaser';

/** Rows of months in their months, and rows of the year on all of them. */
function putRows(ground: Ground, frames: Months, rows: readonly PoolMonth[]): void {
  for (const { unit, month, amountOre } of rows)
    if (month > 0)
      put(
        frames,
        unit,
        MONTHS.map((at) => (at === month ? amountOre : 0n)),
      );
  const ofYear = rows.filter(({ month }) => month === 0);
  putSpread(
    ground,
    frames,
    ofYear.map(({ unit, amountOre }) => ({ unit, from: 1, amountOre })),
  );
}

type Later = { readonly unit: string; readonly from: number; readonly amountOre: bigint };

/** Amounts on the months from one on, those of a unit and month together: what is rounded does not depend on rows. */
function putSpread({ profiles }: Ground, frames: Months, amounts: readonly Later[]): void {
  for (const same of Map.groupBy(amounts, ({ unit, from }) => keyOf(unit, from)).values()) {
    const { unit, from } = same[0]!;
    const amountOre = same.reduce((sum, one) => sum + one.amountOre, 0n);
    put(frames, unit, spread(amountOre, profiles.of(unit), from));
  }
}

function put(frames: Months, unit: string, more: readonly bigint[]): void {
  const before = frames.get(unit);
  frames.set(
    unit,
    more.map((amount, i) => amount + (before?.[i] ?? 0n)),
  );
}
