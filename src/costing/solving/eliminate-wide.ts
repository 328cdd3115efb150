// Elimination in whole numbers of any width, for loops that leak less than doubles can see.

import type { Loop } from './loop.ts';

/** As LoopSolver, in whole numbers. */
export type WideSolver = {
  readonly throughput: (b: readonly bigint[]) => bigint[];
  readonly contribution: (c: readonly bigint[]) => bigint[];
};

/** eliminateDense with shares in fixed point of so many bits: each result errs by units that grow with what circulates. */
export function eliminateWide(loop: Loop, bits: number): WideSolver {
  const { size, rowStart, to, weight, total } = loop;
  const q = BigInt(bits);
  const rows = Array.from({ length: size }, (): bigint[] => new Array(size).fill(0n));
  const leak = total.slice();
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      rows[i]![to[e]!] = (weight[e]! << q) / total[i]!;
      leak[i]! -= weight[e]!;
    }
    leak[i] = (leak[i]! << q) / total[i]!;
  }
  const kept: bigint[] = new Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k]!;
    kept[k] = leak[k]!;
    for (let j = 0; j < k; j++) kept[k]! += row[j]!;
    // Less than these bits can show: a poor result, of which refinement sees that it needs more of them.
    if (kept[k] === 0n) kept[k] = 1n;
    for (let i = 0; i < k; i++) {
      const target = rows[i]!;
      const handed = target[k]!;
      if (handed === 0n) continue;
      for (let j = 0; j < k; j++) target[j]! += (handed * row[j]!) / kept[k]!;
      leak[i]! += (handed * leak[k]!) / kept[k]!;
    }
  }
  const columns = rows.map((_, j) => rows.map((row) => row[j]!));
  return {
    throughput: (b) => substitute(rows, columns, kept, q, b),
    contribution: (c) => substitute(columns, rows, kept, q, c),
  };
}

/** From the last node to the first what it gives to those before it; from the first to the last what it gets. */
function substitute(
  gives: readonly (readonly bigint[])[],
  gets: readonly (readonly bigint[])[],
  kept: readonly bigint[],
  q: bigint,
  right: readonly bigint[],
): bigint[] {
  const x = right.slice();
  for (let k = x.length - 1; k >= 0; k--) {
    if (x[k] !== 0n) for (let j = 0; j < k; j++) x[j]! += (x[k]! * gives[k]![j]!) / kept[k]!;
  }
  for (let k = 0; k < x.length; k++) {
    let sum = x[k]! << q;
    for (let j = 0; j < k; j++) sum += gets[k]![j]! * x[j]!;
    x[k] = sum / kept[k]!;
  }
  return x;
}
