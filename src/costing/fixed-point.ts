// From a solver in doubles to an answer that is right far below an øre: what is still missing is computed exactly in
// whole numbers, solved for in doubles, added, and so on until nothing worth naming is missing.

import type { Loop } from './loop.ts';
import { type LoopSolver, loopSolver } from './loop-solver.ts';

const MOST_STEPS = 400;

/** A loop with the solvers that are tried on it in turn. */
export type SolvableLoop = {
  readonly loop: Loop;
  readonly solver: LoopSolver;
};

/**
 * Throughput x = b + Sᵀx of a loop, b and x whole numbers in some fixed point.
 *
 * With y = x ÷ total weight, total_j·y_j − Σ_i weight_ij·y_i = b_j has whole coefficients, so that for whole y (in as
 * many bits more as the weights have) the residual is exact. Done when it is no more than rounding y can leave: then
 * x misses b by at most two units per node, all together.
 * @throws Error when the residual does not come down to that: wrong program, or a loop that leaks less than doubles see.
 */
export function loopThroughput({ loop, solver }: SolvableLoop, b: readonly bigint[]): bigint[] {
  const { total } = loop;
  const extra = BigInt(bitsOfLargest(total));
  const y = refine(loop, solver, {
    right: b.map((value) => value << extra),
    missing: (right, trial) => missingThroughput(loop, right, trial),
    correction: (using, residual) => using.throughput(residual).map((value, i) => value / Number(total[i]!)),
  });
  return y.map((value, i) => (value * total[i]!) >> extra);
}

/**
 * Contribution a = c + S·a of a loop, c and a whole numbers in some fixed point: total_i·a_i − Σ_j weight_ij·a_j =
 * total_i·c_i, solved as loopThroughput does.
 */
export function loopContribution({ loop, solver }: SolvableLoop, c: readonly bigint[]): bigint[] {
  const { total } = loop;
  return refine(loop, solver, {
    right: c.map((value, i) => value * total[i]!),
    missing: (right, trial) => missingContribution(loop, right, trial),
    correction: (using, residual) =>
      using.contribution(residual.map((value, i) => value / Number(total[i]!))),
  });
}

type Equation = {
  readonly right: readonly bigint[];
  readonly missing: (right: readonly bigint[], trial: readonly bigint[]) => bigint[];
  readonly correction: (solver: LoopSolver, residual: Float64Array) => Float64Array;
};

function refine(loop: Loop, first: LoopSolver, { right, missing, correction }: Equation): bigint[] {
  const found: bigint[] = new Array(loop.size).fill(0n);
  const bound = loop.total.reduce((sum, total) => sum + 2n * total, 0n);
  let solver = first;
  let residual: readonly bigint[] = right;
  let size = sumOfMagnitudes(residual);
  for (let step = 0; step < MOST_STEPS && size > bound; step++) {
    const shift = BigInt(Math.max(0, bitsOfLargest(residual) - 600));
    const change = correction(
      solver,
      Float64Array.from(residual, (value) => Number(value >> shift)),
    );
    const trial = found.map((value, i) => value + (BigInt(Math.round(change[i]!)) << shift));
    const left = missing(right, trial);
    const leftSize = sumOfMagnitudes(left);
    if (2n * leftSize > size && leftSize > bound) {
      if (solver !== first) break;
      solver = loopSolver(loop, true);
      continue;
    }
    for (const [i, value] of trial.entries()) found[i] = value;
    [residual, size] = [left, leftSize];
  }
  if (size > bound) throw new Error(`a loop of ${loop.size} nodes leaks too little to be solved`);
  return found;
}

/** b + weightᵀ·y − total·y, exactly. */
function missingThroughput(loop: Loop, right: readonly bigint[], y: readonly bigint[]): bigint[] {
  const { size, rowStart, to, weight, total } = loop;
  const residual = right.slice();
  for (let i = 0; i < size; i++) {
    const value = y[i]!;
    residual[i]! -= total[i]! * value;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) residual[to[e]!]! += weight[e]! * value;
  }
  return residual;
}

/** total·c + weight·a − total·a, exactly. */
function missingContribution(loop: Loop, right: readonly bigint[], a: readonly bigint[]): bigint[] {
  const { rowStart, to, weight, total } = loop;
  return right.map((value, i) => {
    let sum = value - total[i]! * a[i]!;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) sum += weight[e]! * a[to[e]!]!;
    return sum;
  });
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
  let sum = 0n;
  for (const value of values) sum += value < 0n ? -value : value;
  return sum;
}
