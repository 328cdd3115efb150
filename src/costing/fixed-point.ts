// From a solver in doubles to an answer that is right far below an øre: what is still missing is computed exactly in
// whole numbers, solved for in doubles, added, and so on until nothing worth naming is missing.

import { FRACTION_BITS } from '../tables/network.ts';
import type { LoopSolver } from './eliminate.ts';
import type { Loop } from './loop.ts';

const MOST_STEPS = 200;

/**
 * Throughput x = b + Sᵀx of a loop in fixed point (2^-FRACTION_BITS øre), b in fixed point too.
 *
 * With y = x ÷ total weight, total_j·y_j − Σ_i weight_ij·y_i = b_j has whole coefficients: for y in fixed point the
 * residual r is exact. An error in x is at most g·max|r|, g being the largest throughput that one øre of own cost at
 * every node gives; y carries as many bits more as g and the weights have.
 * @throws Error when the residual does not shrink to the rounding of y: the doubles could not solve this loop.
 */
export function solveExactly(loop: Loop, solver: LoopSolver, b: readonly bigint[]): bigint[] {
  const guard = BigInt(bitsOf(largest(solver(new Float64Array(loop.size).fill(1)))));
  const widest = BigInt(loop.total.reduce((bits, total) => Math.max(bits, total.toString(2).length), 0));
  const extra = guard + widest;
  const right = b.map((value) => value << extra);
  const y: bigint[] = new Array(loop.size).fill(0n);
  let bound = 0n;
  for (const total of loop.total) bound += 2n * total;
  let before: bigint | undefined;
  let residual = right.slice();
  for (let step = 0; step < MOST_STEPS; step++) {
    const size = sumOfMagnitudes(residual);
    if (size <= bound) return y.map((value, i) => (value * loop.total[i]!) >> extra);
    if (before !== undefined && 2n * size > before) break;
    before = size;
    correct(loop, solver, y, residual);
    residual = missing(loop, right, y);
  }
  throw new Error(`a loop of ${loop.size} nodes could not be solved to 2^-${FRACTION_BITS} øre`);
}

/** b + weightᵀ·y − total·y, exactly. */
function missing(loop: Loop, right: readonly bigint[], y: readonly bigint[]): bigint[] {
  const { size, rowStart, to, weight, total } = loop;
  const residual = right.slice();
  for (let i = 0; i < size; i++) {
    const value = y[i]!;
    residual[i]! -= total[i]! * value;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) residual[to[e]!]! += weight[e]! * value;
  }
  return residual;
}

/** Adds to y what the doubles say is missing. */
function correct(loop: Loop, solver: LoopSolver, y: bigint[], residual: readonly bigint[]): void {
  let widest = 0;
  for (const value of residual) widest = Math.max(widest, (value < 0n ? -value : value).toString(2).length);
  const shift = BigInt(Math.max(0, widest - 600));
  const correction = solver(Float64Array.from(residual, (value) => Number(value >> shift)));
  for (let i = 0; i < loop.size; i++) y[i]! += divideDouble(correction[i]!, loop.total[i]!) << shift;
}

/** value / whole, to the nearest whole number as far as doubles tell. */
function divideDouble(value: number, whole: bigint): bigint {
  return BigInt(Math.round(value / Number(whole)));
}

const bitsOf = (value: number): number => Math.max(0, Math.ceil(Math.log2(value)) + 2);
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

function sumOfMagnitudes(values: readonly bigint[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value < 0n ? -value : value;
  return sum;
}
