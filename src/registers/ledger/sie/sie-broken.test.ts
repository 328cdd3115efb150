// Broken SIE files: cut off anywhere, with any byte changed, or made of any labels at all. The reader never fails, every
// line that should be a posting is one or is refused, and a refused line has a finding.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSieText, type SieResult, sieText, voucher } from '../../../../test/import/sie-text.ts';
import { Db } from '../../../store/db.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-sie-'));
let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

/** What holds of every reading. */
function expectSound(outcome: SieResult): void {
  expect(outcome.postings.length + outcome.refused).toBe(outcome.read);
  expect(outcome.postings.reduce((sum, { amount }) => sum + amount, 0n)).toBe(outcome.sumOre);
  const errors = outcome.findings.filter(({ severity }) => severity === 'error');
  if (outcome.refused > 0 || outcome.read === 0) expect(errors.length).toBeGreaterThan(0);
  for (const { message, where } of outcome.findings) {
    expect(message).not.toBe('');
    expect(where.file).toBe('a.se');
  }
}

/** A reading without what is only noted. */
const tellTales = ({ findings }: SieResult): string[] =>
  findings.filter(({ severity }) => severity !== 'note').map(({ rule, message }) => `${rule} ${message}`);

const WHOLE = sieText([
  '#KONTO 1930 Bank',
  '#KONTO 5010 Loner',
  '#UB 0 1930 -300.00',
  '#RES 0 5010 300.00',
  ...voucher('5010 {1 "10"} 100.00', '1930 {} -100.00'),
  ...voucher('5010 {1 "20"} 200.00', '1930 {} -200.00'),
]);

describe('a file with balances', () => {
  it('is cut off anywhere: refused, told, or the same to the last byte that matters', async () => {
    const whole = await readSieText(db, dir, WHOLE);
    expect(tellTales(whole)).toEqual([]);
    const silent: number[] = [];
    for (let length = 0; length < WHOLE.length; length++) {
      const outcome = await readSieText(db, dir, WHOLE.slice(0, length));
      expectSound(outcome);
      const isSame =
        JSON.stringify(outcome.postings, withoutBigints) === JSON.stringify(whole.postings, withoutBigints);
      if (tellTales(outcome).length === 0 && !isSame) silent.push(length);
    }
    expect(silent).toEqual([]);
  });
});

const withoutBigints = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

const real = fileURLToPath(new URL('../../../../../shared/data/sie/', import.meta.url));
const isThere = existsSync(real);

describe.skipIf(!isThere)(`files of ../shared/data/sie${isThere ? '' : ', which is not there'}`, () => {
  const FILES = [
    ['BL0001_typ4.SE', 2010],
    ['MAMUT_SIE4_EXPORT.SE', 2010],
    ['XE_SIE_4_20151125095119.SE', 2015],
    ['BL0001_typ1.SE', 2010],
    ['BL0001_typ4I.SI', 2011],
  ] as const;

  it.each(FILES)('%s cut off anywhere is read or refused', async (name, year) => {
    const bytes = readFileSync(join(real, name));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (length) => {
        expectSound(await readSieText(db, dir, bytes.subarray(0, length), { year }));
      }),
      { numRuns: 25 },
    );
  });

  it.each(FILES)('%s with bytes changed is read or refused', async (name, year) => {
    const bytes = readFileSync(join(real, name));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const broken = Buffer.from(bytes);
        for (const [at, byte] of changes) broken[at] = byte;
        expectSound(await readSieText(db, dir, broken, { year }));
      }),
      { numRuns: 25 },
    );
  });
});

describe('any lines', () => {
  const field = fc.oneof(
    fc.constantFrom(
      '0',
      '-1',
      '202501',
      '5010',
      '1930',
      '{}',
      '{1 "10"}',
      '{',
      '}',
      '100.00',
      '-5',
      '20250331',
      '""',
    ),
    fc.string({ maxLength: 8 }),
  );
  const label = fc.constantFrom(
    ...'#VER #TRANS #BTRANS #RTRANS #RES #PSALDO #PBUDGET #UB #IB #RAR #SIETYP #KONTO #KTYP #UNDERDIM #KSUMMA #X'.split(
      ' ',
    ),
  );
  const line = fc.oneof(
    fc.constantFrom('{', '}', '#VER A 1 20250331', '#TRANS 5010 {} 1', '#PSALDO 0 202501 5010 {} 1'),
    fc.tuple(label, fc.array(field, { maxLength: 5 })).map(([name, fields]) => [name, ...fields].join(' ')),
  );

  it.each(['1', '2', '3', '4'])('of type %s are read or refused', async (type) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.boolean(), async (lines, isBudget) => {
        const source = { kind: isBudget ? ('budget' as const) : ('actual' as const) };
        expectSound(await readSieText(db, dir, sieText(lines, type), { source }));
      }),
      { numRuns: 60 },
    );
  });
});
