// The auditor: costing on a plain network in exact whole numbers, as short and obvious as we could make it. It shares
// no code with the program, so that an error would have to be made twice, in two ways, to go unseen.

/** A node of the network; an `end` keeps what reaches it. */
export type PlainNode = { readonly key: string; readonly end: boolean };
/** `weight` ÷ the sum of the weights that leave `from` is the share that goes to `to`. Zeros and self-loops occur. */
export type PlainEdge = { readonly from: string; readonly to: string; readonly weight: bigint };
/** Primary cost of a strand at a node, in øre. */
export type PlainOwn = { readonly node: string; readonly strand: string; readonly amountOre: bigint };
/** Nodes with distinct keys; at most one edge from a node to another. At most 40 nodes, or it becomes slow. */
export type PlainNetwork = {
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly PlainEdge[];
  readonly own: readonly PlainOwn[];
};

/** Exact øre: num / den, den > 0. */
export type Exact = { readonly num: bigint; readonly den: bigint };

export type Audit =
  | { readonly kind: 'closed'; readonly loops: readonly (readonly string[])[] }
  | {
      readonly kind: 'solved';
      /** strand → node → exact throughput */
      readonly throughput: ReadonlyMap<string, ReadonlyMap<string, Exact>>;
      /** strand → end node → whole øre */
      readonly ends: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
    };

/**
 * What passes every node and what stays at every end, or the closed loops: the strongly connected parts that nothing
 * leaves and that hold no end.
 * @example A hands everything to end E: 5 øre at A gives A 5/1, E 5/1, and 5 øre at E.
 */
export function audit(network: PlainNetwork): Audit {
  const loops = closedLoops(network);
  if (loops.length > 0) return { kind: 'closed', loops };
  const throughput = new Map<string, Map<string, Exact>>();
  const ends = new Map<string, Map<string, bigint>>();
  for (const strand of strandsOf(network)) {
    const exact = throughputOf(network, strand);
    throughput.set(strand, exact);
    ends.set(strand, roundedEnds(network, strand, exact));
  }
  return { kind: 'solved', throughput, ends };
}

/** Edges that count: weight above zero, from a node that hands on, not to itself. */
export function edgesThatCount(network: PlainNetwork): PlainEdge[] {
  const ends = new Set(network.nodes.filter((node) => node.end).map((node) => node.key));
  return network.edges.filter((edge) => edge.weight > 0n && edge.from !== edge.to && !ends.has(edge.from));
}

/** The strands that occur, sorted. */
export const strandsOf = (network: PlainNetwork): string[] =>
  [...new Set(network.own.map((own) => own.strand))].sort(byText);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Brute force: what each node reaches; a part is closed when all that it reaches also reaches back and holds no end. */
function closedLoops(network: PlainNetwork): string[][] {
  const edges = edgesThatCount(network);
  const reaches = new Map(network.nodes.map((node) => [node.key, new Set([node.key])]));
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to } of edges) {
      const known = reaches.get(from)!;
      const before = known.size;
      for (const key of reaches.get(to)!) known.add(key);
      if (known.size > before) grew = true;
    }
  }
  const ends = new Set(network.nodes.filter((node) => node.end).map((node) => node.key));
  const touched = new Set([
    ...network.own.filter((own) => own.amountOre !== 0n).map((own) => own.node),
    ...edges.flatMap(({ from, to }) => [from, to]),
  ]);
  const loops = new Map<string, string[]>();
  for (const { key, end } of network.nodes) {
    const members = [...reaches.get(key)!].sort(byText);
    const closed = members.every((member) => !ends.has(member) && reaches.get(member)!.has(key));
    if (!end && closed && touched.has(key)) loops.set(members[0]!, members);
  }
  return [...loops.values()].sort((a, b) => byText(a[0]!, b[0]!));
}

/**
 * x = b + Sᵀx by Gaussian elimination without fractions (Bareiss 1968): with y = x ÷ (sum of weights that leave),
 * W_j·y_j − Σ_i w_ij·y_i = b_j has whole coefficients, and every division in the elimination leaves no remainder.
 */
