// Solving 10,000 centres that serve one another, measured against one sparse matrix-vector product on their shares.

import { solve } from '../src/costing/solve.ts';
import { components } from '../src/costing/solving/components.ts';
import { subtractGathered, transposed } from '../src/costing/solving/iterate.ts';
import type { Loop } from '../src/costing/solving/loop.ts';
import { loopSolver } from '../src/costing/solving/loop-solver.ts';
import { shareMatrix } from '../src/costing/solving/share-matrix.ts';
import { courseThrough, throughputOf } from '../src/costing/solving/throughput.ts';
import type { Edge, Network, NetworkNode } from '../src/tables/network.ts';
import { type Measured, medianMs } from './measured.ts';

const CENTRES = 10_000;
const ENDS = 10;
const ROUNDS = 7;
/** How centres serve one another. */
export type Shape = 'random' | 'ring' | 'chain' | 'grid' | 'star';

/**
 * Centres that send `sentBack` of what passes them to one another and the rest to ends: each to 15 others at random, to
 * the next in a ring, to both neighbours in a chain, to the four around it in a grid, or from the middle of a star to all
 * and back. Weights below 2^21, own cost of up to 10 million kroner each.
 */
export function centres(shape: Shape, sentBack: number, size = CENTRES): Network {
  const random = randomNumbers(20_251);
  const node = (kind: 'unit' | 'object', i: number): NetworkNode => {
    const name = String(i).padStart(6, '0');
    return { key: `${kind === 'unit' ? 'a' : 'b'}${name}`, kind, name, unit: '', service: '', level: '' };
  };
  const edges: Edge[] = [];
  for (let from = 0; from < size; from++) {
    const weights = new Map<number, number>();
    for (const to of targets(shape, from, size, random)) weights.set(to, 1 + Math.floor(random() * 99));
    const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
    weights.set(size + Math.floor(random() * ENDS), (sum * (1 - sentBack)) / sentBack);
    for (const to of [...weights.keys()].sort((a, b) => a - b)) {
      edges.push({ from, to, weight: BigInt(Math.max(1, Math.round(1000 * weights.get(to)!))) });
    }
  }
  return {
    nodes: [
      ...Array.from({ length: size }, (_, i) => node('unit', i)),
      ...Array.from({ length: ENDS }, (_, i) => node('object', i)),
    ],
    strands: [{ key: 'all|provider|price', nature: 'all', answers: 'provider', paidAs: 'price' }],
    edges,
    own: Array.from({ length: size }, (_, i) => ({
      node: i,
      strand: 0,
      amountOre: BigInt(Math.floor(random() * 1e9)),
    })),
  };
}

function targets(shape: Shape, from: number, size: number, random: () => number): Set<number> {
  if (shape === 'ring') return new Set([(from + 1) % size]);
  if (shape === 'chain') return new Set([from - 1, from + 1].filter((to) => to >= 0 && to < size));
  if (shape === 'star') return new Set(from === 0 ? Array.from({ length: size - 1 }, (_, i) => i + 1) : [0]);
  const wide = Math.ceil(Math.sqrt(size));
  if (shape === 'grid') {
    const beside = [from % wide > 0 ? from - 1 : -1, from % wide < wide - 1 ? from + 1 : -1];
    return new Set([...beside, from - wide, from + wide].filter((to) => to >= 0 && to < size));
  }
  const others = new Set<number>();
  while (others.size < 15) others.add(Math.floor(random() * size));
  others.delete(from);
  return others;
}

/** Mulberry32: numbers in [0, 1) that are the same for a seed on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function measure(
  shape: Shape,
  sentBack: number,
): Promise<{ doubles: number; exact: number; whole: number; product: number }> {
  const network = centres(shape, sentBack);
  const matrix = shareMatrix(network);
  const parts = components(matrix);
  const only = courseThrough(matrix, parts).steps.find((step) => typeof step !== 'number');
  if (only === undefined) throw new Error('the centres do not serve one another');
  const loop: Loop = only.loop;
  const own = Float64Array.from(network.own, ({ amountOre }) => Number(amountOre));
  const rows = transposed(loop);
  const result = new Float64Array(loop.size);
  const repeats = Math.ceil(1_000_000 / loop.to.length);
  const [products, doubles, exact, whole] = await medianMs(ROUNDS, [
    () => {
      for (let i = 0; i < repeats; i++) subtractGathered(rows, own, result);
    },
    () => loopSolver(loop).throughput(own),
    () => throughputOf(network, matrix, courseThrough(matrix, parts)),
    () => solve(network),
  ]);
  return { doubles, exact, whole, product: products / repeats };
}

/**
 * Ratios to one product for solving in doubles, and for solving exactly (from shares to fixed point, one strand). Beside
 * them the time of `solve` as a whole, with components, rounding and the book of flows.
 */
export async function benchSolve(): Promise<Measured[]> {
  const cases = [
    ...[0.6, 0.9, 0.99, 0.999].map((sentBack) => ['random', sentBack] as const),
    ['ring', 0.999] as const,
    ['chain', 0.999] as const,
  ];
  const rows: Measured[] = [];
  const doublesAt = new Map<string, number>();
  for (const [shape, sentBack] of cases) {
    const { doubles, exact, whole, product } = await measure(shape, sentBack);
    const name = `${CENTRES} centres, ${shape}, ${+(100 * sentBack).toFixed(1)} % sent back`;
    const ms = (time: number): string => `${time.toPrecision(3)} ms`;
    const detail = `one product ${ms(product)}`;
    doublesAt.set(`${shape} ${sentBack}`, doubles);
    rows.push(
      {
        name: `solve in doubles: ${name}`,
        ratio: doubles / product,
        aim: 100,
        detail: `${ms(doubles)}, ${detail}`,
      },
      {
        name: `solve exactly: ${name}`,
        ratio: exact / product,
        aim: 100,
        detail: `${ms(exact)}, ${detail}; rounded and booked too ${ms(whole)}`,
      },
    );
  }
  const ratio = doublesAt.get('random 0.999')! / doublesAt.get('random 0.6')!;
  rows.push({ name: 'solve in doubles: 99.9 % ÷ 60 % sent back', ratio, aim: 3, detail: 'random' });
  return rows;
}

if (import.meta.main) console.table(await benchSolve());
