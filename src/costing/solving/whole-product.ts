// Products of a loop's whole weights with whole numbers, exact, in doubles: both are cut into limbs so short that no sum
// of their products leaves the whole numbers that doubles hold.

import type { Loop } from './loop.ts';

/** A limb of every weight and every total: they count 2^position times. */
type Limb = { readonly weight: Float64Array; readonly total: Float64Array; readonly position: number };

/** The loop's weights in limbs, and how many bits a limb of a factor may have so that sums stay below 2^53. */
export type WholeWeights = { readonly limbs: readonly Limb[]; readonly factorBits: number };

const EXACT_BITS = 53;
const WEIGHT_BITS = 24;
const LIMB = 1n << BigInt(WEIGHT_BITS);

/** The least n with 2^n ≥ value, for 1 ≤ value < ∞; counted, since logarithms differ from machine to machine. */
export function doublings(value: number): number {
  let n = 0;
  for (let power = 1; power < value; power *= 2) n++;
  return n;
}

/** The weights of a loop in limbs of 24 bits. */
export function wholeWeights(loop: Loop): WholeWeights {
  const limbs: Limb[] = [];
  let largest = 1;
  let isMore = true;
  for (let position = 0; isMore; position += WEIGHT_BITS) {
    const limb = { weight: limbOf(loop.weight, position), total: limbOf(loop.total, position), position };
    limbs.push(limb);
    largest = Math.max(largest, largestSum(loop, limb));
    isMore = loop.total.some((value) => value >> BigInt(position + WEIGHT_BITS) !== 0n);
  }
  return { limbs, factorBits: EXACT_BITS - 1 - doublings(largest) };
}

/** The 24 bits of each value that begin at a position. */
function limbOf(values: readonly bigint[], position: number): Float64Array {
  const limb = new Float64Array(values.length);
  const shift = BigInt(position);
  for (let i = 0; i < values.length; i++) {
    const value = position === 0 ? values[i]! : values[i]! >> shift;
    limb[i] = value < LIMB ? Number(value) : Number(value & (LIMB - 1n));
  }
  return limb;
}

/** The most that the weights with which one sum is built can come to. */
function largestSum({ size, rowStart, to }: Loop, { weight, total }: Limb): number {
  const column = total.slice();
  let largest = 0;
  for (let i = 0; i < size; i++) {
    let row = total[i]!;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      row += weight[e]!;
      column[to[e]!]! += weight[e]!;
    }
    largest = Math.max(largest, row);
  }
  return column.reduce((most, sum) => Math.max(most, sum), largest);
}

/** Whole numbers digits[i] · 2^shift. */
export type Scaled = { readonly digits: Float64Array; readonly shift: number };

/** Values to as many leading bits of the largest as go into a few limbs, and to whole numbers; all 0 if one is none. */
export function scaledTo({ factorBits }: WholeWeights, values: Float64Array): Scaled {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (!(largest > 0 && Number.isFinite(largest)))
    return { digits: new Float64Array(values.length), shift: 0 };
  const bits = factorBits * Math.floor((EXACT_BITS - 1) / factorBits);
  const shift = Math.max(0, doublings(largest) + 1 - bits);
  const unit = 2 ** shift;
  return { digits: values.map((value) => Math.round(value / unit)), shift };
}

/** Which equations: those of throughput sum over the edges that reach a node, those of contribution over its own. */
export type Direction = 'throughput' | 'contribution';

/** residual − (total·y − weightᵀ·y) for throughput, residual − (total·y − weight·y) for contribution, exactly. */
export function subtractProduct(
  loop: Loop,
  { limbs, factorBits }: WholeWeights,
  direction: Direction,
  residual: readonly bigint[],
  { digits, shift }: Scaled,
): bigint[] {
  const result = residual.slice();
  const multiply = direction === 'throughput' ? spread : collect;
  const base = 2 ** factorBits;
  const rest = digits.slice();
  const factor = new Float64Array(loop.size);
  const sum = new Float64Array(loop.size);
  for (let position = shift; rest.some((value) => value !== 0); position += factorBits) {
    for (let i = 0; i < loop.size; i++) {
      const above = Math.trunc(rest[i]! / base);
      factor[i] = rest[i]! - above * base;
      rest[i] = above;
    }
    for (const limb of limbs) {
      multiply(loop, limb, factor, sum);
      const places = BigInt(position + limb.position);
      for (let i = 0; i < loop.size; i++) if (sum[i] !== 0) result[i]! -= BigInt(sum[i]!) << places;
    }
  }
  return result;
}

function spread(
  { size, rowStart, to }: Loop,
  { weight, total }: Limb,
  y: Float64Array,
  sum: Float64Array,
): void {
  for (let i = 0; i < size; i++) sum[i] = total[i]! * y[i]!;
  for (let i = 0; i < size; i++) {
    const value = y[i]!;
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) sum[to[e]!]! -= weight[e]! * value;
  }
}

function collect(
  { size, rowStart, to }: Loop,
  { weight, total }: Limb,
  a: Float64Array,
  sum: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    let left = total[i]! * a[i]!;
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) left -= weight[e]! * a[to[e]!]!;
    sum[i] = left;
  }
}
