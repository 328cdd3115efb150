// Solving a large, densely woven loop in doubles by iteration.

import type { LoopShares, LoopSolver } from './loop.ts';

const MOST_ITERATIONS = 400;
const REDUCTION = 1e-10;

/** Solves I − L and I − U in place, L and U being what a node gets from nodes before and after it. */
type Triangles = {
  readonly forward: (x: Float64Array) => void;
  readonly backward: (x: Float64Array) => void;
};

/**
 * BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 1992) on I − Sᵀ and I − S, between one sweep down and one up
 * through the nodes. Stops when the residual has shrunk by 10^10, or as far as doubles bring it; whoever needs more adds
 * what is missing. A loop whose every node sends to many others takes five to nine iterations, however little of it leaks.
 */
export function iterate(loop: LoopShares): LoopSolver {
  const inward = transposed(loop);
  const throughput = trianglesOf(inward);
  let contribution: Triangles | undefined;
  return {
    throughput: (b) => biCgStab(throughput, b),
    contribution: (c) => {
      contribution ??= trianglesOf(transposed(inward));
      return biCgStab(contribution, c);
    },
  };
}

type Rows = Pick<LoopShares, 'size' | 'rowStart' | 'to' | 'share'>;

/** The same edges as rows by the node they reach, each row in order of the nodes it comes from. */
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

/** The two triangles of rows that are in order: each goes through half of the edges. */
function trianglesOf({ size, rowStart, to, share }: Rows): Triangles {
  const middle = rowStart.slice(0, size);
  for (let i = 0; i < size; i++) {
    let e = rowStart[i]!;
    while (e < rowStart[i + 1]! && to[e]! < i) e++;
    middle[i] = e;
  }
  const forward = (x: Float64Array): void => {
    for (let i = 0; i < size; i++) {
      let sum = x[i]!;
      for (let e = rowStart[i]!, end = middle[i]!; e < end; e++) sum += share[e]! * x[to[e]!]!;
      x[i] = sum;
    }
  };
  const backward = (x: Float64Array): void => {
    for (let i = size - 1; i >= 0; i--) {
      let sum = x[i]!;
      for (let e = middle[i]!, end = rowStart[i + 1]!; e < end; e++) sum += share[e]! * x[to[e]!]!;
      x[i] = sum;
    }
  };
  return { forward, backward };
}

/**
 * result = (I − L)⁻¹ (I − L − U) (I − U)⁻¹ x = w + (I − L)⁻¹ (x − w) with w = (I − U)⁻¹ x, for the price of one product
 * (Eisenstat, SIAM J. Sci. Stat. Comput. 2, 1981).
 */
function multiply(
  { forward, backward }: Triangles,
  x: Float64Array,
  w: Float64Array,
  result: Float64Array,
): void {
  w.set(x);
  backward(w);
  for (let i = 0; i < x.length; i++) result[i] = x[i]! - w[i]!;
  forward(result);
  for (let i = 0; i < x.length; i++) result[i]! += w[i]!;
}

function biCgStab(triangles: Triangles, b: Float64Array): Float64Array {
  const size = b.length;
  const x = new Float64Array(size);
  const r = Float64Array.from(b);
  triangles.forward(r);
  const shadow = Float64Array.from(r);
  const [p, v] = [new Float64Array(size), new Float64Array(size)];
  const [t, w] = [new Float64Array(size), new Float64Array(size)];
  let [rho, alpha, omega] = [1, 1, 1];
  const goal = dot(r, r) * REDUCTION * REDUCTION;
  for (let i = 0; i < MOST_ITERATIONS; i++) {
    const next = dot(shadow, r);
    if (next === 0 || omega === 0) break;
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    for (let j = 0; j < size; j++) p[j] = r[j]! + beta * (p[j]! - omega * v[j]!);
    multiply(triangles, p, w, v);
    alpha = rho / dot(shadow, v);
    for (let j = 0; j < size; j++) r[j]! -= alpha * v[j]!;
    multiply(triangles, r, w, t);
    const length = dot(t, t);
    omega = length === 0 ? 0 : dot(t, r) / length;
    if (!Number.isFinite(alpha) || !Number.isFinite(omega)) break;
    for (let j = 0; j < size; j++) {
      x[j]! += alpha * p[j]! + omega * r[j]!;
      r[j]! -= omega * t[j]!;
    }
    if (dot(r, r) <= goal) break;
  }
  triangles.backward(x);
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
