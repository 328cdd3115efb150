// Reads a run, the snapshots that it stands on and the delivered files, once, into plain data that checks work on.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Certificate } from './certificate.ts';
import { KEYS, type Row, type Table } from './rows.ts';

/** A snapshot's rows, summed (ledger: per account; activity: per object and month), and its file if still there. */
export type Snapshot = { readonly source: Row; readonly rows: readonly Row[] } & {
  readonly file?: { readonly rows: bigint; readonly sumOre?: bigint };
};
/** `folder` is the run's name on disk. The sources and totals of the certificate stand among the tables. */
export type Run = { readonly folder: string; readonly certificate: Certificate } & {
  readonly tables: { readonly [table in Table]: readonly Row[] };
  readonly snapshots: readonly Snapshot[];
};

const LEDGER = `select class, responsibility, function, article, own, object, project, year,
  count(*) as rows, sum(amount_ore) as amount_ore
  from 'DIR/postings.parquet' join 'DIR/accounts.parquet' using (account) group by all`;
const ACTIVITY = `select service, unit, level, year, month, count(*) as rows, sum(parts) as parts
  from 'DIR/records.parquet' join 'DIR/objects.parquet' using (object) group by all`;

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const quoted = (path: string): string => path.replaceAll("'", "''");

/** Whole numbers become bigint, also those that are kept as text because they may be of any size. */
function toRow(record: object): Row {
  const isBig = (name: string) => /^(weight|value|sum[OP].*|.*_(num|den))$/.test(name);
  const cells = Object.entries(record).map(([name, cell]) => [
    name,
    typeof cell === 'number' || isBig(name) ? BigInt(cell) : cell,
  ]);
  return Object.fromEntries(cells) as Row;
}

/** Opens an engine of its own, reads, and closes it. Throws when a file of the run is missing. */
export async function loadRun(runDir: string, workspaceDir: string): Promise<Run> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects().map(toRow);
  const certificate = JSON.parse(readFileSync(join(runDir, 'certificate.json'), 'utf8')) as Certificate;
  const totals = Object.entries(certificate.totals).flatMap(([section, sums]) =>
    Object.entries(sums).map(([name, sum]) => toRow({ section, name, value: sum })),
  );
  const tables: { [table: string]: Row[] } = { totals, sources: certificate.sources.map(toRow) };
  for (const table of Object.keys(KEYS))
    tables[table] ??= await query(`from '${quoted(join(runDir, `${table}.parquet`))}'`);
  const snapshots: Snapshot[] = [];
  for (const source of tables['sources'] ?? []) {
    const sql = source.register === 'ledger' ? LEDGER : ACTIVITY;
    const rows = await query(sql.replaceAll('DIR', quoted(join(workspaceDir, 'registers', source.snapshot))));
    const path = join(workspaceDir, source.file);
    const isThere = existsSync(path) && sha256(readFileSync(path)) === source.sha256;
    snapshots.push({ source, rows, ...(isThere && { file: await readDelivered(query, path) }) });
  }
  connection.closeSync();
  return { folder: basename(runDir), certificate, tables: tables as unknown as Run['tables'], snapshots };
}

/** Counts the records of a delivered file; sums a KOSTRA file too (amount in characters 40–48, thousand kroner). */
async function readDelivered(query: (sql: string) => Promise<Row[]>, path: string) {
  const lines = readFileSync(path, 'latin1').split(/\r?\n/);
  if (/^0[A-Y]\d{4}[ 1-4]/.test(lines[0] ?? '')) {
    const records = lines.filter((line) => line.trim() !== '');
    const thousands = records.reduce((sum, record) => sum + BigInt(record.slice(39, 48).trim()), 0n);
    return { rows: BigInt(records.length), sumOre: thousands * 100_000n };
  }
  const file = path.endsWith('.parquet')
    ? `'${quoted(path)}'`
    : `read_csv('${quoted(path)}', all_varchar=true)`;
  return { rows: (await query(`select count(*) as rows from ${file}`))[0]?.rows ?? 0n };
}