function throughputOf(network: PlainNetwork, strand: string): Map<string, Exact> {
  const inner = network.nodes.filter((node) => !node.end).map((node) => node.key);
  const place = new Map(inner.map((key, i) => [key, i]));
  const edges = edgesThatCount(network);
  const leaves = new Map<string, bigint>();
  for (const { from, weight } of edges) leaves.set(from, (leaves.get(from) ?? 0n) + weight);
  const n = inner.length;
  const rows = inner.map((key, i) => {
    const row: bigint[] = new Array(n + 1).fill(0n);
    row[i] = leaves.get(key) ?? 1n;
    return row;
  });
  for (const { from, to, weight } of edges) {
    const j = place.get(to);
    if (j !== undefined) rows[j]![place.get(from)!]! -= weight;
  }
  const primary = primaryCost(network, strand);
  for (const [i, key] of inner.entries()) rows[i]![n] = primary.get(key) ?? 0n;
  const { values, den } = solveWhole(rows);
  const result = new Map<string, Exact>();
  for (const [i, key] of inner.entries()) result.set(key, { num: values[i]! * (leaves.get(key) ?? 1n), den });
  for (const { key, end } of network.nodes) {
    if (!end) continue;
    let num = (primary.get(key) ?? 0n) * den;
    for (const { from, to, weight } of edges) if (to === key) num += weight * values[place.get(from)!]!;
    result.set(key, { num, den });
  }
  return result;
}

/** The sum of a strand's primary cost at each node. */
export function primaryCost(network: PlainNetwork, strand: string): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const own of network.own) {
    if (own.strand === strand) sums.set(own.node, (sums.get(own.node) ?? 0n) + own.amountOre);
  }
  return sums;
}

/** Solves whole-number equations (n rows of n coefficients and a right side): the unknowns are values ÷ den. */
function solveWhole(rows: bigint[][]): { values: bigint[]; den: bigint } {
  const n = rows.length;
  let before = 1n;
  for (let k = 0; k < n; k++) {
    const pivot = rows[k]!;
    if (pivot[k]! <= 0n) throw new Error('a network without closed loops has positive pivots');
    for (let i = 0; i < n; i++) {
      const row = rows[i]!;
      if (i === k) continue;
      const factor = row[k]!;
      for (let j = 0; j <= n; j++) row[j] = (row[j]! * pivot[k]! - factor * pivot[j]!) / before;
    }
    before = pivot[k]!;
  }
  return { values: rows.map((row) => row[n]!), den: before };
}

/**
 * Rounds the ends of each connected part that the strand reaches, each part by itself: what is connected by no edge
 * can pass no øre between them, so a strand-wide rounding could leave a book that no flow balances.
 */
function roundedEnds(
  network: PlainNetwork,
  strand: string,
  exact: ReadonlyMap<string, Exact>,
): Map<string, bigint> {
  const ends = new Map(network.nodes.filter((node) => node.end).map((node) => [node.key, 0n]));
  for (const part of connectedParts(network, strand)) {
    const keys = [...ends.keys()].filter((key) => part.has(key));
    for (const [key, amount] of largestRemainder(keys, exact)) ends.set(key, amount);
  }
  return ends;
}

/** What cost of the strand reaches along edges, in parts that hang together whatever the direction of edges. */
function connectedParts(network: PlainNetwork, strand: string): Set<string>[] {
  const edges = edgesThatCount(network);
  const reached = new Set<string>();
  for (const [key, amount] of primaryCost(network, strand)) if (amount !== 0n) reached.add(key);
  for (const key of reached) for (const { from, to } of edges) if (from === key) reached.add(to);
  let parts = [...reached].map((key) => new Set([key]));
  for (const { from, to } of edges) {
    if (!reached.has(from)) continue;
    const joined = parts.filter((part) => part.has(from) || part.has(to));
    parts = [...parts.filter((part) => !joined.includes(part)), new Set(joined.flatMap((part) => [...part]))];
  }
  return parts;
}

/** Amounts nearer to each other than 2^-64 øre count as equal: no one gets an øre for what no one could ever see. */
const GRID = 1n << 64n;

/** Largest remainder: on the magnitude when the total is negative, equal remainders in order of key. */
function largestRemainder(keys: readonly string[], exact: ReadonlyMap<string, Exact>): Map<string, bigint> {
  const den = keys.length > 0 ? exact.get(keys[0]!)!.den : 1n;
  let total = 0n;
  for (const key of keys) total += exact.get(key)!.num;
  if (total % den !== 0n) throw new Error('the ends do not sum to whole øre');
  const sign = total < 0n ? -1n : 1n;
  let left = (sign * total) / den;
  const shares = keys.map((key) => {
    const magnitude = sign * nearest(exact.get(key)!.num * GRID, den);
    const remainder = ((magnitude % GRID) + GRID) % GRID;
    const whole = (magnitude - remainder) / GRID;
    left -= whole;
    return { key, whole, remainder };
  });
  shares.sort((a, b) =>
    a.remainder === b.remainder ? byText(a.key, b.key) : a.remainder > b.remainder ? -1 : 1,
  );
  return new Map(shares.map(({ key, whole }, i) => [key, sign * (whole + (BigInt(i) < left ? 1n : 0n))]));
}

/** num ÷ den to the nearest whole number, halves away from zero. */
function nearest(num: bigint, den: bigint): bigint {
  return ((num < 0n ? -1n : 1n) * (2n * (num < 0n ? -num : num) + den)) / (2n * den);
}
