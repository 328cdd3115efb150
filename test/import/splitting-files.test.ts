// The register is what the rows say, not how they were delivered: files split at any row, in any order, under any name
// and read with any number of threads give the same totals per account and the same volumes.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivitySource, LedgerSource } from '../../src/model/model.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { accountTotals, volumes } from '../../src/registers/read-totals.ts';
import { Db } from '../../src/store/db.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { sampleModel, sampleService } from './sample-model.ts';

const AT = { file: 'innsats.yaml', line: 4, column: 7 };
const LEDGER: LedgerSource = {
  read: 'table',
  kind: 'actual',
  files: ['data/ledger*.csv'],
  columns: { function: 'funksjon', article: 'art', period: 'periode', amount: 'beløp' },
  amount: { unit: 'kroner', decimal: ',', income: 'negative' },
  delimiter: ';',
  at: AT,
};
const ACTIVITY: ActivitySource = {
  read: 'table',
  kind: 'records',
  state: 'delivered',
  files: ['data/activity*.csv'],
  columns: { person: 'pnr', service: 'tjeneste', month: 'måned', quantity: 'minutter' },
  services: new Map(),
  units: new Map(),
  levels: new Map(),
  quantityIn: 'minutes',
  decimal: ',',
  delimiter: ';',
  at: AT,
};
const MODEL = sampleModel({
  ledger: [LEDGER],
  activity: [ACTIVITY],
  services: [sampleService('home-nursing', 'hour'), sampleService('practical-assistance', 'hour')],
});
const KEY = { secret: new Uint8Array(32).fill(7), file: 'test.key' };

/** A delivery: the texts of the files by name. */
type Delivery = readonly { readonly name: string; readonly text: string }[];

const kroner = (ore: number): string =>
  `${ore < 0 ? '-' : ''}${Math.trunc(Math.abs(ore) / 100)},${String(Math.abs(ore) % 100).padStart(2, '0')}`;
const posting = fc
  .record({
    code: fc.constantFrom('234', '253', '254'),
    article: fc.constantFrom('010', '230', '710'),
    month: fc.integer({ min: 1, max: 12 }),
    ore: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  })
  .map(
    ({ code, article, month, ore }) =>
      `${code};${article};2019${String(month).padStart(2, '0')};${kroner(ore)}`,
  );
const record = fc
  .record({
    person: fc.integer({ min: 1, max: 5 }),
    service: fc.constantFrom('home-nursing', 'practical-assistance'),
    month: fc.integer({ min: 1, max: 12 }),
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(
    ({ person, service, month, minutes }) =>
      `P${person};${service};2019-${String(month).padStart(2, '0')};${minutes}`,
  );

const HEADERS = { ledger: 'funksjon;art;periode;beløp', activity: 'pnr;tjeneste;måned;minutter' };

/** Deals rows out to files by a list of file numbers, so that rows are split and reordered alike. */
function deal(kind: 'ledger' | 'activity', rows: readonly string[], files: readonly number[]): Delivery {
  const groups = Map.groupBy(rows, (_, i) => files[i % files.length] ?? 0);
  return [...groups].map(([number, lines]) => ({
    name: `${kind}-${number}.csv`,
    text: [HEADERS[kind], ...lines, ''].join('\n'),
  }));
}

async function totalsOf(delivery: Delivery, threads: number) {
  const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-split-')));
  const db = await Db.open({ threads });
  try {
    mkdirSync(join(workspace.dir, 'data'));
    for (const { name, text } of delivery) writeFileSync(join(workspace.dir, 'data', name), text);
    const { register, refused, findings } = await importSources({ workspace, model: MODEL, db, key: KEY });
    expect({ refused, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
      refused: false,
      errors: [],
    });
    return {
      accounts: await accountTotals(db, register, { kind: 'actual', year: 2019 }),
      volumes: await volumes(db, register, { year: 2019 }),
    };
  } finally {
    db.close();
    rmSync(workspace.dir, { recursive: true });
  }
}

describe('however the rows are delivered', () => {
  it('totals and volumes are the same, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(posting, { minLength: 2, maxLength: 30 }),
        fc.uniqueArray(record, { minLength: 2, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
        fc.constantFrom(1, 2, 4),
        async (postings, records, files, threads) => {
          const whole = await totalsOf(
            [...deal('ledger', postings, [0]), ...deal('activity', records, [0])],
            1,
          );
          const parts = await totalsOf(
            [
              ...deal('ledger', postings.toReversed(), files),
              ...deal('activity', records.toReversed(), files),
            ],
            threads,
          );
          expect(parts).toEqual(whole);
          const rows = (counted: readonly { readonly rows: number }[]): number =>
            counted.reduce((sum, row) => sum + row.rows, 0);
          expect([rows(whole.accounts), rows(whole.volumes)]).toEqual([postings.length, records.length]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
