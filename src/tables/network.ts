// The network along which cost flows from the ledger to its objects, and what solving it gives. Nodes, strands and
// edges are in order of their keys, so that nothing depends on the order of input rows.

export type Answers = 'provider' | 'purchaser' | 'central';

/**
 * Cost that must be kept apart all the way: growth follows the nature, the financing price takes what providers
 * answer for, and what is paid as a base grant stays out of the price. Key: "wages|provider|price".
 */
export type Strand = {
  readonly key: string;
  readonly nature: string;
  readonly answers: Answers;
  readonly paidAs: 'price' | 'base';
};

/** pool (pool × unit), unit (passes on), activity (× unit), service (× unit, before levels); the rest are ends. */
export type NodeKind =
  | 'pool'
  | 'unit'
  | 'activity'
  | 'service'
  | 'object'
  | 'unused'
  | 'parked'
  | 'not-costed'
  | 'external';
export const END_KINDS: readonly NodeKind[] = ['object', 'unused', 'parked', 'not-costed', 'external'];
export const isEnd = (kind: NodeKind): boolean => END_KINDS.includes(kind);

/** `name` is the pool, unit, activity, service, or the reason/name of an end; the others are "" where they do not apply. */
export type NetworkNode = {
  readonly key: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly unit: string;
  readonly service: string;
  readonly level: string;
};

/** "object:home-nursing/sjosiden/" — kind, then what identifies the node, joined by "/". Unique in a network. */
export function nodeKey(kind: NodeKind, ...parts: readonly string[]): string {
  return `${kind}:${parts.join('/')}`;
}

/** `weight` ÷ Σ weights of the edges that leave `from` is the share that goes to `to`. Whole, ≥ 0. Indices into nodes. */
export type Edge = { readonly from: number; readonly to: number; readonly weight: bigint };

/** Primary cost: `amountOre` of a strand enters the network at a node. Indices into nodes and strands. */
export type Own = { readonly node: number; readonly strand: number; readonly amountOre: bigint };

/**
 * Nodes and strands sorted by key; edges by (from, to), at most one each, none with weight 0, none from an end or from
 * a node to itself; own by (node, strand), at most one each. Every node that is no end and can be reached has edges.
 */
export type Network = {
  readonly nodes: readonly NetworkNode[];
  readonly strands: readonly Strand[];
  readonly edges: readonly Edge[];
  readonly own: readonly Own[];
};

/** Throughput is held in fixed point: a value v stands for v / 2^FRACTION_BITS øre. */
export const FRACTION_BITS = 96n;

/** `amountOre` of a strand flows along an edge (index into edges), in whole øre. */
export type Flow = { readonly edge: number; readonly strand: number; readonly amountOre: bigint };

/** A node and strand with an amount in whole øre. */
export type NodeAmount = { readonly node: number; readonly strand: number; readonly amountOre: bigint };

/**
 * throughput[strand][node] in fixed point: what passes each node (gross of what circulates; never totalled over
 * nodes that are not ends). `ends`: whole øre at the end nodes, summing to the primary cost per strand and connected
 * part. (A part is what hangs together through the edges that can be reached from the strand's own non-zero amounts.
 * Largest remainder over a whole strand could move an øre between parts that no edge joins, and no book would balance.)
 * `flows`: whole øre per edge and strand, so that at every node in + own = out, and at ends in + own = end.
 */
export type Solution = {
  readonly throughput: readonly (readonly bigint[])[];
  readonly ends: readonly NodeAmount[];
  readonly flows: readonly Flow[];
};
