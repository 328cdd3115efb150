import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIVITY, LEDGER, MODEL } from '../../../test/support/table-workspace.ts';
import { Db } from '../../store/db.ts';
import { pseudonymiser } from '../people/pseudonym.ts';
import type { ReadOutcome } from '../reader.ts';
import { readActivityTable } from './read-activity-table.ts';
import { readLedgerTable } from './read-ledger-table.ts';

let dir = '';
let db: Db;
let files = 0;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-properties-'));
  // Small files are read soonest without threads; they are the matter of the large one.
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const pseudonymise = pseudonymiser({ secret: new Uint8Array(32).fill(7), file: '' });

type Totals = { readonly read: number; readonly refused: number; readonly sums: ReadonlyMap<string, bigint> };

/** Reads lines under a header, and gives what is summed of it by account or object, period and person. */
const totals = (header: string, lines: readonly string[], end = '\n'): Promise<Totals> =>
  totalsOf(`${[header, ...lines].join(end)}${end}`, header.startsWith('Kontostreng'));

async function totalsOf(bytes: string | Uint8Array, isLedger: boolean): Promise<Totals> {
  const file = `${files++}.csv`;
  writeFileSync(join(dir, file), bytes);
  const session = await db.session();
  try {
    const context = { db: session, workspaceDir: dir, stage: `t${files}`, model: MODEL, pseudonymise };
    const outcome = await (isLedger
      ? readLedgerTable(file, LEDGER, context)
      : readActivityTable(file, ACTIVITY, context));
    await agrees(session, outcome);
    return { read: outcome.read, refused: outcome.refused, sums: await sumsOf(session, outcome) };
  } finally {
    session.close();
    rmSync(join(dir, file));
  }
}

/** read = canonical rows + refused; rows are distinct; no refusal without a finding. */
async function agrees(session: Db, { tables, read, refused, findings }: ReadOutcome): Promise<void> {
  const rows = tables[0];
  const [count] = rows
    ? await session.rows<{ n: bigint; distinct: bigint }>(
        `select count(*) as n, count(distinct "row") as distinct from (${rows.sql})`,
      )
    : [{ n: 0n, distinct: 0n }];
  expect(Number(count!.n) + refused).toBe(read);
  expect(count!.distinct).toBe(count!.n);
  if (refused > 0) expect(findings.length).toBeGreaterThan(0);
}

async function sumsOf(session: Db, { tables, register }: ReadOutcome): Promise<Map<string, bigint>> {
  const sums = new Map<string, bigint>();
  if (tables.length === 0) return sums;
  const [rows, names, persons] = tables.map(({ sql }) => `(${sql})`);
  const sql =
    register === 'ledger'
      ? `select concat_ws('|', a.responsibility, a.function, a.article, a.own, year, month) as key,
          sum(amount_ore)::hugeint as total from ${rows} r join ${names} a on a.account = r.account group by all`
      : `select concat_ws('|', o.service, o.unit, o.level, year, month, coalesce(p.pseudonym, '-')) as key,
          sum(parts)::hugeint as total from ${rows} r join ${names} o on o.object = r.object
          left join ${persons} p on p.person = r.person group by all`;
  for (const { key, total } of await session.rows<{ key: string; total: bigint }>(sql)) sums.set(key, total);
  return sums;
}

function added(parts: readonly Totals[]): Totals {
  const sums = new Map<string, bigint>();
  for (const part of parts) for (const [key, sum] of part.sums) sums.set(key, (sums.get(key) ?? 0n) + sum);
  const count = (of: 'read' | 'refused'): number => parts.reduce((sum, part) => sum + part[of], 0);
  return { read: count('read'), refused: count('refused'), sums };
}

const LEDGER_HEADER = 'Kontostreng;Periode;Beløp';
const posting = fc
  .tuple(
    fc.constantFrom('47102540101', '47112540101', '00012547100', '4710254010', ''),
    fc.constantFrom('2025-01', '202512', '2025-13', '2024-06', '31.03.2025', ''),
    fc.constantFrom('1', '-1', '1 234,50', '(3,25)', '0,005', '12,5,0', '', '"7,00"', '999999999999,99'),
  )
  .map((cells) => cells.join(';'));

const ACTIVITY_HEADER = 'pnr;tjeneste;enhet;dato;minutter;behov';
const record = fc
  .tuple(
    fc.constantFrom('01818512321', '018185 12321', '02018554321', ''),
    fc.constantFrom('Hjemmesykepleie', 'home-nursing', 'Sykehjem', 'Hjemesykepleie', '"a;b"'),
    fc.constantFrom('sjosiden', 'Sjøsiden', 'solvang', 'nowhere'),
    fc.constantFrom('2025-01-31', '31.12.2025', '2024-12-31', '2025-02-30', 'x'),
    fc.constantFrom('5', '7,5', '0', '-3', '0,00001', 'x', '1 000', '12345'),
    fc.constantFrom('', 'demens', 'ordinary'),
  )
  .map((cells) => cells.join(';'));

