// Parts of a workbook with letters changed, taken away or put in, and whole archives around them: whatever comes of it,
// every row is a posting or refused with a finding, and nothing crashes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { partsOf, row, zipOf } from '../../../../test/support/hand-made-workbook.ts';
import { LEDGER, MODEL } from '../../../../test/support/table-workspace.ts';
import { Db } from '../../../store/db.ts';
import { readLedgerTable } from '../read-ledger-table.ts';

let db: Db;
let dir = '';
let files = 0;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-mutated-'));
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const shared = (at: number) => ({ xml: `<v>${at}</v>`, attributes: 't="s"' });
const PARTS = partsOf({
  rows:
    row(1, [shared(0), shared(1), shared(2)]) +
    row(2, [shared(3), { xml: '<v>45747</v>', attributes: 's="1"' }, 12.5]) +
    row(3, [shared(3), '2025-04', { xml: '<f>C2*2</f><v>25</v>' }], 'hidden="1"'),
  after: '<mergeCells><mergeCell ref="F1:G2"/></mergeCells>',
  texts: ['Kontostreng', 'Periode', 'Beløp', '47102540101'],
  formats: [0, 'dd.mm.yyyy'],
});

/** A piece of a text replaced by another. */
const change = fc.record({
  part: fc.nat({ max: PARTS.length - 1 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 6 }),
  put: fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      '"',
      '<',
      '>',
      '/>',
      '&',
      '0',
      '-',
      '9',
      '99999999',
      'E9',
      ' ',
      '_x0000_',
      '<f/>',
      '\u001f',
      '',
    ),
  ),
});

it('read whole, or refused', async () => {
  let sound = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
      const parts = PARTS.map((part, i) => {
        const content = changes
          .filter((one) => one.part === i)
          .reduce((text, { at, length, put }) => {
            const start = Math.floor(at * text.length);
            return text.slice(0, start) + put + text.slice(start + length);
          }, String(part.content));
        return { ...part, content };
      });
      const outcome = await readBytes(zipOf(parts));
      if (outcome.read > outcome.refused) sound += 1;
      else expect(outcome.findings.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: 250 },
  );
  expect(sound).toBeGreaterThan(3);
}, 60_000);

/** Reads the bytes as a ledger, and holds what every reader promises. */
async function readBytes(bytes: Buffer) {
  const file = `${files++}.xlsx`;
  writeFileSync(join(dir, file), bytes);
  const session = await db.session();
  try {
    const context = { db: session, workspaceDir: dir, stage: 'stage', model: MODEL };
    const outcome = await readLedgerTable(file, LEDGER, context);
    const [postings] = outcome.tables;
    const rows = postings ? await session.rows<{ amount_ore: bigint }>(postings.sql) : [];
    expect(rows.length + outcome.refused).toBe(outcome.read);
    expect(rows.reduce((sum, { amount_ore: ore }) => sum + ore, 0n)).toBe(outcome.sumOre);
    if (outcome.refused > 0) expect(outcome.findings.length).toBeGreaterThan(0);
    return outcome;
  } finally {
    session.close();
    rmSync(join(dir, file));
  }
}
