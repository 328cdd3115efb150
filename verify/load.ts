// Reads a run, the snapshots that it stands on and the delivered files, once, into plain data that checkers work on.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Row, Tables } from './rows.ts';

type By<T> = { readonly [name: string]: T };
/** What the run was made from. Each checker knows the parts of the model that it reads. */
type Stated = { run: string; priced?: boolean; identity: { snapshots: string[]; model: object } };
type Totals = { table: string; by: string; sum: string; values: By<string> }[];
export type Certificate = Stated & { sources: object[]; totals?: Totals; tables: By<{ hash: string }> };
/** A snapshot's rows, summed (by month; ledger: per account, activity: per object), and its file if still there. */
export type Snapshot = { source: Row; rows: Row[]; taken?: Row[]; file?: { rows?: number; sumOre?: bigint } };
/** `folder` is the run's name on disk; the sources that the certificate states stand among the tables. */
export type Run<T extends string = string> = {
  folder: string;
  certificate: Certificate;
  tables: Tables<T>;
  snapshots: Snapshot[];
  /** What checkers read of the snapshots besides. */
  read?: By<Row[]>;
};
/** What a checker reads of the workspace by itself, in the engine that reads the run: rows by name. */
export type Reading = {
  certificate: Certificate;
  workspaceDir: string;
  query: (sql: string) => Promise<Row[]>;
};
export type Reads = (reading: Reading) => Promise<By<Row[]>>;

const LEDGER = `select accounts.* exclude account, year, month, count(*) as rows, sum(amount_ore) as amount_ore
  from 'DIR/postings.parquet' join 'DIR/accounts.parquet' as accounts using (account) group by all`;
const ACTIVITY = `select service, unit, level, year, month, count(*) as rows, sum(parts) as parts
  from 'DIR/records.parquet' join 'DIR/objects.parquet' using (object) group by all`;
// What is counted and never summed; decisions are canonical rows of their own, and give records by month.
const count = (file: string) => `select count(*) as rows from 'DIR/${file}.parquet'`;
const COUNTED: By<string> = { capacity: 'capacity', 'paid-hours': 'paid_hours' };

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const toRow = (record: object): Row =>
  Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, `${cell}`]));

/** Opens an engine of its own, reads, and closes it. Throws when a file of the run is missing. */
export async function loadRun(runDir: string, workspaceDir: string, reads: readonly Reads[]): Promise<Run> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const run = (sql: string) => connection.runAndReadAll(sql);
  const query = async (sql: string, dir = '') =>
    (await run(sql.replaceAll('DIR', dir.replaceAll("'", "''")))).getRowObjects().map(toRow);
  const certificate = JSON.parse(readFileSync(join(runDir, 'certificate.json'), 'utf8')) as Certificate;
  const tables: { [table: string]: Row[] } = { sources: certificate.sources.map(toRow) };
  for (const name of Object.keys(certificate.tables).filter((name) => /^\w+$/.test(name)))
    tables[name] = await query(`from 'DIR/${name}.parquet'`, runDir);
  const snapshots: Snapshot[] = [];
  for (const source of tables['sources'] ?? []) {
    const dir = join(workspaceDir, 'registers', `${source['snapshot']}`);
    const sums: By<string> = { ledger: LEDGER, activity: ACTIVITY };
    const rows = await query(
      sums[`${source['register']}`] ?? count(COUNTED[`${source['kind']}`] ?? 'stretches'),
      dir,
    );
    const taken = existsSync(join(dir, 'decisions.parquet')) ? await query(count('decisions'), dir) : rows;
    const path = join(workspaceDir, `${source['file']}`);
    const { size = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {};
    const bytes = size < 2 ** 28 && !path.endsWith('.parquet') ? readFileSync(path) : Buffer.of();
    const file = sha256(bytes) === source['sha256'] && { file: countAgain(bytes.toString('latin1')) };
    snapshots.push({ source, rows, taken, ...file });
  }
  const read = Object.assign(
    {},
    ...(await Promise.all(reads.map((one) => one({ certificate, workspaceDir, query })))),
  );
  connection.closeSync();
  return { folder: basename(runDir), certificate, tables, snapshots, read };
}

/** The records of a delivered file: lines with a header, or KOSTRA's with thousand kroner in characters 40–48. None of XML, zip, SIE. */
function countAgain(text: string): { rows?: number; sumOre?: bigint } {
  const unquoted = text.replace(/(^|[;,\t|])"([^"]|"")*"(?=[;,\t|\r\n]|$)/gm, '$1');
  const lines = unquoted.split(/\r?\n/).filter((line) => /[^\0\s]/.test(line));
  if (!/^0[A-Y]\d{4}[ 1-4]/.test(text)) return /^(\W*[<#]|PK\W)/.test(text) ? {} : { rows: lines.length - 1 };
  const amounts = lines.map((line) => line.slice(39, 48).trim()).filter((amount) => /^-?\d+$/.test(amount));
  return { rows: lines.length, sumOre: amounts.reduce((sum, amount) => sum + BigInt(amount), 0n) * 100_000n };
}
