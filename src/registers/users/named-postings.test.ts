// Invoices that name a person: the same money as before, marked; whoever is named, nobody is told of.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleModel } from '../../../test/import/sample-model.ts';
import { norwegian } from '../../../test/support/identity-numbers.ts';
import { LEDGER, readLedger } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';
import { Db } from '../../store/db.ts';
import { workspaceAt } from '../../store/workspace.ts';
import { importSources } from '../import-sources.ts';
import { accountTotals, monthlyTotals } from '../read-totals.ts';
import type { Register } from '../register.ts';
import { namedPostings } from './named-postings.ts';

const COLUMNS = { ...LEDGER.columns, person: 'Mottaker' };
const HEADER = 'Kontostreng;Periode;Beløp;Mottaker';
const KARI = norwegian('010150100')!;
const OLA = norwegian('020260201')!;
/** The same person as a care system writes the number. */
const SPACED = `${KARI.slice(0, 6)} ${KARI.slice(6)}`;
const PLACE = '48102533700';
const TRANSPORT = '48102531700';

const lines = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`;

const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'innsats-direct-')));
const key = { secret: new Uint8Array(32).fill(9), file: '' };
const source = (files: readonly string[], columns = COLUMNS, more = {}) => ({
  ...LEDGER,
  files,
  columns,
  ...more,
});
const MODEL = sampleModel(
  {
    ledger: [
      source(['data/invoices-*.csv']),
      source(['data/rest.csv'], LEDGER.columns as typeof COLUMNS),
      source(['data/budget.csv'], COLUMNS, { kind: 'budget' }),
    ],
  },
  2025,
);

let db: Db;
let register: Register;
beforeAll(async () => {
  db = await Db.open({ threads: 2 });
  mkdirSync(join(workspace.dir, 'data'));
  const put = (name: string, text: string): void => writeFileSync(join(workspace.dir, 'data', name), text);
  put(
    'invoices-1.csv',
    lines(`${PLACE};2025-01;1000,50;${KARI}`, `${PLACE};2025-02;2000;${SPACED}`, `${PLACE};2025-02;700;`),
  );
  put(
    'invoices-2.csv',
    lines(
      `${PLACE};2025-03;-500;${KARI}`,
      `${TRANSPORT};2025-03;12;${KARI}`,
      `${PLACE};2025-03;40;${OLA}`,
      `${PLACE};2024-12;77;${OLA}`,
    ),
  );
  put('rest.csv', `Kontostreng;Periode;Beløp\n${PLACE};2025-01;9\n`);
  put('budget.csv', lines(`${PLACE};2025-01;5000;${OLA}`));
  const outcome = await importSources({ workspace, model: MODEL, db, key });
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  register = outcome.register;
});
afterAll(() => {
  db.close();
  rmSync(workspace.dir, { recursive: true });
});

describe('postings that name persons', () => {
  it('are the actual ones, by person, account and month, over all files', async () => {
    const postings = await namedPostings(db, register, { year: 2025 });
    const persons = [...new Set(postings.map(({ person }) => person))];
    expect(persons).toHaveLength(2);
    for (const person of persons) expect(person).toMatch(/^p[0-9a-f]{32}$/);
    const told = postings.map(({ person, article, month, rows, amountOre }) => [
      persons.indexOf(person),
      article,
      month,
      rows,
      amountOre,
    ]);
    const kari = told.find(([, article]) => article === '170')![0];
    expect(told.toSorted()).toEqual(
      [
        [kari, '170', 3, 1, 1_200n],
        [kari, '370', 1, 1, 100_050n],
        [kari, '370', 2, 1, 200_000n],
        [kari, '370', 3, 1, -50_000n],
        [1 - Number(kari), '370', 3, 1, 4_000n],
      ].toSorted(),
    );
    expect(postings.map(({ person }) => person)).toEqual(postings.map(({ person }) => person).toSorted());
  });

  it('are of one year', async () => {
    const postings = await namedPostings(db, register, { year: 2024 });
    expect(postings.map(({ rows, amountOre }) => [rows, amountOre])).toEqual([[1, 7_700n]]);
    expect(await namedPostings(db, register, { year: 2023 })).toEqual([]);
  });

  it('are part of the totals, which are what they are without the column', async () => {
    const totals = await accountTotals(db, register, { kind: 'actual', year: 2025 });
    expect(totals.map(({ article, rows, amountOre }) => [article, rows, amountOre])).toEqual([
      ['170', 1, 1_200n],
      ['370', 6, 324_950n],
    ]);
    const monthly = await monthlyTotals(db, register, { kind: 'actual', year: 2025 });
    expect(monthly.map(({ article, month, rows, amountOre }) => [article, month, rows, amountOre])).toEqual([
      ['170', 3, 1, 1_200n],
      ['370', 1, 2, 100_950n],
      ['370', 2, 2, 270_000n],
      ['370', 3, 2, -46_000n],
    ]);
  });

  it('tell nobody: no number stands in any file of the registers, in any spelling', () => {
    const files = readdirSync(workspace.registersDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    const held = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'));
    expect(held.length).toBeGreaterThan(10);
    for (const number of [KARI, OLA, SPACED, KARI.slice(6), OLA.slice(6)])
      expect(held.filter((text) => text.includes(number))).toEqual([]);
  });

  it('are told as damaged when a file of theirs was changed behind our back', async () => {
    const snapshot = register.snapshots.find(({ file }) => file === 'data/invoices-2.csv')!;
    const file = join(workspace.registersDir, snapshot.hash, 'persons.parquet');
    const other = register.snapshots.find(({ file: name }) => name === 'data/budget.csv')!;
    const whole = readFileSync(file);
    writeFileSync(file, readFileSync(join(workspace.registersDir, other.hash, 'persons.parquet')));
    await expect(namedPostings(db, register, { year: 2025 })).rejects.toThrow('data/invoices-2.csv');
    writeFileSync(file, whole);
  });
});

describe('a ledger with a column of persons', () => {
  const read = (rows: readonly string[], options = {}) =>
    readLedger(lines(...rows), { columns: COLUMNS }, options);

  it('gives a person to the postings that name one', async () => {
    const { rows, findings } = await read([
      `${PLACE};2025-01;1;${KARI}`,
      `${PLACE};2025-01;2;`,
      `${PLACE};2025-01;3;${SPACED}`,
    ]);
    expect(findings).toEqual([]);
    expect(rows['postings']?.map((row) => row['person'])).toEqual([0, null, 0]);
    expect(rows['persons']).toHaveLength(1);
  });

  it('refuses to read without a key', async () => {
    const { findings } = await read([`${PLACE};2025-01;1;${KARI}`], { withoutKey: true });
    expect(findings.map(describeFinding)).toEqual([
      expect.stringContaining('there is no key to make pseudonyms with'),
    ]);
    expect(findings[0]?.rule).toBe('ledger/no-key');
  });

  it('keeps and tells a number that does not agree with itself, never which', async () => {
    const wrong = `${KARI.slice(0, 10)}${(Number(KARI[10]) + 1) % 10}`;
    const { findings, refused, rows } = await read([`${PLACE};2025-01;1;${wrong}`, `${PLACE};2025-01;2;`]);
    expect(refused).toBe(0);
    expect(findings).toMatchObject([
      { rule: 'ledger/identity-number', where: { row: 2, column: 'Mottaker' }, count: 1 },
    ]);
    expect(JSON.stringify(findings)).not.toContain(wrong.slice(6));
    expect(rows['persons']?.[0]?.['pseudonym']).toMatch(/^u/);
  });

  it('refuses a number that a spreadsheet has shortened', async () => {
    const { findings, refused } = await read([`${PLACE};2025-01;1;1,01502E+10`, `${PLACE};2025-01;2;`]);
    expect(refused).toBe(1);
    expect(findings).toMatchObject([
      { rule: 'ledger/identity-shortened', severity: 'error', where: { row: 2 } },
    ]);
  });

  it('notes a column that names nobody', async () => {
    const { findings, rows } = await read([`${PLACE};2025-01;1;`]);
    expect(findings).toMatchObject([{ rule: 'ledger/names-nobody', severity: 'note' }]);
    expect(rows['persons']).toEqual([]);
  });

  it('shows no number that stands in another column', async () => {
    const { findings } = await read([`${PLACE};${KARI};1;`]);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain(KARI);
  });
});
