// A run as the checker reads it from disk, made in memory from a municipality: what mutations are tried on.

import { cost } from '../../src/costing/cost.ts';
import { volumesByUnit } from '../../src/costing/organised.ts';
import { byKey } from '../../src/money/apportion.ts';
import { price } from '../../src/prices/price.ts';
import { certify } from '../../src/run/certificate.ts';
import { type RunIdentity, runId } from '../../src/run/identity.ts';
import { resultTables } from '../../src/run/result-tables.ts';
import { hashTable, inKeyOrder } from '../../src/store/result-files.ts';
import { ACCOUNT_FIELDS } from '../../src/tables/ledger.ts';
import type { Table } from '../../src/tables/schema.ts';
import type { Certificate, Run, Snapshot } from '../../verify/load.ts';
import { type Row, total } from '../../verify/rows.ts';
import type { Municipality } from '../support/generate-municipality.ts';

/** Every cell as text, as the checker has them. */
export const asRow = (record: object): Row =>
  Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, `${cell}`]));

export const asRows = ({ schema, rows }: Table): Row[] =>
  rows.map((row) => asRow(Object.fromEntries(schema.columns.map(({ name }) => [name, row[name]]))));

/** One ledger snapshot, and an activity snapshot for each state. */
function snapshotsOf({ accounts, volumes }: Municipality): Snapshot[] {
  const ledger = accounts.map(({ amountOre, kind: _, ...rest }) => {
    const codes = ACCOUNT_FIELDS.map((field) => [field, rest[field]]);
    const { year, month = 0, rows } = rest;
    return asRow({ ...Object.fromEntries(codes), year, month, rows, amount_ore: amountOre });
  });
  const states = [...Map.groupBy(volumes, ({ state }) => state)].sort(([a], [b]) => byKey(a, b));
  const source = (snapshot: string, register: string, kind: string, rows: readonly Row[]): Row =>
    asRow({
      ...{ snapshot, file: `data/${snapshot}.csv`, sha256: '', register, kind },
      ...{ read: total(rows, 'rows') + 2n, refused: 2n },
      ...(register === 'ledger' ? { sumOre: total(rows, 'amount_ore') } : { sumParts: total(rows, 'parts') }),
    });
  const activity = states.map(([state, of]) => {
    const rows = of.map(({ state: _, ...rest }) => asRow(rest));
    return { source: source(`a-${state}`, 'activity', state, rows), rows };
  });
  return [...activity, { source: source('ledger', 'ledger', 'actual', ledger), rows: ledger }];
}

/** The run of a municipality; undefined when costing refuses it. */
export function runInMemory(municipality: Municipality): Run | undefined {
  const { model, volumes } = municipality;
  const costing = cost(municipality);
  if (!costing.costs) return undefined;
  const pricing = price({ model, costs: costing.costs });
  const findings = [...costing.findings, ...pricing.findings];
  const snapshots = snapshotsOf(municipality);
  const identity: RunIdentity = {
    snapshots: snapshots.map(({ source }) => `${source['snapshot']}`),
    model,
    rulesVersion: 1,
    period: { year: model.years.cost, month: 0 },
  };
  const thisYear = volumes.filter(({ year }) => year === model.years.cost);
  const made = resultTables({
    model,
    costs: costing.costs,
    prices: pricing.prices,
    volumes: volumesByUnit(model, thisYear),
    findings,
  });
  const ordered = made.map((table) => ({ schema: table.schema, rows: inKeyOrder(table) }));
  const text = certify({ identity, sources: [], tables: ordered, hashTable });
  const certificate = JSON.parse(text) as Certificate;
  const tables: Record<string, Row[]> = { sources: snapshots.map(({ source }) => source) };
  for (const table of ordered) tables[table.schema.name] = asRows(table);
  return { folder: runId(identity), certificate, tables, snapshots };
}
