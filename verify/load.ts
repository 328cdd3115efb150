// Reads a run, the snapshots that it stands on and the delivered files, once, into plain data that checkers work on.

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Row, Tables } from './rows.ts';

type By<T> = { readonly [name: string]: T };
/** What the run was made from. Each checker knows the parts of the model that it reads. */
type Stated = { run: string; priced: boolean; identity: { snapshots: string[]; model: object } };
type Totals = { table: string; by: string; sum: string; values: By<string> }[];
export type Certificate = Stated & { sources: object[]; totals: Totals; tables: By<{ hash: string }> };
/** A snapshot's rows, summed (by month; ledger: per account, activity: per object), and its file if still there. */
export type Snapshot = { source: Row; rows: Row[]; taken?: Row[]; file?: { rows?: number; sumOre?: bigint } };
/** `folder` is the run's name on disk; the sources that the certificate states stand among the tables. */
export type Run<T extends string = string> = {
  folder: string;
  certificate: Certificate;
  tables: Tables<T>;
  snapshots: Snapshot[];
};

const LEDGER = `select accounts.* exclude account, year, month, count(*) as rows, sum(amount_ore) as amount_ore
  from 'DIR/postings.parquet' join 'DIR/accounts.parquet' as accounts using (account) group by all`;
const ACTIVITY = `select service, unit, level, year, month, count(*) as rows, sum(parts) as parts
  from 'DIR/records.parquet' join 'DIR/objects.parquet' using (object) group by all`;
// Decisions are canonical rows of their own, and give records by month.
const DECISIONS = `select count(*) as rows from 'DIR/decisions.parquet'`;

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const toRow = (record: object): Row =>
  Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, `${cell}`]));

/** Opens an engine of its own, reads, and closes it. Throws when a file of the run is missing. */
export async function loadRun(runDir: string, workspaceDir: string): Promise<Run> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const run = (sql: string) => connection.runAndReadAll(sql);
  const query = async (sql: string, dir: string) =>
    (await run(sql.replaceAll('DIR', dir.replaceAll("'", "''")))).getRowObjects().map(toRow);
  const certificate = JSON.parse(readFileSync(join(runDir, 'certificate.json'), 'utf8')) as Certificate;
  const tables: { [table: string]: Row[] } = { sources: certificate.sources.map(toRow) };
  for (const name of Object.keys(certificate.tables).filter((name) => /^\w+$/.test(name)))
    tables[name] = await query(`from 'DIR/${name}.parquet'`, runDir);
  const snapshots: Snapshot[] = [];
  for (const source of tables['sources'] ?? []) {
    const dir = join(workspaceDir, 'registers', `${source['snapshot']}`);
    const rows = await query(source['register'] === 'ledger' ? LEDGER : ACTIVITY, dir);
    const taken = source['decisions'] ? await query(DECISIONS, dir) : rows;
    const path = join(workspaceDir, `${source['file']}`);
    const { size = Infinity } = statSync(path, { throwIfNoEntry: false }) ?? {};
    const bytes = size < 2 ** 28 && !path.endsWith('.parquet') ? readFileSync(path) : Buffer.of();
    const file = sha256(bytes) === source['sha256'] && { file: countAgain(bytes.toString('latin1')) };
    snapshots.push({ source, rows, taken, ...file });
  }
  connection.closeSync();
  return { folder: basename(runDir), certificate, tables, snapshots };
}

/** The records of a delivered file: lines with a header, or KOSTRA's with thousand kroner in characters 40–48. None of XML, zip, SIE. */
function countAgain(text: string): { rows?: number; sumOre?: bigint } {
  const unquoted = text.replace(/(^|[;,\t|])"([^"]|"")*"(?=[;,\t|\r\n]|$)/gm, '$1');
  const lines = unquoted.split(/\r?\n/).filter((line) => /[^\0\s]/.test(line));
  if (!/^0[A-Y]\d{4}[ 1-4]/.test(text)) return /^(\W*[<#]|PK\W)/.test(text) ? {} : { rows: lines.length - 1 };
  const amounts = lines.map((line) => line.slice(39, 48).trim()).filter((amount) => /^-?\d+$/.test(amount));
  return { rows: lines.length, sumOre: amounts.reduce((sum, amount) => sum + BigInt(amount), 0n) * 100_000n };
}
