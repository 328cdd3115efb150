// The auditor of cost per user: the same from plain lists, in whole numbers of any size, as short and obvious as we
// could make it. It shares no code with the program.

/** What an object cost by strand, in øre. */
export type PlainObject = { readonly key: string; readonly cost: ReadonlyMap<string, bigint> };
/** Parts of an object's quantity and the need they count with, num / den; a `person` of "" is nobody. */
export type PlainRecord = {
  readonly person: string;
  readonly object: string;
  readonly parts: bigint;
  readonly need: readonly [num: bigint, den: bigint];
};
/** Postings that name persons, of one strand and sign, and the ends they came to: objects, or what is none. */
export type PlainNamed = {
  readonly strand: string;
  readonly persons: ReadonlyMap<string, bigint>;
  readonly ends: readonly (readonly [end: string, amountOre: bigint])[];
};
export type PlainUsers = {
  readonly objects: readonly PlainObject[];
  readonly records: readonly PlainRecord[];
  readonly named: readonly PlainNamed[];
};

/** "person|object|strand" → øre, none of them 0; what nobody has stands under the person "". */
export type Bill = ReadonlyMap<string, bigint>;

/** What everybody costs: shared by weight what no posting names, and what postings name. */
export function billUsers({ objects, records, named }: PlainUsers): { shared: Bill; direct: Bill } {
  const direct = new Map<string, bigint>();
  for (const source of named)
    for (const [key, amount] of byEnds(source)) direct.set(key, (direct.get(key) ?? 0n) + amount);
  const shared = new Map<string, bigint>();
  for (const { key, cost } of objects) {
    const strands = [...cost.keys()].sort();
    const pots = strands.map((strand) => cost.get(strand)! - taken(direct, key, strand));
    const weights = weightsOf(records.filter(({ object }) => object === key));
    const whom = weights.size > 0 ? weights : new Map([['', 1n]]);
    for (const [strand, parts] of pieces(strands, pots, whom))
      for (const [person, amount] of parts) if (amount) shared.set(`${person}|${key}|${strand}`, amount);
  }
  for (const [key, amount] of direct) if (amount === 0n) direct.delete(key);
  return { shared, direct };
}

/** Each person's postings by the ends that the whole came to: each stretch of ends is divided, and taken from the next. */
function byEnds({ strand, persons, ends }: PlainNamed): [string, bigint][] {
  const order = [...ends].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = pieces(
    order.map(([end]) => end),
    order.map(([, amount]) => amount),
    persons,
  );
  return parts.flatMap(([end, each]) =>
    end.startsWith('object:')
      ? [...each].map(([person, amount]): [string, bigint] => [`${person}|${end}|${strand}`, amount])
      : [],
  );
}

/**
 * Amounts that are divided by the same weights so that everybody's sum over all of them is the division of their sum:
 * what everybody has of the first, the first two, the first three … is divided, and the differences are the pieces.
 */
function pieces(
  names: readonly string[],
  amounts: readonly bigint[],
  weights: ReadonlyMap<string, bigint>,
): [string, Map<string, bigint>][] {
  let sum = 0n;
  let before = new Map([...weights.keys()].map((key) => [key, 0n]));
  return names.map((name, i) => {
    sum += amounts[i]!;
    const now = divided(sum, weights);
    const piece = new Map([...now].map(([key, amount]) => [key, amount - before.get(key)!]));
    before = now;
    return [name, piece];
  });
}

/** Largest remainder on the magnitude, equal remainders in order of key. */
export function divided(total: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0n);
  if (total === 0n) return new Map([...weights.keys()].map((key) => [key, 0n]));
  const sign = total < 0n ? -1n : 1n;
  const size = sum < 0n ? -sum : sum;
  const shares = [...weights].map(([key, weight]) => {
    const exact = sign * total * (sum < 0n ? -weight : weight);
    return { key, whole: exact / size, rest: exact % size };
  });
  let left = shares.reduce((all, { whole }) => all - whole, sign * total);
  shares.sort((a, b) => (a.rest === b.rest ? (a.key < b.key ? -1 : 1) : a.rest > b.rest ? -1 : 1));
  return new Map(shares.map(({ key, whole }) => [key, sign * (whole + (left-- > 0n ? 1n : 0n))]));
}

function taken(direct: ReadonlyMap<string, bigint>, object: string, strand: string): bigint {
  let sum = 0n;
  for (const [key, amount] of direct) if (key.endsWith(`|${object}|${strand}`)) sum += amount;
  return sum;
}

/** Σ need × parts by person, over one denominator. */
function weightsOf(records: readonly PlainRecord[]): Map<string, bigint> {
  const common = records.reduce((all, { need }) => all * need[1], 1n);
  const weights = new Map<string, bigint>();
  for (const { person, parts, need } of records)
    weights.set(person, (weights.get(person) ?? 0n) + (parts * need[0] * common) / need[1]);
  return weights;
}
