// People and assessments from files to the register in force: one person a pseudonym, whatever file names them, and no
// identity number on disk.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModel } from '../../src/model/read-model.ts';
import { fraction } from '../../src/money/fraction.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { assessments, people } from '../../src/registers/inhabitants/people.ts';
import { Db } from '../../src/store/db.ts';
import { openWorkspace } from '../../src/store/workspace.ts';

const MODEL = `\
municipality: { id: "9901", name: Fjordvik, country: NO }
years: { cost: 2025, price: 2026 }
sources:
  ledger:
    - { read: table, files: data/ledger.csv, year: 2025, columns: { article: art, amount: belop }, amount: { in: ore, decimal: ",", income: negative } }
  people:
    - { read: table, files: data/people-*.csv, columns: { person: fnr, birth-date: fodt, sex: kjonn, district: krets } }
  assessments:
    - { read: table, files: data/needs.csv, columns: { person: fnr, from: fra, to: til, score: poeng }, weights: { "1": 1, "4": 1.6 } }
services: { home: { measure: hour } }
costing: { method: direct, pools: [ { rest: { park: not yet placed } } ] }
`;
/** Synthetic: months of 80 and more are given to nobody. */
const [ANNE, BERIT] = ['01814112345', '02855098765'];

let dir = '';
let db: Db;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-people-'));
  mkdirSync(join(dir, 'data'));
  const files = {
    'innsats.yaml': MODEL,
    'data/ledger.csv': 'art;belop\n010;100\n',
    'data/people-1.csv': `fnr;fodt;kjonn;krets\n${ANNE};01.01.1941;K;Sentrum\n${BERIT};1950;K;\n`,
    'data/people-2.csv': `fnr;fodt;kjonn;krets\n${BERIT.slice(0, 6)} ${BERIT.slice(6)};;;Nord\n`,
    'data/needs.csv': `fnr;fra;til;poeng\n${ANNE};2025-01-01;2025-06-30;1\n${ANNE};2025-07-01;;4\n`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
  db = await Db.open({ threads: 2 });
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true, force: true });
});

async function imported() {
  const workspace = openWorkspace(dir);
  const { model, findings } = await readModel(workspace.modelFile);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const key = { secret: new Uint8Array(32).fill(5), file: '' };
  return importSources({ workspace, model: model!, db, key });
}

describe('people', () => {
  it('are one each, with what all files know of them, and their needs over time', async () => {
    const { register, refused } = await imported();
    expect(refused).toBe(false);
    const { people: found, findings } = await people(db, register);
    expect(findings).toEqual([]);
    const known = found.map(({ birthYear, sex, district }) => `${birthYear} ${sex} ${district}`);
    expect(known.sort()).toEqual(['1941 female Sentrum', '1950 female Nord']);
    const anne = found.find(({ birthYear }) => birthYear === 1941)!.person;
    expect(await assessments(db, register)).toEqual([
      { person: anne, from: '2025-01-01', to: '2025-06-30', instrument: '', weight: fraction(1n) },
      { person: anne, from: '2025-07-01', to: '', instrument: '', weight: fraction(8n, 5n) },
    ]);
  });

  it('leave no identity number on disk', async () => {
    await imported();
    const files = readdirSync(join(dir, 'registers'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1');
      for (const number of [ANNE, BERIT]) expect(bytes.includes(number)).toBe(false);
    }
  });

  it('of whom files tell different things are told, and the first file counts', async () => {
    writeFileSync(join(dir, 'data/people-2.csv'), `fnr;fodt;kjonn;krets\n${BERIT};1951;M;Nord\n`);
    const { register } = await imported();
    const { people: found, findings } = await people(db, register);
    expect(findings.map(({ rule, count }) => [rule, count])).toEqual([['people/files-differ', 1]]);
    expect(found.map(({ birthYear }) => birthYear).sort()).toEqual([1941, 1950]);
  });

  it('with two birth years in one file are refused, and the register in force stays', async () => {
    const before = await imported();
    writeFileSync(join(dir, 'data/people-2.csv'), `fnr;fodt\n${BERIT};1951\n${BERIT};1950\n`);
    writeFileSync(
      join(dir, 'innsats.yaml'),
      MODEL.replace('birth-date: fodt, sex: kjonn, district: krets', 'birth-date: fodt'),
    );
    const after = await imported();
    expect(after.refused).toBe(true);
    expect(after.findings.map(({ rule }) => rule)).toContain('people/birth-years');
    expect(after.register.snapshots.map(({ hash }) => hash)).toEqual(
      before.register.snapshots.map(({ hash }) => hash),
    );
  });

  it('whose snapshot is damaged are not read', async () => {
    const { register } = await imported();
    const snapshot = register.snapshots.find(({ kind }) => kind === 'people')!;
    writeFileSync(join(dir, 'registers', snapshot.hash, 'persons.parquet'), 'nothing');
    await expect(people(db, register)).rejects.toThrow('does not hold what was imported');
  });
});
