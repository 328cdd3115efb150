// The independent checker of a run: it shares no code with the program, does every step again from the snapshots and
// the model in the certificate, and names the table and key of whatever comes to something else.

import { checkFlows, checkNodes, checkOwn } from './book.ts';
import { loadRun, type Run, sha256 } from './load.ts';
import { checkPrices, checkUnitCosts } from './prices.ts';
import { type Cells, compare, type Failure, KEYS, keyOf, type Row, summed, type Table } from './rows.ts';
import { checkAssignments, checkSources, checkVolumes } from './sources.ts';

const CHECKS: readonly (readonly [string, string, (run: Run) => Failure[]])[] = [
  ['run', 'the name of the run is the hash of its snapshots, model, rules and period', checkIdentity],
  ['tables', 'each table has the hash that the certificate states, and no key twice', checkTables],
  ['totals', 'the totals of the certificate are those of the tables', checkTotals],
  ['sources', 'files counted again, snapshots summed again = what was read', checkSources],
  ['accounts', 'every account lies in the first pool that fits it', checkAssignments],
  ['volumes', 'the activity of the year, month by month', checkVolumes],
  ['own cost', 'pools hold their accounts', checkOwn],
  ['nodes', 'what cost can reach', checkNodes],
  [
    'book',
    'in + own = out at every node and strand, flows beside their exact share, ends rounded once',
    checkFlows,
  ],
  ['unit costs', 'cost ÷ volume of every object', checkUnitCosts],
  ['prices', 'prices, base grants and supplements by formula', checkPrices],
];

export type Verification = {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
  readonly failures: readonly Failure[];
};

/** Reads a run from disk and checks it. Throws when a file of the run or of its snapshots is missing. */
export const verifyRun = async (runDir: string, workspaceDir: string): Promise<Verification> =>
  verify(await loadRun(runDir, workspaceDir));

export function verify(run: Run): Verification {
  const found = CHECKS.map(([name, about, check]) => ({ name, about, failures: check(run) }));
  const gone = run.snapshots.filter(({ file }) => !file).length;
  const checks = found.map(({ name, about, failures }) => {
    const note =
      name === 'sources' && gone > 0 ? `; ${gone} of ${run.snapshots.length} files not present` : '';
    return { name, ok: failures.length === 0, detail: about + note };
  });
  return { checks, failures: found.flatMap(({ failures }) => failures) };
}

function checkIdentity({ folder, certificate }: Run): Failure[] {
  const due = sha256(JSON.stringify(certificate.identity)).slice(0, 16);
  const names = Object.entries({ folder, 'certificate.json': certificate.run });
  return names.flatMap(([key, is]) =>
    is === due ? [] : [{ table: 'run', key, message: `${is} should be ${due}` }],
  );
}

/** SHA-256 over the table's name and its rows in order of key, a line of JSON each, every cell as text. */
export function hashRows(table: string, rows: readonly Row[]): string {
  const asText = (_: string, cell: unknown) => (typeof cell === 'bigint' ? `${cell}` : cell);
  return sha256([table, ...rows.map((row) => JSON.stringify(row, asText)), ''].join('\n'));
}

function checkTables({ tables, certificate }: Run): Failure[] {
  return Object.entries(certificate.tables).flatMap(([table, { hash }]) => {
    const rows = tables[table as Table];
    const doubled = [...Map.groupBy(rows, (row) => keyOf(row, KEYS[table as Table]))].filter(
      ([, of]) => of.length > 1,
    );
    const is = hashRows(table, rows);
    const failures = doubled.map(([key]) => ({ table, key, message: 'stands more than once' }));
    return is === hash
      ? failures
      : [...failures, { table, key: '', message: `has the hash ${is}, certified ${hash}` }];
  });
}

function checkTotals({ tables }: Run): Failure[] {
  const ends = tables.ends.map((row) => ({ ...row, kind: row.node.replace(/:.*/s, '') }));
  const sums = [
    ['poolRows', tables.assignments, 'pool', 'rows'],
    ['poolOre', tables.assignments, 'pool', 'amount_ore'],
    ['strandOre', ends, 'nature answers paid_as', 'amount_ore'],
    ['endOre', ends, 'kind', 'amount_ore'],
    ['quantities', tables.unit_costs, 'service unit level', 'parts'],
  ] as const;
  const expected = sums.flatMap(([section, rows, columns, sum]): Cells[] =>
    summed(rows, columns, sum).map((row) => ({ section, name: keyOf(row, columns), value: row[sum] })),
  );
  return compare(tables, 'totals', expected);
}
