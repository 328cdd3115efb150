// Solving a large, densely woven loop in doubles by iteration.

import type { LoopShares, LoopSolver } from './loop.ts';

const MOST_ITERATIONS = 400;
const REDUCTION = 1e-12;

type Product = (x: Float64Array, result: Float64Array) => void;

/**
 * BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 1992) on I − Sᵀ and I − S. Stops when the residual has
 * shrunk by 10^12, or as far as doubles bring it; whoever needs more adds what is missing. A loop whose every node
 * sends to many others takes some ten iterations, however little of it leaks.
 */
export function iterate(loop: LoopShares): LoopSolver {
  const inward = transposed(loop);
  return {
    throughput: (b) => biCgStab((x, result) => subtractGathered(inward, x, result), b),
    contribution: (c) => biCgStab((x, result) => subtractGathered(loop, x, result), c),
  };
}

type Rows = Pick<LoopShares, 'size' | 'rowStart' | 'to' | 'share'>;

/** The same edges as rows by the node they reach. */
export function transposed({ size, rowStart, to, share }: Rows): Rows {
  const start = new Int32Array(size + 1);
  for (const target of to) start[target + 1]!++;
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const from = new Int32Array(to.length);
  const turned = new Float64Array(to.length);
  for (let i = 0; i < size; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const place = next[to[e]!]!++;
      from[place] = i;
      turned[place] = share[e]!;
    }
  }
  return { size, rowStart: start, to: from, share: turned };
}

/** result = x − rows·x: one sparse matrix-vector product. */
export function subtractGathered(
  { size, rowStart, to, share }: Rows,
  x: Float64Array,
  result: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    let sum = 0;
    const end = rowStart[i + 1]!;
    for (let e = rowStart[i]!; e < end; e++) sum += share[e]! * x[to[e]!]!;
    result[i] = x[i]! - sum;
  }
}

function biCgStab(product: Product, b: Float64Array): Float64Array {
  const size = b.length;
  const x = new Float64Array(size);
  const r = Float64Array.from(b);
  const shadow = Float64Array.from(b);
  const [p, v, t] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let [rho, alpha, omega] = [1, 1, 1];
  const goal = dot(b, b) * REDUCTION * REDUCTION;
  for (let i = 0; i < MOST_ITERATIONS; i++) {
    const next = dot(shadow, r);
    if (next === 0 || omega === 0) break;
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    for (let j = 0; j < size; j++) p[j] = r[j]! + beta * (p[j]! - omega * v[j]!);
    product(p, v);
    alpha = rho / dot(shadow, v);
    for (let j = 0; j < size; j++) r[j]! -= alpha * v[j]!;
    product(r, t);
    const length = dot(t, t);
    omega = length === 0 ? 0 : dot(t, r) / length;
    if (!Number.isFinite(alpha) || !Number.isFinite(omega)) break;
    for (let j = 0; j < size; j++) {
      x[j]! += alpha * p[j]! + omega * r[j]!;
      r[j]! -= omega * t[j]!;
    }
    if (dot(r, r) <= goal) break;
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
