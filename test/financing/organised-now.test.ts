// As organised now, a unit that was renamed in the year is followed as if it had always had its name.

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { verifyRun } from '../../verify/verify.ts';
import { FILES, followedWorkspace, followMonth, writeFiles } from '../support/followed-workspace.ts';

let db: Db;
const made: Workspace[] = [];
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => {
  db.close();
  for (const { dir } of made) rmSync(dir, { recursive: true, force: true });
});

const SERVICES = '  home-care: { measure: hour }';
const MODEL = FILES['innsats.yaml']!.replace('method: direct', 'method: direct\n  organisation: now')
  .replace(SERVICES, `${SERVICES}\n  stay: { measure: day }`)
  .replaceAll('driver: volumes', 'driver: equal')
  .replace('basis: delivered', 'basis: delivered, empty-places: { stay: 50 % }')
  .replace(
    'units: data/units.csv',
    `    - { read: table, kind: capacity, files: data/places.csv, year: 2026, columns: { unit: u, places: n, from: fra, to: til } }
units: data/units.csv`,
  );

const UNITS = 'id;name;kind;responsibilities;purchaser;from;to;successor';
const SOUTH_AND_OFFICE = ['south;South;provider;2000-2009;office;;;', 'office;Office;purchaser;3000;;;;'];
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const stays = (year: number): string =>
  lines(
    '',
    ...Array.from({ length: 12 }, (_, i) => `;stay;north;${year}-${String(i + 1).padStart(2, '0')};50`),
  ).slice(1);

/** The year with its files; `rename` says what becomes of the rows of `north` up to June. */
const filesWith = (units: string, places: string, rename: (text: string) => string) => {
  const untilJune = (text: string): string =>
    text.replace(/^.*$/gm, (row) => (/2026-0[1-6]|^north;[1-6];/.test(row) ? rename(row) : row));
  return {
    ...{ 'innsats.yaml': MODEL, 'data/units.csv': units, 'data/places.csv': places },
    'data/delivered-2025.csv': rename(FILES['data/delivered-2025.csv']! + stays(2025)),
    'data/delivered-2026.csv': untilJune(FILES['data/delivered-2026.csv']! + stays(2026)),
    'data/volumes-2026.csv': rename(FILES['data/volumes-2026.csv']!),
    'data/paid-2025.csv': rename(FILES['data/paid-2025.csv']!),
    'data/paid-2026.csv': untilJune(FILES['data/paid-2026.csv']!),
  };
};

const AS_EVER = filesWith(
  lines(UNITS, 'north;North;provider;1000-1009;office;;;', ...SOUTH_AND_OFFICE),
  lines('u;n;fra;til', 'north;4;2025-01-01;'),
  (text) => text,
);
const RENAMED = filesWith(
  lines(
    UNITS,
    'old;Old north;provider;1000-1009;office;;2026-06-30;north',
    'north;North;provider;1000-1009;office;2026-07-01;;',
    ...SOUTH_AND_OFFICE,
  ),
  lines('u;n;fra;til', 'old;4;2025-01-01;2026-06-30', 'north;4;2026-07-01;'),
  (text) => text.replaceAll('north', 'old'),
);

/** The year when prices were adopted, before anybody thought of another name. */
const BEFORE = Object.fromEntries(
  Object.entries(AS_EVER).map(([file, text]) => [file, text.replaceAll('north', 'old')]),
);

type Files = Readonly<Record<string, string>>;

/** December of a year whose prices were adopted on `files`, followed with `since` in their place. */
async function followed(files: Files, since: Files = {}) {
  const workspace = await followedWorkspace(db, files);
  made.push(workspace);
  writeFiles(workspace, since);
  const { result, findings } = await followMonth(workspace, db, 12);
  if (!result) throw new Error(findings.map(({ message }) => message).join('\n'));
  expect((await verifyRun(result.dir, workspace.dir)).failures).toEqual([]);
  return result.year;
}

describe('a unit that was renamed in the year, as organised now', () => {
  it('has its paid hours and its places, and so what it always had', async () => {
    const [asEver, renamed] = [await followed(AS_EVER), await followed(RENAMED)];
    const kinds = new Set(asEver.earned.map(({ kind }) => kind));
    expect(kinds.has('empty-place')).toBe(true);
    expect(asEver.months.flatMap(({ lines }) => lines).some(({ line }) => line === 'usage')).toBe(true);
    expect(renamed.months).toEqual(asEver.months);
    expect(renamed.earned).toEqual(asEver.earned);
  });

  it('has what was adopted for it under its old name', async () => {
    const [asEver, renamed] = [await followed(AS_EVER), await followed(BEFORE, RENAMED)];
    expect(asEver.earned.some(({ kind, unit }) => kind === 'base' && unit === 'north')).toBe(true);
    expect(renamed.months).toEqual(asEver.months);
    expect(renamed.earned).toEqual(asEver.earned);
    expect(renamed.baseYear).toEqual(asEver.baseYear);
  });
});
