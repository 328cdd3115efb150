// Postings that name persons: the pool that takes them, the ends that the pool reaches, and each person's part of those.

import { assign, atUnits } from '../accounts.ts';
import { largestRemainder, size } from '../fractions.ts';
import { type Fail, grouped, type Row, Sums, total, whole } from '../rows.ts';
import type { Users } from './read.ts';

const ACCOUNT = 'class responsibility function article own object project';
/** One pool, unit, strand and sign: what it charges whom. */
type Source = { readonly at: Row; readonly key: string; readonly persons: Sums };

/** Persons' postings of the year by pool, unit and strand; charges and credits apart. */
export function namedSources({ model, postings }: Users): Source[] {
  const ofYear = postings.filter(({ year }) => year === `${model.years.cost}`);
  const placed = atUnits(model, ofYear, `person ${ACCOUNT} year month unit`, 'amount_ore');
  const assigned = placed.map((row) => ({ ...row, ...assign(model, row) }) as Row);
  return [...grouped(assigned, 'pool unit nature answers paid_as')].flatMap(([key, rows]) => {
    const sums = [...grouped(rows, 'person')].map(([who, own]) => [who, total(own)] as const);
    const [charged, credited] = [sums.filter(([, ore]) => ore > 0n), sums.filter(([, ore]) => ore < 0n)];
    const of = (sign: string, persons: typeof sums): Source[] =>
      persons.length === 0
        ? []
        : [{ at: { ...rows[0], sign }, key: `${key}|${sign}`, persons: new Sums(persons) }];
    return [...of('charged', charged), ...of('credited', credited)];
  });
}

/** An øre, in the parts that a way through the network is followed in. */
const ORE = 1n << 64n;

/** What an amount at a node comes to at each end, followed along weights until nothing is on its way. */
function followed(out: ReadonlyMap<string, Row[]>, node: string, amount: bigint): Sums {
  const ends = new Sums();
  let here = new Sums([[node, amount * ORE]]);
  for (let step = 0; here.size > 0 && step < 100_000; step++) {
    const next = new Sums();
    for (const [at, value] of here) {
      const edges = out.get(at);
      if (!edges) ends.add(at, value);
      const sum = total(edges, 'weight');
      for (const edge of edges ?? []) {
        const part = (value * whole(edge, 'weight')) / sum;
        if (part) next.add(`${edge['to_node']}`, part);
      }
    }
    here = next;
  }
  return ends;
}

/**
 * Øre by "person|object node|strand": every end of a source lies within an øre of its exact share, and is divided among
 * the persons by what they are named for, so that each person's ends come to the person's own sum.
 */
export function namedCosts(users: Users, fail: Fail): Sums {
  const out = grouped(users.weights, 'from_node');
  const stated = grouped(users.tables['user_named'] ?? [], 'pool unit nature answers paid_as sign');
  const direct = new Sums();
  const sources = namedSources(users).filter(({ at }) => out.has(`pool:${at['pool']}/${at['unit']}`));
  const keys = new Set(sources.map(({ key }) => key));
  for (const key of stated.keys()) if (!keys.has(key)) fail('user_named', key, 'should not be there');
  for (const { at, key, persons } of sources) {
    const [rows, sum] = [stated.get(key) ?? [], [...persons.values()].reduce((all, one) => all + one, 0n)];
    const due = followed(out, `pool:${at['pool']}/${at['unit']}`, sum);
    const found = new Sums(rows.map((row) => [`${row['node']}`, whole(row)]));
    for (const node of new Set([...due.keys(), ...found.keys()]))
      if (size(due.at(node) - found.at(node) * ORE) > ORE + ORE / 1000n)
        fail('user_named', `${key}|${node}`, `${found.at(node)} øre is not the share that comes here`);
    if (total(rows) !== sum) fail('user_named', key, `ends are ${total(rows)}, postings ${sum}`);
    if (rows.some((row) => row['persons'] !== `${persons.size}`)) fail('user_named', key, 'persons');
    const strand = `${at['nature']}|${at['answers']}|${at['paid_as']}`;
    for (const [who, node, ore] of pieces(
      rows.map((row) => [`${row['node']}`, whole(row)]),
      persons,
    ))
      if (node.startsWith('object:')) direct.add(`${who}|${node}|${strand}`, ore);
  }
  return direct;
}

/** Amounts (in order of name) divided by the same weights, so that everybody's pieces come to the division of the sum. */
export function pieces(amounts: [name: string, ore: bigint][], weights: Sums): [string, string, bigint][] {
  const [keys, values] = [[...weights.keys()], [...weights.values()]];
  const unit = values.reduce((all, one) => all + one, 0n);
  let [sum, before] = [0n, new Sums()];
  const inOrder = [...amounts].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([name, ore]) => {
    sum += ore;
    const [by, sign] = [size(unit), unit < 0n ? -1n : 1n];
    const now = largestRemainder(
      keys,
      values.map((weight) => sign * sum * weight),
      by,
      sum,
    );
    const parts = keys.map((key): [string, string, bigint] => [key, name, now.at(key) - before.at(key)]);
    before = now;
    return parts;
  });
}
