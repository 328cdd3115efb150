// From a solver in doubles to an answer that is right far below an øre: what is still missing is computed exactly in
// whole numbers, solved for in doubles, added, and so on until nothing worth naming is missing.

import { eliminateWide, type WideSolver } from './eliminate-wide.ts';
import type { Loop } from './loop.ts';
import { type LoopSolver, loopSolver } from './loop-solver.ts';

/** A loop with its solver in doubles. */
export type SolvableLoop = { readonly loop: Loop; readonly solver: LoopSolver };

/**
 * Throughput x = b + Sᵀx of a loop, b and x whole numbers in some fixed point.
 *
 * With y = x ÷ total weight, total_j·y_j − Σ_i weight_ij·y_i = b_j has whole coefficients, so that for whole y (in as
 * many bits more as the weights have) the residual is exact. Done when it is no more than rounding y can leave: then
 * x misses b by at most two units per node, all together.
 * @throws Error when the residual does not come down to that: wrong program, or a large loop that leaks next to nothing.
 */
export function loopThroughput({ loop, solver }: SolvableLoop, b: readonly bigint[]): bigint[] {
  const { total } = loop;
  const extra = BigInt(bitsOfLargest(total));
  const y = refine(loop, solver, {
    right: b.map((value) => value << extra),
    missing: (right, trial) => missingThroughput(loop, right, trial),
    inDoubles: (using, residual) => using.throughput(residual).map((value, i) => value / Number(total[i]!)),
    inWhole: (using, residual) => using.throughput(residual).map((value, i) => value / total[i]!),
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
    inDoubles: (using, residual) => using.contribution(residual.map((value, i) => value / Number(total[i]!))),
    inWhole: (using, residual) => using.contribution(residual.map((value, i) => value / total[i]!)),
  });
}

type Equation = {
  readonly right: readonly bigint[];
  readonly missing: (right: readonly bigint[], trial: readonly bigint[]) => bigint[];
  readonly inDoubles: (solver: LoopSolver, residual: Float64Array) => Float64Array;
  readonly inWhole: (solver: WideSolver, residual: readonly bigint[]) => bigint[];
};
type Correction = (residual: readonly bigint[]) => bigint[];

/** Each way of correcting is used for as long as it halves what is missing, then the next. */
function refine(loop: Loop, solver: LoopSolver, equation: Equation): bigint[] {
  const bound = loop.total.reduce((sum, total) => sum + 2n * total, 0n);
  let found: bigint[] = new Array(loop.size).fill(0n);
  let residual = equation.right;
  let size = sumOfMagnitudes(residual);
  if (size <= bound) return found;
  for (const correct of corrections(loop, solver, equation)) {
    for (;;) {
      const change = correct(residual);
      const trial = found.map((value, i) => value + change[i]!);
      const left = equation.missing(equation.right, trial);
      const leftSize = sumOfMagnitudes(left);
      if (leftSize <= bound) return trial;
      if (2n * leftSize > size) break;
      [found, residual, size] = [trial, left, leftSize];
    }
  }
  throw new Error(`a loop of ${loop.size} nodes leaks too little to be solved`);
}

/** Beyond these, elimination in whole numbers takes minutes. Beyond these bits, shares are no doubles. */
const WIDE_NODES = 500;
const DOUBLE_BITS = 900;

/** The ways of correcting: the solver at hand, elimination in doubles, elimination in ever more bits. */
function* corrections(loop: Loop, solver: LoopSolver, equation: Equation): Generator<Correction> {
  const widest = bitsOfLargest(loop.total);
  if (widest < DOUBLE_BITS) {
    yield (residual) => correctInDoubles(equation, solver, residual);
    const stubborn = loopSolver(loop, true);
    yield (residual) => correctInDoubles(equation, stubborn, residual);
  }
  if (loop.size > WIDE_NODES) return;
  for (let bits = 256 + 4 * widest; bits <= 512 + 4 * widest * loop.size; bits *= 2) {
    const wide = eliminateWide(loop, bits);
    yield (residual) => equation.inWhole(wide, residual);
  }
}

function correctInDoubles(equation: Equation, solver: LoopSolver, residual: readonly bigint[]): bigint[] {
  const shift = BigInt(Math.max(0, bitsOfLargest(residual) - 600));
  const change = equation.inDoubles(
    solver,
    Float64Array.from(residual, (value) => Number(value >> shift)),
  );
  return Array.from(change, (value) => (Number.isFinite(value) ? BigInt(Math.round(value)) << shift : 0n));
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
