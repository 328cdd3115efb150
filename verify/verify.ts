// The independent checker of a run: it shares no code with the program, does every step again from the snapshots and
// the model in the certificate, and names the table and key of whatever comes to something else. Each practice has a
// checker of its own; a run is gone through by every one that knows a table of it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCertificate, sourcesOf } from './certificate.ts';
import type { Checker } from './checker.ts';
import { costing } from './costing/costing.ts';
import { earned } from './financing/earned/earned.ts';
import { spent } from './financing/spent/spent.ts';
import { variances } from './financing/variances/variances.ts';
import { loadRun, type Run } from './load.ts';
import { type About, type Cells, compare, type Fail, type Tables } from './rows.ts';
import { verifyUsers } from './users/users.ts';

export type Failure = { readonly table: string; readonly key: string; readonly message: string };
export type Verdict = { checks: { name: string; ok: boolean; detail: string }[]; failures: Failure[] };

const CHECKERS: readonly Checker[] = [costing, spent, earned, variances];
/** What every run has. */
const COMMON: readonly (readonly [string, About])[] = [
  ['sources', ['snapshot', 'files counted again, and snapshots summed again, are what was read']],
  ['findings', ['number', 'each once']],
];

/** Reads a run from disk, as checkers want it. Throws when a file of the run or of its snapshots is missing. */
export const readRun = (run: string, workspace: string) =>
  loadRun(
    run,
    workspace,
    CHECKERS.flatMap(({ reads }) => reads ?? []),
  );
/** Reads a run from disk and checks it, and the users that lie beside it, where they were costed. */
export async function verifyRun(run: string, workspace: string): Promise<Verdict> {
  const own = verify(await readRun(run, workspace));
  const hasUsers = existsSync(join(run, 'users', 'certificate.json'));
  const { checks, failures } = hasUsers ? await verifyUsers(run, workspace) : { checks: [], failures: [] };
  return { checks: [...own.checks, ...checks], failures: [...own.failures, ...failures] };
}

/** A check of the certificate and of each table, and what does not hold. */
export function verify(run: Run): Verdict {
  const failures: Failure[] = [];
  const fail: Fail = (table, key, message) => failures.push({ table, key, message });
  const checkers = CHECKERS.filter(({ tables }) => Object.keys(tables).some((name) => run.tables[name]));
  if (checkers.length === 0) fail('certificate', 'tables', 'none that a checker knows');
  const abouts = new Map([...COMMON, ...checkers.flatMap(({ tables }) => Object.entries(tables))]);
  const tables: Tables = {
    ...Object.fromEntries([...abouts.keys()].map((name) => [name, []])),
    ...run.tables,
  };
  checkCertificate({ ...run, tables }, abouts, fail);
  const derived = checkers.map((checker) => checker.derive({ ...run, tables }, fail));
  for (const due of [{ sources: sourcesOf(run) }, ...derived])
    for (const [table, rows] of Object.entries(due) as [string, Cells[]][])
      compare(table, abouts.get(table)?.[0] ?? '', tables[table] ?? [], rows, fail);
  const isOk = (name: string) => failures.every(({ table }) => table !== name);
  const gone = run.snapshots.filter(({ file }) => !file).length;
  const checks = [...abouts].map(([name, [, about]]) => {
    const note = name === 'sources' && gone > 0 ? `; ${gone} files not there to be counted` : '';
    return { name, ok: isOk(name), detail: `${tables[name]?.length} rows: ${about}${note}` };
  });
  const detail = 'the name of the run is the hash of what it was made from; hashes and totals of its tables';
  return { checks: [{ name: 'certificate', ok: isOk('certificate'), detail }, ...checks], failures };
}

if (process.argv[1] === import.meta.filename) {
  const { checks, failures } = await verifyRun(process.argv[2] ?? '', process.argv[3] ?? '');
  for (const { name, ok, detail } of checks) console.log(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${detail}`);
  for (const { table, key, message } of failures.slice(0, 50)) console.log(`  ${table} ${key}: ${message}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
