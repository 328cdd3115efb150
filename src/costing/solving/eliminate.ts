// Solving a loop by taking its nodes out one by one, what each hands on being handed on by those that hand to it.

import type { LoopShares, LoopSolver } from './loop.ts';

/**
 * Elimination after Grassmann, Taksar and Heyman (Operations Research 33, 1985): what remains of a node when its
 * handing back to itself is dropped is summed from its other shares and its leak, never found by subtraction, so that
 * every throughput is right to some 15 digits however little leaks. Dense: size² doubles, size³ / 3 steps.
 * @example A sends 1/5 to M, M 1/6 to A: b = (1200, 2400) gives x = (1655.17…, 2731.03…).
 */
export function eliminateDense(loop: LoopShares): LoopSolver {
  const { size, rowStart, to, share } = loop;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) rows[i]![to[e]!]! += share[e]!;
  }
  const leak = Float64Array.from(loop.leak);
  const kept = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k]!;
    let sum = leak[k]!;
    for (let j = 0; j < k; j++) sum += row[j]!;
    kept[k] = sum;
    for (let i = 0; i < k; i++) {
      const target = rows[i]!;
      const factor = target[k]! / sum;
      if (factor === 0) continue;
      for (let j = 0; j < k; j++) target[j]! += factor * row[j]!;
      leak[i]! += factor * leak[k]!;
    }
  }
  return {
    throughput: (b) => throughputFrom(rows, kept, b),
    contribution: (c) => contributionFrom(rows, kept, c),
  };
}

/** Down: what a node took out hands to those that remain. Up: what those hand to it. */
function throughputFrom(rows: readonly Float64Array[], kept: Float64Array, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let k = x.length - 1; k >= 0; k--) {
    const row = rows[k]!;
    const handed = x[k]! / kept[k]!;
    if (handed !== 0) for (let j = 0; j < k; j++) x[j]! += handed * row[j]!;
  }
  for (let k = 0; k < x.length; k++) {
    const passed = x[k]! / kept[k]!;
    x[k] = passed;
    if (passed !== 0) for (let j = k + 1; j < x.length; j++) x[j]! += passed * rows[k]![j]!;
  }
  return x;
}

function contributionFrom(rows: readonly Float64Array[], kept: Float64Array, c: Float64Array): Float64Array {
  const a = Float64Array.from(c);
  for (let k = a.length - 1; k >= 0; k--) {
    const handed = a[k]! / kept[k]!;
    if (handed !== 0) for (let i = 0; i < k; i++) a[i]! += handed * rows[i]![k]!;
  }
  for (let k = 0; k < a.length; k++) {
    const row = rows[k]!;
    let sum = a[k]!;
    for (let j = 0; j < k; j++) sum += row[j]! * a[j]!;
    a[k] = sum / kept[k]!;
  }
  return a;
}
