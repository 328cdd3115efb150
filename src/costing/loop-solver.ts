// How a loop is solved in doubles: small ones by taking out node after node, large ones first rid of their rings and
// chains and then by iteration.

import { eliminateDense } from './eliminate.ts';
import { iterate } from './iterate.ts';
import type { LoopShares } from './loop.ts';
import { reduceLoop } from './reduce-loop.ts';

/**
 * `throughput(b)` ≈ x with x = b + Sᵀx: what passes each node when b enters. `contribution(c)` ≈ a with a = c + S·a:
 * what of an øre at each node comes to the c of it. Both in whatever unit the right side is in.
 */
export type LoopSolver = {
  readonly throughput: (b: Float64Array) => Float64Array;
  readonly contribution: (c: Float64Array) => Float64Array;
};

/** Up to here size³ / 3 steps once are cheaper than iterating for every strand; well beyond, they are still possible. */
const SMALL = 300;
const STILL_POSSIBLE = 4_000;

/** The solver for a loop. With `isStubborn`, for one that iteration did not solve, by elimination up to 4,000 nodes. */
export function loopSolver(loop: LoopShares, isStubborn = false): LoopSolver {
  const most = isStubborn ? STILL_POSSIBLE : SMALL;
  if (loop.size <= most) return eliminateDense(loop);
  return reduceLoop(loop, (core) => (core.size <= most ? eliminateDense(core) : iterate(core)));
}
