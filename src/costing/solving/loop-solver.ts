// How a loop is solved in doubles: small ones by taking out node after node, large ones first rid of their rings and
// chains and then by iteration.

import { eliminateDense } from './eliminate.ts';
import { iterate } from './iterate.ts';
import type { LoopShares, LoopSolver } from './loop.ts';
import { reduceLoop } from './reduce-loop.ts';

/** Up to here size³ / 3 steps once are cheaper than iterating for every strand; well beyond, they are still possible. */
const SMALL = 300;
const STILL_POSSIBLE = 4_000;

/** The solver for a loop. With `isStubborn`, for one that iteration did not solve, by elimination up to 4,000 nodes. */
export function loopSolver(loop: LoopShares, isStubborn = false): LoopSolver {
  const most = isStubborn ? STILL_POSSIBLE : SMALL;
  if (loop.size <= most) return eliminateDense(loop);
  return reduceLoop(loop, (core) => (core.size <= most ? eliminateDense(core) : iterate(core)));
}
