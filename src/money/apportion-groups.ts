// Many amounts divided at once, each among its own group of cells: what `apportion` does, over typed arrays, fast
// enough for ten million cells. Whole numbers are held in doubles, and every step is one that doubles do exactly.

import { apportion } from './apportion.ts';
import { type Cells, giveOut, type Scratch, scratchFor } from './give-out.ts';

/**
 * Group g has the amount `totals[g]` (whole øre) and the cells from `starts[g]` up to but not including
 * `starts[g + 1]`, each with a whole weight. `starts` is one longer than `totals`; its last value is the number of cells.
 */
export type Groups = {
  readonly totals: Float64Array;
  readonly starts: Uint32Array;
  readonly weights: Float64Array;
};

/** A sum or product that a double puts below this is exact. */
const EXACT = 2 ** 53;
/** Up to these, a product is exact as the sum of two doubles, and so is what a division leaves. */
const SPLIT_WEIGHTS = 2 ** 50;
const SPLIT_AMOUNT = 2 ** 52;

/**
 * The parts of every cell, in whole øre: for each group the same as `apportion(total, weights)`, ties by position.
 * @throws RangeError when a number is not whole, a part does not fit a double exactly, or the weights of a group sum
 * to zero and its amount does not.
 * @example apportionGroups({ totals: [100, 7], starts: [0, 3, 4], weights: [1, 1, 1, 5] }) // [34, 33, 33, 7]
 */
export function apportionGroups({ totals, starts, weights }: Groups): Float64Array {
  const parts = new Float64Array(weights.length);
  let widest = 0;
  for (let g = 0; g < totals.length; g++) widest = Math.max(widest, starts[g + 1]! - starts[g]!);
  const scratch = scratchFor(widest);
  for (let g = 0; g < totals.length; g++) {
    apportionGroup(totals[g]!, { weights, parts, from: starts[g]!, to: starts[g + 1]! }, scratch);
  }
  return parts;
}

function apportionGroup(total: number, cells: Cells, scratch: Scratch): void {
  const { weights, from, to } = cells;
  let sum = 0;
  let magnitude = 0;
  let largest = 0;
  let whole = Math.floor(total) === total;
  for (let i = from; i < to; i++) {
    const weight = weights[i]!;
    const size = Math.abs(weight);
    sum += weight;
    magnitude += size;
    if (size > largest) largest = size;
    if (Math.floor(weight) !== weight) whole = false;
  }
  if (!whole) throw new RangeError('amounts and weights are whole numbers');
  const den = Math.abs(sum);
  const amount = Math.abs(total);
  const product = amount * largest;
  // What the parts may add up to on the way: weights of both signs may nearly cancel, and parts outgrow the amount.
  const reach = magnitude === den ? amount : (amount * magnitude) / den;
  const isSmall = product < EXACT && magnitude < EXACT && reach < EXACT / 2;
  const isSplit = magnitude <= SPLIT_WEIGHTS && reach <= SPLIT_AMOUNT;
  if (den === 0 || !(isSmall || isSplit)) {
    divideBig(total, cells);
    return;
  }
  const division = { amount, signed: sum < 0 ? -amount : amount, den };
  const divide = isSmall ? divideSmall : divideLarge;
  const left = divide(division, cells, scratch);
  if (left > 0) giveOut({ left, den }, cells, scratch);
  if (total < 0) for (let i = from; i < to; i++) cells.parts[i] = 0 - cells.parts[i]!;
}

/** `amount` ≥ 0, the same with the sign of the weights' sum, and that sum's magnitude. */
type Division = { readonly amount: number; readonly signed: number; readonly den: number };

/**
 * Rounds every part down, for products that a double holds, and keeps what remains of each. How many øre are left:
 * 100 by 1, 1, 1 gives 33, 33, 33, remainders 1, 1, 1 of 3, and 1 øre.
 */
function divideSmall({ amount, signed, den }: Division, cells: Cells, { remainders }: Scratch): number {
  const { weights, parts, from, to } = cells;
  let left = amount;
  for (let i = from; i < to; i++) {
    const product = signed * weights[i]!;
    let part = Math.floor(product / den);
    let remainder = product - part * den;
    if (remainder < 0) {
      part -= 1;
      remainder += den;
    } else if (remainder >= den) {
      part += 1;
      remainder -= den;
    }
    parts[i] = part + 0;
    remainders[i - from] = remainder;
    left -= part;
  }
  return left;
}

/** The same for products beyond 2^53: the remainder is the difference of two products, each kept as high + low part. */
function divideLarge({ amount, signed, den }: Division, cells: Cells, { remainders }: Scratch): number {
  const { weights, parts, from, to } = cells;
  let left = amount;
  for (let i = from; i < to; i++) {
    const weight = weights[i]!;
    const product = signed * weight;
    let part = Math.floor(product / den);
    const taken = part * den;
    let remainder = product - taken + (lowPart(signed, weight, product) - lowPart(part, den, taken));
    while (remainder < 0) {
      part -= 1;
      remainder += den;
    }
    while (remainder >= den) {
      part += 1;
      remainder -= den;
    }
    parts[i] = part + 0;
    remainders[i - from] = remainder;
    left -= part;
  }
  return left;
}

/** a·b − product, exactly, where product is a·b as a double gives it (Dekker 1971, Veltkamp's splitting). */
function lowPart(a: number, b: number, product: number): number {
  const aScaled = a * 134_217_729;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * 134_217_729;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** Amounts and weights that doubles cannot divide exactly: by the one rule itself. */
function divideBig(total: number, { weights, parts, from, to }: Cells): void {
  const whole = Array.from(weights.subarray(from, to), (weight) => BigInt(weight));
  for (const [i, part] of apportion(BigInt(total), whole).entries()) {
    const value = Number(part);
    if (!Number.isSafeInteger(value)) throw new RangeError(`a part of ${part} øre does not fit exactly`);
    parts[from + i] = value;
  }
}
