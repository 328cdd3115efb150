// What every run states of itself, whatever it is about: its name, the files that it stands on, and the hashes and
// totals of its tables.

import { type Run, sha256 } from './load.ts';
import { type About, type Cells, type Fail, grouped, type Row, sumsOf, total, whole } from './rows.ts';

/** SHA-256 over the table's name and its rows in order of key, a line of JSON each, every cell as text. */
export const hashRows = (table: string, rows: readonly Row[]): string =>
  sha256([table, ...rows.map((row) => JSON.stringify(row)), ''].join('\n'));

/** The run's name is the hash of what it was made from; tables are known, have their hashes, no key twice; totals. */
export function checkCertificate(
  { folder, certificate, tables }: Run,
  known: ReadonlyMap<string, About>,
  fail: Fail,
): void {
  const due = sha256(JSON.stringify(certificate.identity)).slice(0, 16);
  const name = folder.replace(/^\d{4}-\d\d-/, '');
  if (name !== due || certificate.run !== due) fail('certificate', 'run', `${folder} should be ${due}`);
  for (const name of Object.keys(certificate.tables))
    if (!known.has(name)) fail('certificate', name, 'is a table that no checker knows');
  for (const [table, [key]] of known) {
    const rows = tables[table] ?? [];
    for (const [at, those] of grouped(rows, key)) if (those[1]) fail(table, at, 'stands twice');
    const isAsStated = certificate.tables[table]?.hash === hashRows(table, rows);
    if (table !== 'sources' && !isAsStated) fail(table, '', 'does not have the hash that is stated');
  }
  for (const { table, by, sum, values } of certificate.totals ?? []) {
    const kinds = (tables[table] ?? []).map((row) => ({
      kind: `${row['node']}`.replace(/:.*/s, ''),
      ...row,
    }));
    const again = sumsOf(kinds, by, sum);
    for (const key of new Set([...again.keys(), ...Object.keys(values)]))
      if (`${again.get(key)}` !== values[key]) fail('certificate', `${table} ${key}`, `is ${again.get(key)}`);
  }
}

/** Files counted again (KOSTRA: summed), and snapshots summed again, are what was read. */
export function sourcesOf({ snapshots, certificate: { identity } }: Run): Cells[] {
  const sources = snapshots.map(({ source, rows, taken = rows, file }) => {
    const read = BigInt(file?.rows ?? whole(source, 'read'));
    const refused = read - total(taken, 'rows');
    const sumOre = (refused === 0n && file?.sumOre) || total(rows);
    const sums = { ledger: { sumOre }, activity: { sumParts: total(rows, 'parts') } };
    return { snapshot: source['snapshot'], read, refused, ...sums[source['register'] as 'ledger'] };
  });
  return [...identity.snapshots.map((snapshot) => ({ snapshot })), ...sources];
}
