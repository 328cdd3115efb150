// The checker of cost per user: quantities and needs from the snapshots again, every object divided among its users
// again by largest remainder, and all sums again. Call it as verifyUsers(run folder, workspace folder).

import { atUnits } from '../accounts.ts';
import { hashRows } from '../certificate.ts';
import { exact, given, times } from '../fractions.ts';
import { type Cells, compare, type Fail, grouped, keyOf, type Row, Sums, total, whole } from '../rows.ts';
import { namedCosts, namedSources, pieces } from './named.ts';
import { readUsers, type Users } from './read.ts';

const OBJECT = 'service unit level';
const STRAND = 'nature answers paid_as';
const PLACE = `person ${OBJECT}`;
const KEYS: { readonly [table: string]: string } = {
  user_costs: PLACE,
  user_natures: `${PLACE} ${STRAND}`,
  user_totals: 'person',
  user_lines: 'kind name unit level',
  user_named: `pool unit ${STRAND} sign node`,
};
const ABOUT: { readonly [table: string]: string } = {
  user_costs: 'what everybody got and weighs, from the snapshots; direct and shared sum to cost',
  user_natures: 'every object divided again among its users, strand by strand',
  user_totals: 'sums by person; services counted; fees beside',
  user_lines: 'ledger = users + open + without users + unused + parked + not costed',
  user_named: 'postings that name persons, followed to their ends',
};

type Failure = { readonly table: string; readonly key: string; readonly message: string };
export type UserVerdict = { checks: { name: string; ok: boolean; detail: string }[]; failures: Failure[] };

/** Reads users of a run from disk and checks them. Throws when a file is missing. */
export const verifyUsers = async (runDir: string, workspaceDir: string): Promise<UserVerdict> =>
  checkUsers(await readUsers(runDir, workspaceDir));

/** A check of each table, and what does not hold. */
export function checkUsers(users: Users): UserVerdict {
  const failures: Failure[] = [];
  const fail: Fail = (table, key, message) => failures.push({ table, key, message });
  if (users.stated.run !== users.runName) fail('user_costs', 'run', `is of ${users.stated.run}`);
  for (const [table, { hash }] of Object.entries(users.stated.tables))
    if (hash !== hashRows(table, users.tables[table] ?? []))
      fail(table, '', 'does not have the hash that is stated');
  const cells = weighed(users, fail);
  const natures = divided(users, cells, namedCosts(users, fail));
  const costs = costRows(cells, natures);
  const due: { [table: string]: readonly Cells[] } = {
    user_natures: natures,
    user_costs: costs,
    user_totals: totalRows(users, costs),
    user_lines: lineRows(users, costs),
  };
  for (const [table, rows] of Object.entries(due))
    compare(table, KEYS[table] ?? '', users.tables[table] ?? [], rows, fail);
  const checks = Object.entries(ABOUT).map(([name, about]) => ({
    name,
    ok: failures.every(({ table }) => table !== name),
    detail: `${users.tables[name]?.length} rows: ${about}`,
  }));
  return { checks, failures };
}

const STATES = ['granted', 'planned', 'delivered'];

/** Quantities by person and object with what they weigh; those whom only postings name; nobody where no one weighs. */
function weighed(users: Users, fail: Fail): Map<string, Row> {
  const cells = quantities(users, fail);
  const stated = users.tables['user_costs'] ?? [];
  const known = new Set(['', ...users.postings.map(({ person }) => person)]);
  for (const row of stated.filter((one) => !cells.has(keyOf(one, PLACE)))) {
    const { person, service, unit, level } = row;
    if (!known.has(person)) fail('user_costs', keyOf(row, PLACE), 'has nothing there');
    const none = STATES.map((state) => [`${state}_parts`, '0']);
    const cell = { person, service, unit, level, ...Object.fromEntries(none), weight: '0' };
    cells.set(keyOf(row, PLACE), cell as Row);
  }
  for (const [, rows] of grouped([...cells.values()], OBJECT)) {
    const nobody = rows.find(({ person }) => person === '');
    if (nobody && total(rows, 'weight') === 0n) cells.set(keyOf(nobody, PLACE), { ...nobody, weight: '1' });
  }
  return cells;
}

/** From the snapshots: need × parts of the state that divides cost; records of open services count for nothing. */
function quantities({ model, records, assessments, stated }: Users, fail: Fail): Map<string, Row> {
  const { need } = model.users ?? {};
  const used = assessments.filter(({ instrument }) => instrument === need?.instrument);
  const needs = grouped(used, 'person');
  const unit = BigInt(stated.needUnit);
  const open = model.services.filter((service) => service.open).map(({ id }) => id);
  const ofYear = records.filter(
    ({ year, service }) => year === `${model.years.cost}` && !open.includes(`${service}`),
  );
  const at = grouped(atUnits(model, ofYear, `${PLACE} state year month`, 'parts'), PLACE);
  const cells = [...at].map(([key, rows]): [string, Row] => {
    const { person, service, unit: where, level } = rows[0] ?? {};
    const of = (wanted: string) => rows.filter(({ state }) => state === wanted);
    const weights = of(model.costing.volumes).map((row) => {
      const weighs = need?.services.includes(`${service}`) ? needIn(needs.get(`${person}`), row) : exact(1n);
      const [num, den] = times(exact(whole(row, 'parts') * unit), weighs);
      if (den !== 1n) fail('user_costs', key, `need is finer than 1/${unit}`);
      return num;
    });
    const parts = STATES.map((state) => [`${state}_parts`, `${total(of(state), 'parts')}`]);
    const weight = weights.reduce((all, one) => all + one, 0n);
    const cell = { person, service, unit: where, level, ...Object.fromEntries(parts), weight: `${weight}` };
    return [key, cell as Row];
  });
  return new Map(cells);
}

