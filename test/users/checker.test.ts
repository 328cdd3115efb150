// The checker of users finds every small thing that is wrong with a run of users, also where all hashes are repaired.

import { beforeAll, describe, expect, it } from 'vitest';
import { hashRows } from '../../verify/certificate.ts';
import type { Row } from '../../verify/rows.ts';
import { readUsers, type Users } from '../../verify/users/read.ts';
import { checkUsers } from '../../verify/users/users.ts';
import { randomFrom } from '../auditor/generate-network.ts';
import { writeCareWorkspace } from './care-workspace.ts';
import { costWorkspace, inFolders } from './costed-workspace.ts';

let sound: Users;
beforeAll(async () => {
  sound = await inFolders(1, async (dir = '') => {
    writeCareWorkspace(dir, { seed: 11 });
    const { runDir } = await costWorkspace(dir);
    return readUsers(runDir, dir);
  });
});

/** The run with another table, and the hash that the certificate states for it. */
function withTable(users: Users, name: string, rows: readonly Row[]): Users {
  const stated = { ...users.stated.tables[name]!, hash: hashRows(name, rows) };
  return {
    ...users,
    tables: { ...users.tables, [name]: [...rows] },
    stated: { ...users.stated, tables: { ...users.stated.tables, [name]: stated } },
  };
}

const changed = (rows: readonly Row[], at: number, column: string, by: bigint): Row[] =>
  rows.map((row, i) => (i === at ? { ...row, [column]: `${BigInt(row[column] ?? 0) + by}` } : row));

/** Tables and the columns in which a number may be wrong. */
const NUMBERS: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['user_natures', ['direct_ore', 'shared_ore']],
  ['user_costs', ['granted_parts', 'delivered_parts', 'weight', 'direct_ore', 'shared_ore', 'cost_ore']],
  ['user_totals', ['services', 'direct_ore', 'cost_ore', 'fees_ore']],
  ['user_lines', ['users', 'direct_ore', 'amount_ore']],
];

describe('the checker of users', () => {
  it('finds nothing in a sound run', () => {
    expect(checkUsers(sound).failures).toEqual([]);
    expect(checkUsers(sound).checks.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });

  it.each(NUMBERS.flatMap(([table, columns]) => columns.map((column) => [table, column] as const)))(
    'finds one more or less in %s.%s, in any row',
    (table, column) => {
      const random = randomFrom(column.length + table.length * 100);
      const rows = sound.tables[table]!;
      for (let turn = 0; turn < 8; turn++) {
        const by = random.chance(50) ? 1n : -1n;
        const { failures } = checkUsers(
          withTable(sound, table, changed(rows, random.below(rows.length), column, by)),
        );
        expect(failures.map((one) => one.table)).toContain(table);
      }
    },
  );

  it.each(NUMBERS.map(([table]) => table))(
    'finds a row of %s that is missing, and one that is twice another’s',
    (table) => {
      const rows = sound.tables[table]!;
      const without = withTable(sound, table, rows.slice(1));
      expect(checkUsers(without).failures).not.toEqual([]);
      const stranger = { ...rows[0]!, person: 'p0', name: 'nothing' };
      expect(checkUsers(withTable(sound, table, [...rows, stranger])).failures).not.toEqual([]);
    },
  );

  it('finds an øre that is moved between two users with everything else repaired', () => {
    const rows = sound.tables['user_natures']!;
    const of = (row: Row | undefined): string =>
      ['service', 'unit', 'level', 'nature', 'answers', 'paid_as'].map((column) => row?.[column]).join('|');
    const one = rows.findIndex((row, i) => rows.some((other, j) => j > i && of(other) === of(row)));
    const other = rows.findIndex((row, i) => i > one && of(row) === of(rows[one]));
    const moved = changed(changed(rows, one, 'shared_ore', 1n), other, 'shared_ore', -1n);
    let users = withTable(sound, 'user_natures', moved);
    for (const [at, by] of [
      [one, 1n],
      [other, -1n],
    ] as const) {
      const row = moved[at]!;
      const isSame = (cost: Row): boolean =>
        ['person', 'service', 'unit', 'level'].every((column) => cost[column] === row[column]);
      const costs = users.tables['user_costs']!;
      const at2 = costs.findIndex(isSame);
      users = withTable(
        users,
        'user_costs',
        changed(changed(costs, at2, 'shared_ore', by), at2, 'cost_ore', by),
      );
      const totals = users.tables['user_totals']!;
      const at3 = totals.findIndex(({ person }) => person === row['person']);
      if (at3 >= 0) users = withTable(users, 'user_totals', changed(totals, at3, 'cost_ore', by));
    }
    const tables = checkUsers(users).failures.map(({ table }) => table);
    expect(tables.filter((table) => table === 'user_natures')).toHaveLength(2);
  });

  it('finds a named end that is two øre off, with its sister repaired', () => {
    const rows = sound.tables['user_named']!;
    const of = (row: Row): string =>
      ['pool', 'unit', 'nature', 'sign'].map((column) => row[column]).join('|');
    const first = rows.findIndex((row) => rows.filter((one) => of(one) === of(row)).length > 1);
    const second = rows.findIndex((row, i) => i > first && of(row) === of(rows[first]!));
    const moved = changed(changed(rows, first, 'amount_ore', 2n), second, 'amount_ore', -2n);
    const { failures } = checkUsers(withTable(sound, 'user_named', moved));
    expect(failures.map(({ table }) => table)).toContain('user_named');
  });

  it('finds users that are another run’s', () => {
    const { failures } = checkUsers({ ...sound, runName: '0000000000000000' });
    expect(failures).toHaveLength(1);
  });
});