describe.each([
  ['ledger', LEDGER_HEADER, posting],
  ['activity', ACTIVITY_HEADER, record],
] as const)('a table of %s', (_, header, row) => {
  const lines = fc.array(row, { minLength: 1, maxLength: 30 });

  it('is the same in whatever order, split at any row, and with either line break', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), fc.nat(), async (all, cut, turn) => {
        const whole = await totals(header, all);
        const at = cut % (all.length + 1);
        const halves = [all.slice(0, at), all.slice(at)].filter((part) => part.length > 0);
        expect(added(await Promise.all(halves.map((part) => totals(header, part))))).toEqual(whole);
        const by = turn % all.length;
        const turned = [...all.slice(by), ...all.slice(0, by)].reverse();
        expect(await totals(header, turned, '\r\n')).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same read by the engine and record by record', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), async (all, cut) => {
        const at = cut % all.length;
        const withBlank = [...all.slice(0, at), '', ...all.slice(at)];
        expect(await totals(header, withBlank)).toEqual(await totals(header, all));
      }),
      { numRuns: 12 },
    );
  });

  it('counts ragged rows as refused', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom('x', 'a;b;c;d;e;f;g;h', '"'), async (all, ragged) => {
        const { read, refused } = await totals(header, [...all, ragged]);
        const without = await totals(header, all);
        expect([read, refused]).toEqual([without.read + 1, without.refused + 1]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a damaged file', () => {
  const sound = [
    Buffer.from(
      `${LEDGER_HEADER}\n47102540101;2025-01;1 234,50\n47112540101;202512;"-3"\n47102540101;2025-02;7\n`,
    ),
    Buffer.from(
      `${ACTIVITY_HEADER}\n01818512321;Hjemmesykepleie;Sjøsiden;2025-01-31;45;\n02818512360;"Hjemmesykepleie";solvang;31.12.2025;7,5;\n`,
    ),
  ];
  const byte = fc.oneof(
    fc.constantFrom(...'";,\n\r\t |\0'.split('').map((c) => c.charCodeAt(0))),
    fc.integer({ min: 0, max: 255 }),
  );
  const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 3 }), put: fc.array(byte, { maxLength: 3 }) });
  it('gives rows and findings that account for it, and never an error of the engine', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 1 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (which, edits) => {
          let bytes = sound[which]!;
          for (const { at, drop, put } of edits) {
            const start = at % (bytes.length + 1);
            bytes = Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + drop)]);
          }
          const { read, refused } = await totalsOf(bytes, which === 0);
          expect(refused).toBeLessThanOrEqual(read);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a large file', () => {
  /** 17 MB: several of the pieces that the engine's threads read side by side; some cells hold line breaks. */
  const ROWS = 75_000;
  const TEXT = 'en tekst av vanlig lengde, '.repeat(8);
  it('has the same rows on 1, 2 and 4 threads, each with its row number', async () => {
    const lines = ['Kontostreng;Periode;Beløp;Tekst'];
    for (let i = 0; i < ROWS; i++) {
      const text = i % 1000 === 7 ? '"over\n\nto ""lines"""' : TEXT;
      lines.push(
        `4710254${String(i % 700).padStart(3, '0')}1;2025-${String(1 + (i % 12)).padStart(2, '0')};${i},25;${text}`,
      );
    }
    writeFileSync(join(dir, 'large.csv'), `${lines.join('\n')}\n`);
    for (const threads of [1, 2, 4]) {
      const engine = await Db.open({ threads });
      const context = { db: engine, workspaceDir: dir, stage: 'large', model: MODEL };
      const read = await readLedgerTable('large.csv', LEDGER, context);
      expect(read).toMatchObject({
        read: ROWS,
        refused: 0,
        findings: [],
        sumOre: BigInt(ROWS) * BigInt(ROWS - 1) * 50n + 25n * BigInt(ROWS),
      });
      const [wrong] = await engine.rows<{ n: bigint }>(
        `select count(*) as n from (${read.tables[0]!.sql}) where amount_ore <> ("row" - 2) * 100 + 25 or month <> 1 + ("row" - 2) % 12`,
      );
      expect(wrong!.n).toBe(0n);
      engine.close();
    }
  });
});
