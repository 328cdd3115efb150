// Solving a loop by taking its nodes out one by one, what each hands on being handed on by those that hand to it.

import type { Loop } from './loop.ts';

/** Gives x ≈ b + Sᵀx for a right side b, in whatever unit b is in. */
export type LoopSolver = (b: Float64Array) => Float64Array;

/**
 * Elimination after Grassmann, Taksar and Heyman (Operations Research 33, 1985): what remains of a node when its
 * handing back to itself is dropped is summed from its other shares and its leak, never found by subtraction, so that
 * every throughput is right to some 15 digits however little leaks. Dense: size² doubles, size³ / 3 steps.
 * @example A sends 1/5 to M, M 1/6 to A: b = (1200, 2400) gives (50400/29, 78000/29).
 */
export function eliminateDense(loop: Loop): LoopSolver {
  const { size, rowStart, to, share } = loop;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) rows[i]![to[e]!]! += share[e]!;
  }
  const leak = Float64Array.from(loop.leak);
  const keeps = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k]!;
    let kept = leak[k]!;
    for (let j = 0; j < k; j++) kept += row[j]!;
    keeps[k] = kept;
    for (let i = 0; i < k; i++) {
      const factor = rows[i]![k]! / kept;
      if (factor === 0) continue;
      const target = rows[i]!;
      for (let j = 0; j < k; j++) target[j]! += factor * row[j]!;
      leak[i]! += factor * leak[k]!;
    }
  }
  return (b) => substitute(rows, keeps, b);
}

function substitute(rows: readonly Float64Array[], keeps: Float64Array, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let k = x.length - 1; k > 0; k--) {
    const handed = x[k]! / keeps[k]!;
    const row = rows[k]!;
    if (handed !== 0) for (let j = 0; j < k; j++) x[j]! += handed * row[j]!;
  }
  for (let k = 0; k < x.length; k++) {
    let sum = x[k]!;
    for (let i = 0; i < k; i++) sum += x[i]! * rows[i]![k]!;
    x[k] = sum / keeps[k]!;
  }
  return x;
}
