// The independent checker of a run: it shares no code with the program, does every step again from the snapshots and
// the model in the certificate, and names the table and key of whatever comes to something else.

import { bookOf } from './book.ts';
import { loadRun, type Run, sha256 } from './load.ts';
import { pricesOf, unitCosts } from './prices.ts';
import { type Cells, compare, type Fail, grouped, type Row, sumsOf, TABLES, type Table } from './rows.ts';
import { fromAccounts, fromSources } from './sources.ts';

export type Failure = { readonly table: string; readonly key: string; readonly message: string };
export type Verdict = { checks: { name: string; ok: boolean; detail: string }[]; failures: Failure[] };
const ABOUT = Object.entries(TABLES) as [Table, (typeof TABLES)[Table]][];

/** Reads a run from disk and checks it. Throws when a file of the run or of its snapshots is missing. */
export const verifyRun = async (run: string, workspace: string) => verify(await loadRun(run, workspace));

/** A check of the certificate and of each table, and what does not hold. */
export function verify(run: Run): Verdict {
  const failures: Failure[] = [];
  const fail: Fail = (table, key, message) => failures.push({ table, key, message });
  checkCertificate(run, fail);
  const derived = { ...fromSources(run), ...fromAccounts(run), ...unitCosts(run), ...bookOf(run, fail) };
  for (const [table, due] of Object.entries({ ...derived, ...pricesOf(run) }) as [Table, Cells[]][])
    compare(table, run.tables[table], due, fail);
  const isOk = (name: string) => failures.every(({ table }) => table !== name);
  const gone = run.snapshots.filter(({ file }) => !file).length;
  const checks = ABOUT.map(([name, [, about]]) => {
    const note = name === 'sources' && gone > 0 ? `; ${gone} files not there to be counted` : '';
    return { name, ok: isOk(name), detail: `${run.tables[name].length} rows: ${about}${note}` };
  });
  const detail = 'the name of the run is the hash of what it was made from; hashes and totals of its tables';
  return { checks: [{ name: 'certificate', ok: isOk('certificate'), detail }, ...checks], failures };
}

/** SHA-256 over the table's name and its rows in order of key, a line of JSON each, every cell as text. */
export const hashRows = (table: string, rows: readonly Row[]): string =>
  sha256([table, ...rows.map((row) => JSON.stringify(row)), ''].join('\n'));

/** The run's name is the hash of what it was made from; tables have their hashes, no key twice, and the totals. */
function checkCertificate({ folder, certificate, tables }: Run, fail: Fail): void {
  const due = sha256(JSON.stringify(certificate.identity)).slice(0, 16);
  if (folder !== due || certificate.run !== due) fail('certificate', 'run', `${folder} should be ${due}`);
  for (const [table, [key]] of ABOUT) {
    for (const [at, rows] of grouped(tables[table], key)) if (rows[1]) fail(table, at, 'stands twice');
    const isAsStated = certificate.tables[table]?.hash === hashRows(table, tables[table]);
    if (table !== 'sources' && !isAsStated) fail(table, '', 'does not have the hash that is stated');
  }
  const ends = tables.ends.map((row): Row => ({ ...row, kind: `${row['node']}`.replace(/:.*/s, '') }));
  for (const { table, by, sum, values } of certificate.totals) {
    const again = sumsOf(table === 'ends' ? ends : tables[table as Table], by, sum);
    for (const key of new Set([...again.keys(), ...Object.keys(values)]))
      if (`${again.get(key)}` !== values[key]) fail('certificate', `${table} ${key}`, `is ${again.get(key)}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { checks, failures } = await verifyRun(process.argv[2] ?? '', process.argv[3] ?? '');
  for (const { name, ok, detail } of checks) console.log(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${detail}`);
  for (const { table, key, message } of failures.slice(0, 50)) console.log(`  ${table} ${key}: ${message}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
