// certificate.json: a few kilobytes that say what a run was made from and what came out, so that a checker which
// shares no code with the program can do every step again and name the row where it comes to something else.

import { byKey } from '../money/apportion.ts';
import type { Row, Table } from '../tables/schema.ts';
import { identityAsData, type RunIdentity, runId, toJson } from './identity.ts';

export const CERTIFICATE_FORMAT = 1;

/** One source file as it stands in the register: what was read of it, what was refused. */
export type CertifiedSource = {
  readonly snapshot: string;
  readonly file: string;
  readonly sha256: string;
  readonly register: 'ledger' | 'activity';
  readonly kind: string;
  /** Canonical rows + refused rows = rows of the file. */
  readonly read: number;
  readonly refused: number;
  readonly sumOre?: bigint | undefined;
  readonly sumParts?: bigint | undefined;
};

export type CertificateInput = {
  readonly identity: RunIdentity;
  readonly sources: readonly CertifiedSource[];
  readonly tables: readonly Table[];
  /** table → its canonical hash (store/result-files.ts). */
  readonly hashTable: (table: Table) => string;
};

/** The text of certificate.json: JSON with sorted keys, bigints as decimal text, ending in a line feed. */
export function certify({ identity, sources, tables, hashTable }: CertificateInput): string {
  const { model } = identity;
  const hashes = tables.map((table): [string, unknown] => [
    table.schema.name,
    { hash: hashTable(table), rows: table.rows.length },
  ]);
  const certificate = {
    format: CERTIFICATE_FORMAT,
    run: runId(identity),
    municipality: { id: model.municipality.id, name: model.municipality.name },
    years: model.years,
    identity: identityAsData(identity),
    sources: [...sources].sort((a, b) => byKey(a.snapshot, b.snapshot)),
    pools: model.costing.pools.map(({ name }) => name),
    totals: totalsOf(tables),
    tables: new Map(hashes),
  };
  return `${JSON.stringify(toJson(certificate), undefined, 1)}\n`;
}

/** Sums by which tables agree with one another and with their sources; whole numbers, and prices as fractions. */
function totalsOf(tables: readonly Table[]): { readonly [section: string]: ReadonlyMap<string, unknown> } {
  const rowsOf = (name: string): readonly Row[] =>
    tables.find(({ schema }) => schema.name === name)?.rows ?? [];
  const byPool = ({ pool }: Row): string => String(pool);
  const assignments = rowsOf('assignments');
  const ends = rowsOf('ends');
  const parked = ends.filter(({ node }) => String(node).startsWith('parked:'));
  return {
    poolAccounts: summedBy(assignments, byPool, () => 1n),
    poolRows: summedBy(assignments, byPool, ({ rows }) => BigInt(rows ?? 0)),
    poolOre: summedBy(assignments, byPool, amountOf),
    strandOre: summedBy(ends, (row) => `${row['nature']}|${row['answers']}|${row['paid_as']}`, amountOf),
    endOre: summedBy(ends, ({ node }) => String(node).replace(/:.*/s, ''), amountOf),
    parkedOre: summedBy(parked, ({ node }) => String(node).slice('parked:'.length), amountOf),
    quantities: summedBy(rowsOf('unit_costs'), objectOf, ({ parts }) => BigInt(parts ?? 0)),
    prices: new Map(rowsOf('prices').map((row) => [priceOf(row), `${row['exact_num']}/${row['exact_den']}`])),
  };
}

const amountOf = (row: Row): bigint => BigInt(row['amount_ore'] ?? 0);
const objectOf = (row: Row): string => `${row['service']}/${row['unit']}/${row['level']}`;
const priceOf = (row: Row): string => `${row['kind']}/${row['service']}/${row['level']}`;

function summedBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  amount: (row: Row) => bigint,
): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0n) + amount(row));
  return sums;
}
