// From a solver in doubles to an answer that is right far below an øre: what is still missing is computed exactly in
// whole numbers, solved for in doubles, added, and so on until nothing worth naming is missing.

import { eliminateWide, type WideSolver } from './eliminate-wide.ts';
import type { Loop, LoopSolver } from './loop.ts';
import { loopSolver } from './loop-solver.ts';
import { type Direction, scaledTo, subtractProduct, type WholeWeights } from './whole-product.ts';

/** A loop with its solver in doubles, and its weights for exact products. */
export type SolvableLoop = {
  readonly loop: Loop;
  readonly solver: LoopSolver;
  readonly weights: WholeWeights;
};

/**
 * Throughput x = b + Sᵀx of a loop, b and x whole numbers in some fixed point.
 *
 * With y = x ÷ total weight, total_j·y_j − Σ_i weight_ij·y_i = b_j has whole coefficients, so that for whole y (in as
 * many bits more as the weights have) the residual is exact. Done when it is no more than rounding y can leave: then
 * x misses b by at most two units per node, all together.
 * @throws Error when the residual does not come down to that: wrong program, or a large loop that leaks next to nothing.
 */
export function loopThroughput(solvable: SolvableLoop, b: readonly bigint[]): bigint[] {
  const { total } = solvable.loop;
  const extra = BigInt(bitsOfLargest(total));
  const right = b.map((value) => value << extra);
  const y = refine(solvable, 'throughput', right);
  return y.map((value, i) => (value * total[i]!) >> extra);
}

/**
 * Contribution a = c + S·a of a loop, c and a whole numbers in some fixed point: total_i·a_i − Σ_j weight_ij·a_j =
 * total_i·c_i, solved as loopThroughput does and as near to c.
 */
export function loopContribution(solvable: SolvableLoop, c: readonly bigint[]): bigint[] {
  const { total } = solvable.loop;
  const extra = BigInt(bitsOfLargest(total));
  const right = c.map((value, i) => (value * total[i]!) << extra);
  return refine(solvable, 'contribution', right).map((value) => value >> extra);
}

/** What has been found, what the equations still miss, and the sum of its magnitudes. */
type State = { readonly found: bigint[]; readonly residual: readonly bigint[]; readonly size: bigint };
type Correction = (state: State) => State;

/** Each way of correcting is used for as long as it halves what is missing, then the next. */
function refine(solvable: SolvableLoop, direction: Direction, right: readonly bigint[]): bigint[] {
  const { size, total } = solvable.loop;
  const bound = total.reduce((sum, each) => sum + 2n * each, 0n);
  let state: State = { found: new Array(size).fill(0n), residual: right, size: sumOfMagnitudes(right) };
  if (state.size <= bound) return state.found;
  for (const correct of corrections(solvable, direction, right)) {
    for (;;) {
      const trial = correct(state);
      if (trial.size <= bound) return trial.found;
      if (2n * trial.size > state.size) break;
      state = trial;
    }
  }
  throw new Error(`a loop of ${size} nodes leaks too little to be solved`);
}

/** Elimination in whole numbers beyond these nodes takes minutes; numbers beyond these bits are no doubles. */
const WIDE_NODES = 500;
const DOUBLE_BITS = 1000;

/** The ways of correcting: the solver at hand, elimination in doubles, elimination in ever more bits. */
function* corrections(
  { loop, solver, weights }: SolvableLoop,
  direction: Direction,
  right: readonly bigint[],
): Generator<Correction> {
  const widest = bitsOfLargest(loop.total);
  if (Math.max(widest, bitsOfLargest(right)) < DOUBLE_BITS) {
    yield (state) => correctInDoubles({ loop, solver, weights }, direction, state);
    const stubborn = loopSolver(loop, true);
    yield (state) => correctInDoubles({ loop, solver: stubborn, weights }, direction, state);
  }
  if (loop.size > WIDE_NODES) return;
  for (let bits = 256 + 4 * widest; bits <= 512 + 4 * widest * loop.size; bits *= 2) {
    const wide = eliminateWide(loop, bits);
    yield (state) => correctInWhole(loop, wide, direction, right, state);
  }
}

/** Solves for the residual in doubles, and takes exactly what that gives off the residual. */
function correctInDoubles(
  { loop, solver, weights }: SolvableLoop,
  direction: Direction,
  { found, residual }: State,
): State {
  const right = new Float64Array(loop.size);
  for (let i = 0; i < loop.size; i++) right[i] = Number(residual[i]!);
  const perTotal = (values: Float64Array): Float64Array =>
    values.map((value, i) => value / Number(loop.total[i]!));
  const change =
    direction === 'throughput' ? perTotal(solver.throughput(right)) : solver.contribution(perTotal(right));
  const scaled = scaledTo(weights, change);
  const shift = BigInt(scaled.shift);
  const left = subtractProduct(loop, weights, direction, residual, scaled);
  const trial = found.map((value, i) => value + (BigInt(scaled.digits[i]!) << shift));
  return { found: trial, residual: left, size: sumOfMagnitudes(left) };
}

function correctInWhole(
  loop: Loop,
  wide: WideSolver,
  direction: Direction,
  right: readonly bigint[],
  { found, residual }: State,
): State {
  const perTotal = (values: readonly bigint[]): bigint[] => values.map((value, i) => value / loop.total[i]!);
  const change =
    direction === 'throughput' ? perTotal(wide.throughput(residual)) : wide.contribution(perTotal(residual));
  const trial = found.map((value, i) => value + change[i]!);
  const left = missing(loop, direction, right, trial);
  return { found: trial, residual: left, size: sumOfMagnitudes(left) };
}

/** right − (total·y − weightᵀ·y) for throughput, right − (total·y − weight·y) for contribution, exactly. */
export function missing(
  { size, rowStart, to, weight, total }: Loop,
  direction: Direction,
  right: readonly bigint[],
  y: readonly bigint[],
): bigint[] {
  const residual = right.map((value, i) => value - total[i]! * y[i]!);
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (direction === 'throughput') residual[to[e]!]! += weight[e]! * y[i]!;
      else residual[i]! += weight[e]! * y[to[e]!]!;
    }
  }
  return residual;
}

/** Bits of the largest magnitude. */
function bitsOfLargest(values: readonly bigint[]): number {
  let largest = 0n;
  for (const value of values) {
    const magnitude = value < 0n ? -value : value;
    if (magnitude > largest) largest = magnitude;
  }
  return largest.toString(2).length;
}

function sumOfMagnitudes(values: readonly bigint[]): bigint {
  let [above, below] = [0n, 0n];
  for (const value of values) {
    if (value < 0n) below += value;
    else above += value;
  }
  return above - below;
}
