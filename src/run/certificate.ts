// certificate.json: a few kilobytes that say what a run was made from and what came out, so that a checker which
// shares no code with the program can do every step again and name the row where it comes to something else.

import type { Model } from '../model/model.ts';
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
  const rowsOf = (name: string): readonly Row[] =>
    tables.find(({ schema }) => schema.name === name)?.rows ?? [];
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
    pools: poolTotals(model, rowsOf('assignments')),
    strands: totalsBy(rowsOf('ends'), strandOf),
    ends: totalsBy(rowsOf('ends'), (row) => String(row['node']).replace(/:.*/s, '')),
    parked: totalsBy(
      rowsOf('ends').filter(({ node }) => String(node).startsWith('parked:')),
      ({ node }) => String(node).slice('parked:'.length),
    ),
    quantities: new Map(rowsOf('unit_costs').map((row) => [objectOf(row), row['parts']])),
    prices: new Map(rowsOf('prices').map((row) => [priceOf(row), `${row['exact_num']}/${row['exact_den']}`])),
    tables: new Map(hashes),
  };
  return `${JSON.stringify(toJson(certificate), undefined, 1)}\n`;
}

const strandOf = (row: Row): string => `${row['nature']}|${row['answers']}|${row['paid_as']}`;
const objectOf = (row: Row): string => `${row['service']}/${row['unit']}/${row['level']}`;
const priceOf = (row: Row): string => `${row['kind']}/${row['service']}/${row['level']}`;

function totalsBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const row of rows) {
    const key = keyOf(row);
    totals.set(key, (totals.get(key) ?? 0n) + BigInt(row['amount_ore'] ?? 0));
  }
  return totals;
}

/** Pools in the model's order with the accounts, postings and øre that each took. */
function poolTotals(model: Model, assignments: readonly Row[]) {
  return model.costing.pools.map(({ name }) => {
    const taken = assignments.filter(({ pool }) => pool === name);
    let [rows, amountOre] = [0, 0n];
    for (const row of taken) {
      rows += Number(row['rows']);
      amountOre += BigInt(row['amount_ore'] ?? 0);
    }
    return { pool: name, accounts: taken.length, rows, amountOre };
  });
}