/** The weight that began last of those in force on a day of the month (0: of the year), else 1. */
function needIn(own: readonly Row[] = [], { year, month }: Row) {
  const two = `${month}`.padStart(2, '0');
  const [first, last] =
    month === '0' ? [`${year}-01-01`, `${year}-12-31`] : [`${year}-${two}-01`, `${year}-${two}-31`];
  const held = own.filter(({ from = '', to }) => from <= last && (to === '' || `${to}` >= first));
  const latest = held.reduce<Row | undefined>(
    (late, one) => (late && `${late['from']}` > `${one['from']}` ? late : one),
    undefined,
  );
  return latest ? given(latest) : exact(1n);
}

/** Every object's strands, less what is named, divided among its cells by weight. */
function divided(users: Users, cells: ReadonlyMap<string, Row>, direct: Sums): Row[] {
  const shared = new Sums();
  const taken = new Sums();
  for (const [key, ore] of direct) taken.add(key.replace(/^[^|]*\|/, ''), ore);
  const pots = new Map([...taken.keys()].map((at): [string, bigint] => [at, 0n]));
  for (const row of users.ends) pots.set(`${row['node']}|${keyOf(row, STRAND)}`, whole(row));
  const byNode = Map.groupBy(pots, ([at]) => at.split('|')[0] ?? '');
  const places = Map.groupBy(
    cells.values(),
    ({ service, unit, level }) => `object:${service}/${unit}/${level}`,
  );
  for (const [node, own] of byNode) {
    if (!node.startsWith('object:')) continue;
    const weights = new Sums(
      (places.get(node) ?? []).map((row) => [`${row['person']}`, whole(row, 'weight')]),
    );
    const amounts = own.map(([at, ore]): [string, bigint] => [at.slice(node.length + 1), ore - taken.at(at)]);
    for (const [who, strand, ore] of pieces(amounts, weights)) shared.add(`${who}|${node}|${strand}`, ore);
  }
  return [...new Set([...shared.keys(), ...direct.keys()])].flatMap((key) => {
    const [ore, named] = [shared.at(key), direct.at(key)];
    const [person, node = '', nature, answers, paid_as] = key.split('|');
    const [service, unit, level] = node.slice('object:'.length).split('/');
    const at = { person, service, unit, level, nature, answers, paid_as };
    return ore || named ? [{ ...at, direct_ore: `${named}`, shared_ore: `${ore}` } as Row] : [];
  });
}

function costRows(cells: ReadonlyMap<string, Row>, natures: readonly Row[]): Row[] {
  const sums = grouped(natures, PLACE);
  return [...cells].map(([key, cell]) => {
    const [direct, shared] = ['direct_ore', 'shared_ore'].map((column) => total(sums.get(key), column));
    const costs = { direct_ore: `${direct}`, shared_ore: `${shared}`, cost_ore: `${direct! + shared!}` };
    return { ...cell, ...costs } as Row;
  });
}

const isUsed = (state: string) => (row: Row) =>
  whole(row, `${state}_parts`) > 0n || whole(row, 'cost_ore') !== 0n;

function totalRows(users: Users, costs: readonly Row[]): Cells[] {
  const { model } = users;
  const fees = new Sums();
  for (const { at, persons } of namedSources(users))
    if (model.users?.fees.includes(`${at['pool']}`)) for (const [who, ore] of persons) fees.add(who, ore);
  return [...grouped(costs, 'person')].flatMap(([person, rows]) => {
    const services = new Set(rows.filter(isUsed(model.costing.volumes)).map(({ service }) => service)).size;
    const sums = { direct_ore: total(rows, 'direct_ore'), cost_ore: total(rows, 'cost_ore') };
    return person === '' || services === 0
      ? []
      : [{ person, services: `${services}`, ...sums, fees_ore: fees.at(person) }];
  });
}

function lineRows({ model, ends }: Users, costs: readonly Row[]): Cells[] {
  const open = model.services.filter((service) => service.open).map(({ id }) => id);
  const objects = [...grouped(costs, OBJECT)].flatMap(([, rows]) => {
    const [nobody, users] = [
      rows.filter(({ person }) => person === ''),
      rows.filter(({ person }) => person !== ''),
    ];
    const { service: name = '', unit, level } = rows[0] ?? {};
    const count = users.filter((row) => whole(row, 'weight') > 0n || whole(row, 'cost_ore') !== 0n).length;
    const line = (kind: string, own: readonly Row[], number: number) => ({
      ...{ kind, name, unit, level, users: `${number}` },
      ...{ direct_ore: total(own, 'direct_ore'), amount_ore: total(own, 'cost_ore') },
    });
    const rest = line(open.includes(name) ? 'open' : 'without-users', nobody, 0);
    const whom = line('users', users, count);
    return [...(count > 0 || whom.amount_ore ? [whom] : []), ...(rest.amount_ore ? [rest] : [])];
  });
  const others = grouped(
    ends.filter(({ node }) => !node?.startsWith('object:')),
    'node',
  );
  const aside = [...others].map(([node, rows]) => {
    const [, kind = '', rest = ''] = /^([a-z-]+):(.*)$/s.exec(node) ?? [];
    const [name, unit = ''] = kind === 'unused' ? rest.split('/') : [rest];
    return { kind, name, unit, level: '', users: '0', direct_ore: 0n, amount_ore: total(rows) };
  });
  return [...objects, ...aside];
}
