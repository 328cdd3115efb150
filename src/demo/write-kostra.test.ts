import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { neighbourKostra } from './neighbour-kostra.ts';
import { type KostraRecord, kostraText } from './write-kostra.ts';

const real = fileURLToPath(new URL('../../../shared/data/kostra/0A_V2019_K4_R040200.dat', import.meta.url));

describe('writeKostra', () => {
  it('writes records of 48 characters, in order', () => {
    const text = kostraText({
      ...{ form: '0A', year: 2025, region: '990200' },
      records: [
        { class: '1', function: '202', article: '710', thousand: -75 },
        { class: '1', function: '100', article: '010', thousand: 36328 },
      ],
    });
    expect(text).toBe(
      '0A2025 990200                  1100 010    36328\n0A2025 990200                  1202 710      -75\n',
    );
  });

  it('refuses what does not fit', () => {
    const records = [{ class: '1', function: '20255', article: '710', thousand: 1 }];
    expect(() => kostraText({ form: '0A', year: 2025, region: '990200', records })).toThrow(
      '"20255" does not fit in 4 characters',
    );
  });

  // The real file is not part of the project; it lies beside it where it may be used.
  it.skipIf(!existsSync(real))('writes a real file back, record by record', () => {
    // The real file writes some zeros as "-0".
    const lines = readFileSync(real, 'latin1').replaceAll('-0\n', ' 0\n').split('\n').filter(Boolean);
    const records = lines.map(
      (line): KostraRecord => ({
        ...{ class: line.slice(31, 32), function: line.slice(32, 36).trim() },
        ...{ article: line.slice(36, 39), thousand: Number(line.slice(39)) },
      }),
    );
    const written = kostraText({ form: '0A', year: 2019, quarter: '4', region: '040200', records });
    expect(written.split('\n').filter(Boolean).sort()).toEqual([...lines].sort());
  });
});

describe('the neighbour', () => {
  const { records } = neighbourKostra();
  const sum = (...functions: string[]): number =>
    records.filter((row) => functions.includes(row.function)).reduce((total, row) => total + row.thousand, 0);

  it('has kindergartens, schools and child welfare', () => {
    expect([sum('201', '221'), sum('202', '215', '222', '223'), sum('244', '251', '252')]).toEqual([
      118_400 + 19_700 - 14_900,
      201_300 + 15_100 + 46_900 + 5_400 - 6_300,
      16_800 + 7_900 + 24_600,
    ]);
  });

  it('adds up: no account twice, expense met by income, depreciation by its counter-entry', () => {
    const keys = records.map((row) => `${row.class} ${row.function} ${row.article}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(records.reduce((total, row) => total + row.thousand, 0)).toBe(0);
    const depreciation = records.filter(({ article }) => article === '590' || article === '990');
    expect(depreciation.reduce((total, row) => total + row.thousand, 0)).toBe(0);
  });
});
