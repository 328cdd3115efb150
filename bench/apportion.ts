// What exactness costs: ten million cells divided among their 200,000 groups to the øre, against the same loop in
// plain floating point that would lose some.

import { apportionGroups, type Groups } from '../src/money/apportion-groups.ts';
import { type Measured, medianMs } from './measured.ts';

const CELLS = 10_000_000;
const GROUPS = 200_000;
const ROUNDS = 7;

/** Ten million cells, once with products that a double holds and once with hours in tenths of a second (2^53 passed). */
export async function benchApportion(): Promise<Measured[]> {
  return [
    await measure('exact apportioning ÷ float loop', cells({ weightBelow: 500, totalBelow: 10_000_000 })),
    await measure(
      'the same with products beyond 2^53',
      cells({ weightBelow: 50_000_000, totalBelow: 50_000_000_000 }),
    ),
  ];
}

async function measure(name: string, groups: Groups): Promise<Measured> {
  const [floatMs, exactMs] = await medianMs(ROUNDS, [
    () => divideInFloat(groups),
    () => apportionGroups(groups),
  ]);
  const detail = `${exactMs.toFixed(0)} ms against ${floatMs.toFixed(0)} ms for ${CELLS / 1e6} million cells in ${GROUPS} groups`;
  return { name, ratio: exactMs / floatMs, aim: 5, detail };
}

/** Groups of 1 to 98 cells. */
function cells({ weightBelow, totalBelow }: { weightBelow: number; totalBelow: number }): Groups {
  let state = 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const starts = new Uint32Array(GROUPS + 1);
  for (let g = 0; g < GROUPS; g++) starts[g + 1] = starts[g]! + 1 + below(98);
  const drawn = starts[GROUPS]!;
  for (let g = 0; g <= GROUPS; g++) starts[g] = Math.floor((starts[g]! / drawn) * CELLS);
  const weights = Float64Array.from({ length: CELLS }, () => 1 + below(weightBelow - 1));
  const totals = Float64Array.from({ length: GROUPS }, () => below(totalBelow));
  return { totals, starts, weights };
}

/** What a spreadsheet does: each its share, nothing rounded, nothing kept together. */
function divideInFloat({ totals, starts, weights }: Groups): Float64Array {
  const parts = new Float64Array(weights.length);
  for (let g = 0; g < totals.length; g++) {
    let sum = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) sum += weights[i]!;
    const each = totals[g]! / sum;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) parts[i] = weights[i]! * each;
  }
  return parts;
}
