// Networks to try costing on, each from one seed: loops within loops, self-loops, zero weights, income beside expense,
// several strands, closed loops, weights to 10^12 and amounts to 10^18 øre.

import {
  edgesThatCount,
  type PlainEdge,
  type PlainNetwork,
  type PlainNode,
  type PlainOwn,
} from './auditor.ts';

/** Whole numbers that look random and are the same everywhere for a seed (Marsaglia's xorshift on 64 bits). */
export type Random = {
  /** 0 ≤ value < below */
  readonly below: (below: number) => number;
  readonly chance: (percent: number) => boolean;
  /** 0 ≤ value < below, for amounts that a number cannot hold */
  readonly big: (below: bigint) => bigint;
};

/** A source of random numbers for a seed. */
export function randomFrom(seed: number): Random {
  let state = ((BigInt(seed) + 1n) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn;
  const next = (): bigint => {
    state ^= (state << 13n) & 0xffffffffffffffffn;
    state ^= state >> 7n;
    state ^= (state << 17n) & 0xffffffffffffffffn;
    return state;
  };
  for (let i = 0; i < 8; i++) next();
  const big = (below: bigint): bigint => next() % below;
  const below = (limit: number): number => Number(big(BigInt(limit)));
  return { below, big, chance: (percent) => below(100) < percent };
}

const WEIGHTS: readonly ((random: Random) => bigint)[] = [
  () => 1n,
  (random) => BigInt(1 + random.below(9)),
  (random) => BigInt(random.below(4)),
  (random) => BigInt(1 + random.below(100_000)),
  (random) => 1n + random.big(1_000_000_000_000n),
  (random) => (random.chance(20) ? 1n : 1_000_000_000_000n),
];

const AMOUNTS: readonly ((random: Random) => bigint)[] = [
  (random) => BigInt(random.below(10)),
  (random) => BigInt(random.below(200_001) - 100_000),
  (random) => BigInt(random.below(1_000_000_000)),
  (random) => -BigInt(random.below(1_000_000_000)),
  (random) => random.big(2_000_000_000_000_000_001n) - 1_000_000_000_000_000_000n,
];

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;

/**
 * The network of a seed: 1 to `maxNodes` nodes whose order of keys is not their order of place. Some 15 % have
 * closed loops; in the others every node that hands on can reach an end.
 */
export function generateNetwork(seed: number, maxNodes = 40): PlainNetwork {
  const random = randomFrom(seed);
  const nodes = someNodes(random, 1 + random.below(random.chance(70) ? Math.min(12, maxNodes) : maxNodes));
  const edges = someEdges(random, nodes);
  const own = someOwn(random, nodes);
  const network = { nodes, edges, own };
  return random.chance(15) ? network : withWaysOut(random, network);
}

function someNodes(random: Random, count: number): PlainNode[] {
  const ends = random.chance(50) ? 50 : 20;
  const keys = new Set<string>();
  while (keys.size < count) keys.add(`n${random.below(10_000)}${random.chance(10) ? 'å' : ''}`);
  return [...keys].map((key) => ({ key, end: random.chance(ends) }));
}

function someEdges(random: Random, nodes: readonly PlainNode[]): PlainEdge[] {
  const weight = pick(random, WEIGHTS);
  const density = pick(random, [10, 30, 60, 100]);
  const forwardOnly = random.chance(20);
  const edges: PlainEdge[] = [];
  for (const [i, from] of nodes.entries()) {
    if (from.end) continue;
    for (const [j, to] of nodes.entries()) {
      if (forwardOnly && j <= i) continue;
      if (random.chance(density)) edges.push({ from: from.key, to: to.key, weight: weight(random) });
    }
  }
  return edges;
}

function someOwn(random: Random, nodes: readonly PlainNode[]): PlainOwn[] {
  const amount = pick(random, AMOUNTS);
  const strands = [
    'goods|central|price',
    'income|purchaser|price',
    'wages|provider|base',
    'wages|provider|price',
  ];
  const own: PlainOwn[] = [];
  for (const strand of strands.slice(0, 1 + random.below(strands.length))) {
    for (const { key } of nodes)
      if (random.chance(50)) own.push({ node: key, strand, amountOre: amount(random) });
  }
  return own;
}

/** The network with an end, and with an edge to an end from every node that could not reach one. */
function withWaysOut(random: Random, network: PlainNetwork): PlainNetwork {
  const last = network.nodes.at(-1)!;
  const nodes = network.nodes.map((node) => (node === last ? { ...node, end: true } : node));
  const ends = nodes.filter((node) => node.end);
  const edges = [...network.edges];
  const out = new Set(ends.map((node) => node.key));
  const grow = (): void => {
    for (let size = -1; size !== out.size; ) {
      size = out.size;
      for (const { from, to } of edgesThatCount({ nodes, edges, own: [] })) if (out.has(to)) out.add(from);
    }
  };
  grow();
  for (const { key } of nodes) {
    if (out.has(key)) continue;
    const to = pick(random, ends).key;
    const known = edges.findIndex((edge) => edge.from === key && edge.to === to);
    if (known >= 0) edges.splice(known, 1);
    edges.push({ from: key, to, weight: BigInt(1 + random.below(3)) });
    grow();
  }
  return { nodes, edges, own: network.own };
}
