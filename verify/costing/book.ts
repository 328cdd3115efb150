// The network as a book: own cost from the accounts, throughput without a residual, flows that balance at every node
// and lie beside their exact share, and ends that are the exact values rounded once.

import { gcd, largestRemainder, size } from '../fractions.ts';
import { type Due, type Fail, grouped, Sums, sumsOf, total, whole } from '../rows.ts';
import { type CostingRun, type CostingTable, STRAND, TABLES } from './tables.ts';

/** Throughput is held in parts of 2^-96 øre; it must agree, and remainders are compared, to 2^-64 øre. */
const [HELD, COMPARED] = [96n, 64n];
const isPasser = (node: string): boolean => /^(pool|unit|activity|service):/.test(node);

/** Throughput = own + Σ shares that come in; flows lie beside their share; in + own = out; ends are rounded once. */
export function bookOf({ tables }: CostingRun, fail: Fail): Due<CostingTable> {
  const out = grouped(tables.weights, 'from_node');
  for (const [node, edges] of out) {
    const weights = edges.map((edge) => whole(edge, 'weight'));
    if (weights.reduce(gcd, 0n) !== 1n || weights.some((weight) => weight <= 0n) || !isPasser(node))
      fail('weights', node, 'not positive, not in lowest terms, or an end that hands on');
  }
  const x = sumsOf(tables.throughput, TABLES.throughput[0], 'value');
  const own = sumsOf(tables.own, TABLES.own[0]);
  const [due, shares, balance] = [new Sums(), new Sums(), new Sums(own)];
  const near = new Map([...own.keys()].map((at): [string, string[]] => [at, []]));
  for (const [at, amount] of own) due.set(at, amount << HELD);
  for (const [at, others] of near) {
    const [node, strand] = atStrand(at);
    const sum = total(out.get(node), 'weight') || 1n;
    for (const edge of out.get(node) ?? []) {
      const there = `${edge['to_node']}${strand}`;
      near.set(there, [...(near.get(there) ?? []), at]);
      others.push(there);
      shares.set(`${node}|${there}`, (x.at(at) * whole(edge, 'weight')) / sum);
      due.add(there, shares.at(`${node}|${there}`));
    }
  }
  for (const at of new Set([...x.keys(), ...due.keys()]))
    if (size(x.at(at) - due.at(at)) >> (HELD - COMPARED))
      fail('throughput', at, `is ${x.at(at)}, own cost and what comes in ${due.at(at)}`);
  for (const [key, amount] of sumsOf(tables.flows, TABLES.flows[0]))
    if (!shares.has(key) || size((amount << HELD) - shares.at(key)) >> HELD > tables.nodes.length)
      fail('flows', key, `${amount} øre is not the share that goes this way`);
  for (const [at, amount] of sumsOf(tables.flows, `to_node ${STRAND}`)) balance.add(at, amount);
  for (const [at, amount] of sumsOf(tables.flows, `from_node ${STRAND}`)) balance.add(at, -amount);
  for (const [at, amount] of sumsOf(tables.ends, TABLES.ends[0])) balance.add(at, -amount);
  for (const [at, off] of balance) if (off) fail('flows', at, `own + in − out is off by ${off} øre here`);
  return { ends: roundedEnds(near, own, x).filter(({ amount_ore }) => amount_ore !== 0n) };
}

/** "node|nature|answers|paid as" → the node, and the strand with its bar. */
const atStrand = (at: string) => at.split(/(?=(?:\|[^|]*){3}$)/) as [node: string, strand: string];

/** The ends of each connected part share its own cost by their exact values, taken to the nearest 2^-64 øre. */
function roundedEnds(near: ReadonlyMap<string, readonly string[]>, own: Sums, x: Sums) {
  const seen = new Set<string>();
  const nearest = (value: bigint) => (value + (1n << (HELD - COMPARED - 1n))) >> (HELD - COMPARED);
  return [...near.keys()].flatMap((start) => {
    const part = new Set(seen.has(start) ? [] : [start]);
    for (const at of part) for (const other of near.get(at) ?? []) part.add(other);
    for (const at of part) seen.add(at);
    const [nature, answers, paid_as] = atStrand(start)[1].slice(1).split('|');
    const ends = [...part].filter((at) => !isPasser(at));
    const grid = ends.map((at) => (x.at(at) < 0n ? -nearest(-x.at(at)) : nearest(x.at(at))));
    const [sum, count] = [[...part].reduce((sum, at) => sum + own.at(at), 0n), BigInt(ends.length)];
    const defect = grid.reduce((off, value) => off + value, -(sum << COMPARED));
    const [nodes, values] = [ends.map((at) => atStrand(at)[0]), grid.map((value) => value * count - defect)];
    const rounded = largestRemainder(nodes, values, count << COMPARED, sum);
    return [...rounded].map(([node, amount_ore]) => ({ node, nature, answers, paid_as, amount_ore }));
  });
}
