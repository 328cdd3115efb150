// Solving the network: what passes every node, what stays at every end in whole øre, and the balanced book of what
// flowed on the way.

import type { Flow, Network, NodeAmount, Solution } from '../tables/network.ts';
import { bookOf } from './solving/book.ts';
import { closedLoops, components } from './solving/components.ts';
import { connectedParts } from './solving/connected-parts.ts';
import { roundEnds } from './solving/round-ends.ts';
import { shareMatrix } from './solving/share-matrix.ts';
import { courseThrough, throughputOf } from './solving/throughput.ts';

/** A solution, or the closed loops that make one impossible: node keys, sorted. */
export type Solved =
  | { readonly kind: 'solved'; readonly solution: Solution }
  | { readonly kind: 'closed'; readonly loops: readonly (readonly string[])[] };

/**
 * Solves x = b + Sᵀx on a network (b own cost, S shares), strand by strand, and rounds once, at the ends.
 * @example A 1,200 and M 2,400 that send 1/6 and 1/5 to one another: throughput 50,400/29 and 78,000/29.
 * @throws Error when the network breaks its contract or the answer its bounds: wrong program, never wrong data.
 */
export function solve(network: Network): Solved {
  const matrix = shareMatrix(network);
  const parts = components(matrix);
  const loops = closedLoops(network, matrix, parts);
  if (loops.length > 0) return { kind: 'closed', loops };
  const throughput = throughputOf(network, matrix, courseThrough(matrix, parts));
  const ends: NodeAmount[] = [];
  const flows: Flow[] = [];
  for (let strand = 0; strand < network.strands.length; strand++) {
    const partOf = connectedParts(network, matrix, strand);
    const rounded = roundEnds(network, strand, throughput[strand]!, matrix.isEnd, partOf);
    ends.push(...rounded);
    for (const flow of bookOf(network, matrix, strand, throughput[strand]!, rounded, partOf))
      flows.push(flow);
  }
  return { kind: 'solved', solution: { throughput, ends, flows } };
}
