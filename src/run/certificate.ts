// certificate.json: a few kilobytes that say what a run was made from and what came out, so that a checker which
// shares no code with the program can do every step again and name the row where it comes to something else.

import { byKey } from '../money/apportion.ts';
import type { Snapshot } from '../registers/snapshot.ts';
import type { Row, Table } from '../tables/schema.ts';
import { identityAsData, type RunIdentity, runId, toJson } from './identity.ts';

export const CERTIFICATE_FORMAT = 1;

const PRICE_TABLES = ['prices', 'price_parts', 'base_grants', 'supplements'];

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
  /** Of decisions: how many there are; the records that they give are counted among the volumes. */
  readonly decisions?: number | undefined;
  readonly sumOre?: bigint | undefined;
  readonly sumParts?: bigint | undefined;
};

/** What a certificate says of a snapshot that a run was made from. */
export const sourceFacts = (snapshot: Snapshot) => ({
  snapshot: snapshot.hash,
  file: snapshot.file,
  sha256: snapshot.sha256,
  register: snapshot.register,
  kind: snapshot.kind,
  read: snapshot.read,
  refused: snapshot.refused,
  sumOre: snapshot.sumOre,
  sumParts: snapshot.sumParts,
});

/** Facts as certificates are written: JSON with sorted keys, bigints as decimal text, ending in a line feed. */
export const certificateText = (facts: object): string => `${JSON.stringify(toJson(facts), undefined, 1)}\n`;

export type CertificateInput = {
  readonly identity: RunIdentity;
  readonly sources: readonly CertifiedSource[];
  readonly tables: readonly Table[];
  /** table → its canonical hash (store/result-files.ts). */
  readonly hashTable: (table: Table) => string;
};

/** The text of certificate.json. */
export function certify({ identity, sources, tables, hashTable }: CertificateInput): string {
  const { model } = identity;
  const hashes = tables.map((table): [string, unknown] => [
    table.schema.name,
    { hash: hashTable(table), rows: table.rows.length },
  ]);
  const priceTables = tables.filter(({ schema }) => PRICE_TABLES.includes(schema.name));
  const priced = priceTables.some(({ rows }) => rows.length > 0);
  return certificateText({
    format: CERTIFICATE_FORMAT,
    run: runId(identity),
    municipality: { id: model.municipality.id, name: model.municipality.name },
    years: model.years,
    identity: identityAsData(identity),
    sources: [...sources].sort((a, b) => byKey(a.snapshot, b.snapshot)),
    pools: model.costing.pools.map(({ name }) => name),
    /** False where there are no prices: their tables are empty. */
    priced,
    totals: totalsOf(tables),
    tables: new Map(hashes),
  });
}

/** Sums that say in a few lines what the run came to: of `sum` in `table` by the columns `by` (of ends also by kind). */
function totalsOf(tables: readonly Table[]) {
  const total = (table: string, by: string, sum: string) => {
    const rows = tables.find(({ schema }) => schema.name === table)?.rows ?? [];
    return { table, by, sum, values: summedBy(rows.map(withKind), by, sum) };
  };
  return [
    total('assignments', 'pool', 'rows'),
    total('assignments', 'pool', 'amount_ore'),
    total('ends', 'nature answers paid_as', 'amount_ore'),
    total('ends', 'kind', 'amount_ore'),
    total('unit_costs', 'service unit level', 'parts'),
  ];
}

const withKind = (row: Row): Row =>
  row['node'] === undefined ? row : { ...row, kind: String(row['node']).replace(/:.*/s, '') };

/** Sums of a column by the named columns, whose cells are joined: "solvang|dementia". */
function summedBy(rows: readonly Row[], columns: string, sum: string): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const key = columns
      .split(' ')
      .map((column) => row[column])
      .join('|');
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(row[sum] ?? 0));
  }
  return sums;
}
