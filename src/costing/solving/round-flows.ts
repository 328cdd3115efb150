// Rounding flows to whole øre so that what comes to a node and what leaves it are rounded by the same amount.

/** Flows are rounded from this grid, 2^-16 øre: 100,000 edges at a node put it out of balance by less than an øre. */
export const GRID_BITS = 16;

/** Edge e flows from `from[e]` to `to[e]`, nodes numbered below `nodes`. */
export type FlowGraph = { readonly nodes: number; readonly from: Int32Array; readonly to: Int32Array };

/**
 * Which flows are rounded up (1) and which down (0), given each one's part above whole øre on the grid, such that at
 * every node in − out stays as it is wherever that was whole, and changes by less than an øre elsewhere (at ends).
 *
 * From the lowest bit upward: edges that have the bit make trails; along a trail the bit is added where it goes with
 * the flow and taken away where it goes against it, which leaves in − out alone at every node but the trail's two
 * ends, where an odd number of edges has the bit. (Flow rounding, after Cohen, J. Algorithms 19, 1995.)
 * @example 0.5 each from a to b and back: one of them becomes 1, the other 0.
 */
export function roundUp(graph: FlowGraph, parts: Int32Array): Uint8Array {
  const broken: number[] = [];
  for (let e = 0; e < parts.length; e++) if (parts[e] !== 0) broken.push(e);
  const from = Int32Array.from(broken, (e) => graph.from[e]!);
  const to = Int32Array.from(broken, (e) => graph.to[e]!);
  const rest = Int32Array.from(broken, (e) => parts[e]!);
  followTrails({ nodes: graph.nodes, from, to }, rest);
  const up = new Uint8Array(parts.length);
  for (let k = 0; k < broken.length; k++) up[broken[k]!] = rest[k]! >> GRID_BITS;
  return up;
}

/** Changes parts, bit by bit along trails, until each is 0 or one øre. */
function followTrails(graph: FlowGraph, rest: Int32Array): void {
  const { nodes, from, to } = graph;
  const { start, edge } = edgesAtNodes(graph);
  const next = new Int32Array(nodes);
  const degree = new Int32Array(nodes);
  const follow = (first: number, bit: number): void => {
    for (let node = first; ; ) {
      const end = start[node + 1]!;
      while (next[node]! < end && !(rest[edge[next[node]!]!]! & bit)) next[node]!++;
      if (next[node] === end) return;
      const e = edge[next[node]!]!;
      const isAlong = from[e] === node;
      rest[e]! += isAlong ? bit : -bit;
      degree[node]!--;
      node = isAlong ? to[e]! : from[e]!;
      degree[node]!--;
    }
  };
  for (let bit = 1; bit < 1 << GRID_BITS; bit *= 2) {
    next.set(start.subarray(0, nodes));
    degree.fill(0);
    for (let e = 0; e < rest.length; e++) {
      if (!(rest[e]! & bit)) continue;
      degree[from[e]!]!++;
      degree[to[e]!]!++;
    }
    for (let node = 0; node < nodes; node++) if (degree[node]! % 2 === 1) follow(node, bit);
    for (let node = 0; node < nodes; node++) while (degree[node]! > 0) follow(node, bit);
  }
}

/** The edges that leave or reach each node. */
function edgesAtNodes({ nodes, from, to }: FlowGraph): { start: Int32Array; edge: Int32Array } {
  const start = new Int32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    start[from[e]! + 1]!++;
    start[to[e]! + 1]!++;
  }
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const next = start.slice();
  const edge = new Int32Array(2 * from.length);
  for (let e = 0; e < from.length; e++) {
    edge[next[from[e]!]!++] = e;
    edge[next[to[e]!]!++] = e;
  }
  return { start, edge };
}
