// What every user cost, from ten million cells of person, object and month: to the øre, against the plain loop in
// floating point that would lose some; and what a cell takes in memory.

import type { CostObject } from '../src/tables/costs.ts';
import type { Cube } from '../src/tables/cube.ts';
import type { Strand } from '../src/tables/network.ts';
import { costUsers } from '../src/users/cost-users.ts';
import { handMadeModel, REST, service } from '../test/support/hand-made-model.ts';
import { type Measured, medianMs } from './measured.ts';

const [CELLS, USERS, OBJECTS, MONTHS, ROUNDS] = [10_000_000, 200_000, 600, 12, 7];
/** What the plan says of memory: a cell in columns, and what reading and costing hold beside it. */
const BYTES_AIM = 64;

/** A model of one service, measured in hours. */
export const benchModel = handMadeModel({ units: [], services: [service('care', 'hour')], pools: [REST] });

export const strandsOf = (count: number): Strand[] =>
  Array.from({ length: count }, (_, k) => ({
    ...{ key: `nature-${k}|provider|price`, nature: `nature-${k}` },
    ...({ answers: 'provider', paidAs: 'price' } as const),
  }));

/** Every object has as many users, each with a quantity in every month; hours in tenths of a second. */
export function yearCells(): Cube {
  let state = 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const perObject = Math.floor(CELLS / OBJECTS / MONTHS);
  const person = new Uint32Array(CELLS);
  const month = new Uint8Array(CELLS);
  const parts = new Float64Array(CELLS);
  const starts = new Uint32Array(OBJECTS + 1);
  let at = 0;
  for (let o = 0; o < OBJECTS; o++) {
    const users = o === OBJECTS - 1 ? Math.ceil((CELLS - at) / MONTHS) : perObject;
    const step = Math.floor(USERS / users);
    const first = o % step;
    for (let u = 0; u < users; u++)
      for (let m = 1; m <= MONTHS && at < CELLS; m++, at++) {
        person[at] = first + u * step;
        month[at] = m;
        parts[at] = 36_000 + below(2_000_000);
      }
    starts[o + 1] = at;
  }
  const persons = Array.from({ length: USERS }, (_, p) => `p${String(p).padStart(7, '0')}`);
  const objects = Array.from({ length: OBJECTS }, (_, o) => ({
    ...{ service: 'care', unit: `unit-${String(o).padStart(4, '0')}`, level: '' },
  }));
  return { persons, objects, starts, person, month, parts: { delivered: parts } };
}

export function objectCosts({ objects }: Cube, strands: readonly Strand[]): CostObject[] {
  return objects.map((object, o) => {
    const costs = strands.map((strand, k) => ({
      strand,
      amountOre: BigInt(4_000_000_000 + o * 977 + k * 13_331),
    }));
    const amountOre = costs.reduce((sum, cost) => sum + cost.amountOre, 0n);
    return { ...object, measure: 'hour', parts: 1n, amountOre, costs };
  });
}

/** What a spreadsheet does: everybody's share of every strand, nothing rounded, nothing kept together. */
function costInFloat(cells: Cube, objects: readonly CostObject[], strands: number): Float64Array[] {
  const costs = Array.from({ length: strands }, () => new Float64Array(cells.persons.length));
  const parts = cells.parts.delivered!;
  for (const [o, object] of objects.entries()) {
    let sum = 0;
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) sum += parts[i]!;
    for (const [k, cost] of costs.entries()) {
      const each = Number(object.costs[k]!.amountOre) / sum;
      for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++)
        cost[cells.person[i]!]! += parts[i]! * each;
    }
  }
  return costs;
}

/** Bytes that columns take, and that the costing of users added to them. */
const bytesOf = (...columns: readonly (ArrayBufferView | undefined)[]): number =>
  columns.reduce((sum, column) => sum + (column?.byteLength ?? 0), 0);

/** Once with all cost in one, once by four natures; Σ users must be Σ objects, to the øre, each time. */
export async function benchUsers(): Promise<Measured[]> {
  const cells = yearCells();
  const results: Measured[] = [];
  for (const count of [1, 4]) {
    const strands = strandsOf(count);
    const objects = objectCosts(cells, strands);
    const input = { model: benchModel, costs: { objects, remainders: [] }, activity: cells, named: [] };
    const [floatMs, exactMs] = await medianMs(ROUNDS, [
      () => costInFloat(cells, objects, count),
      () => costUsers(input),
    ]);
    const { values } = costUsers(input);
    const total = values.totals.reduce((sum, { costOre }) => sum + costOre, 0n);
    if (total !== objects.reduce((sum, { amountOre }) => sum + amountOre, 0n))
      throw new Error('an øre was lost');
    results.push({
      name: count === 1 ? 'cost per user ÷ float loop' : `the same by ${count} natures`,
      ratio: exactMs / floatMs,
      aim: 5,
      detail: `${exactMs.toFixed(0)} ms against ${floatMs.toFixed(0)} ms for ${CELLS / 1e6} million cells → ${values.totals.length} users, Σ users = Σ objects`,
    });
    if (count > 1) continue;
    const held = bytesOf(cells.person, cells.month, cells.starts, cells.parts.delivered);
    const made = values.cells;
    const more = bytesOf(
      made.person,
      made.weight,
      made.parts.delivered,
      ...made.sharedOre,
      ...made.directOre,
    );
    results.push({
      name: 'bytes per cell, columns and results',
      ratio: (held + more) / CELLS,
      aim: BYTES_AIM,
      detail: `${(held / CELLS).toFixed(1)} bytes in columns, ${(more / CELLS).toFixed(1)} in what users cost`,
    });
  }
  return results;
}
