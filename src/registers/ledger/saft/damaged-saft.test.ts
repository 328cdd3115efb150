// A SAF-T file that is cut off anywhere is refused; one with a changed byte is refused, or its amounts are what they
// were. On the tax administration's example where it is at hand, and on a file that we wrote.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE, saftText, zipOf } from '../../../../test/import/saft-text.ts';
import { sampleModel } from '../../../../test/import/sample-model.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { Db } from '../../../store/db.ts';
import type { ReadOutcome } from '../../reader.ts';
import { readSaft } from './read-saft.ts';

const REAL = fileURLToPath(
  new URL('../../../../../shared/data/saft/saft_888888888_20180228235959.xml', import.meta.url),
);
const SOURCE: LedgerSource = {
  read: 'saft',
  kind: 'actual',
  files: ['a.xml'],
  columns: {},
  dimensions: { responsibility: 'A' },
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 4, column: 7 },
};

const dir = mkdtempSync(join(tmpdir(), 'innsats-saft-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

/** Reads damaged bytes; `moved` is Σ |amount| of the postings, in øre. */
async function read(bytes: Uint8Array, year: number): Promise<ReadOutcome & { readonly moved: bigint }> {
  writeFileSync(join(dir, 'a.xml'), bytes);
  const session = await db.session();
  try {
    const model = sampleModel({ ledger: [SOURCE] }, year);
    const context = { db: session, workspaceDir: dir, stage: 's', model };
    const outcome = await readSaft('a.xml', SOURCE, context);
    const [postings] = outcome.tables;
    const [row] = postings
      ? await session.rows<{ moved: bigint | null }>(
          'select sum(abs(amount_ore))::hugeint as moved from query($1)',
          [postings.sql],
        )
      : [];
    return { ...outcome, moved: row?.moved ?? 0n };
  } finally {
    session.close();
  }
}

const isRefused = ({ findings }: ReadOutcome): boolean =>
  findings.some(({ severity }) => severity === 'error');

const written = Buffer.from(saftText(SAMPLE));
const zipped = zipOf({ 'ledger.xml': written });
const FILES: readonly (readonly [string, Buffer, number, number])[] = [
  ['a written file', written, 2025, 250],
  ['a zipped file', zipped, 2025, 100],
  ...(existsSync(REAL) ? [['the real example', readFileSync(REAL), 2017, 60] as const] : []),
];

describe.each(FILES)('%s', (_, whole, year, runs) => {
  /** Beyond this only blanks are left. */
  const end = whole === zipped ? whole.length : whole.lastIndexOf('>') + 1;

  it('cut off anywhere, is refused by name and gives nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: end - 1 }), async (length) => {
        const outcome = await read(whole.subarray(0, length), year);
        expect(isRefused(outcome)).toBe(true);
        expect(outcome.findings[0]?.rule).toMatch(/^saft\/(empty|zip|not-well-formed|namespace|encoding)$/);
        expect(outcome.tables).toEqual([]);
      }),
      { numRuns: runs, examples: [[0], [1], [4], [end - 1]] },
    );
  });

  it('with any byte changed, is refused or holds the amounts that it held', async () => {
    const { moved } = await read(whole, year);
    expect(moved).toBeGreaterThan(0n);
    const change = fc.tuple(fc.integer({ min: 0, max: end - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, bits]) => {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ bits;
        const outcome = await read(changed, year);
        if (!isRefused(outcome)) expect([outcome.moved, outcome.sumOre]).toEqual([moved, 0n]);
      }),
      { numRuns: runs },
    );
  });
});
