// Products of a loop's whole weights with whole numbers, exact, in doubles: both are cut into limbs so short that no sum
// of their products leaves the whole numbers that doubles hold.

import type { Loop } from './loop.ts';

/** A limb of every weight and every total: they count 2^position times. */
type Limb = { readonly weight: Float64Array; readonly total: Float64Array; readonly position: number };

/** The loop's weights in limbs, and how many bits a limb of a factor may have so that sums stay below 2^53. */
export type WholeWeights = { readonly limbs: readonly Limb[]; readonly factorBits: number };

const EXACT_BITS = 53;
const WEIGHT_BITS = 24;

/** The weights of a loop in limbs of 24 bits. */
export function wholeWeights(loop: Loop): WholeWeights {
  const limbs: Limb[] = [];
  let [weight, total]: (readonly bigint[])[] = [loop.weight, loop.total];
  const [low, up] = [(1n << BigInt(WEIGHT_BITS)) - 1n, BigInt(WEIGHT_BITS)];
  while (total!.some((value) => value > low)) {
    limbs.push({
      weight: Float64Array.from(weight!, (value) => Number(value & low)),
      total: Float64Array.from(total!, (value) => Number(value & low)),
      position: limbs.length * WEIGHT_BITS,
    });
    weight = weight!.map((value) => value >> up);
    total = total!.map((value) => value >> up);
  }
  limbs.push({
    weight: Float64Array.from(weight!, Number),
    total: Float64Array.from(total!, Number),
    position: limbs.length * WEIGHT_BITS,
  });
  const largest = limbs.reduce((most, limb) => Math.max(most, largestSum(loop, limb)), 1);
  return { limbs, factorBits: EXACT_BITS - 1 - Math.ceil(Math.log2(largest)) };
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
  const shift = Math.max(0, Math.ceil(Math.log2(largest)) + 1 - bits);
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
