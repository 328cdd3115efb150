// KOSTRA's functions, articles and cost concepts against a real file (E7); skipped where the file is not at hand.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesCode } from '../match-code.ts';
import { isKostraArticle, KOSTRA_CONCEPTS } from './kostra-articles.ts';
import { isKostraFunction, kostraFunction } from './kostra-functions.ts';
import { naturesFor } from './natures.ts';

const file = new URL('../../../../shared/data/kostra/0A_V2019_K4_R040200.dat', import.meta.url);
const records = existsSync(file)
  ? readFileSync(file, 'latin1')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({
        class: line.slice(31, 32),
        function: line.slice(32, 36).trim(),
        article: line.slice(36, 39),
        amount: Number(line.slice(39, 48)),
      }))
  : [];

describe.skipIf(records.length === 0)('a real file of 2019', () => {
  it('uses only functions and articles of its year', () => {
    expect(records.filter((record) => !isKostraFunction(record.function, 2019))).toEqual([]);
    expect(records.filter((record) => !isKostraArticle(record.article, 2019))).toEqual([]);
  });

  it.each([
    ['234', 9_819, 9_612, 5_352, 9_602, 9_603],
    ['253', 209_000, 197_899, 168_543, 189_829, 181_474],
    ['254', 263_356, 251_023, 241_103, 239_006, 229_177],
    ['261', 15_517, 13_193, 13_163, 14_116, 13_193],
  ])('function %s: AGD9, AGD10, net, AGD3, AGD4 as published', (code, ...expected) => {
    const found = ['AGD9', 'AGD10', 'net', 'AGD3', 'AGD4'].map((name) => {
      const concept = KOSTRA_CONCEPTS.find((c) => c.name === name && c.years.from === undefined);
      return records
        .filter(
          (r) => r.class === '1' && r.function === code && matchesCode(r.article, concept?.articles ?? []),
        )
        .reduce((sum, r) => sum + r.amount, 0);
    });
    expect(found).toEqual(expected);
  });

  it('gives every article a nature', () => {
    const natures = naturesFor('NO', 2019);
    const without = records.filter((r) => !natures.some((rule) => matchesCode(r.article, rule.articles)));
    expect([...new Set(without.map((r) => r.article))]).toEqual([]);
  });
});

describe('codes are dated', () => {
  it.each([
    ['254', 2023, true],
    ['254', 2024, false],
    ['257', 2023, false],
    ['258', 2025, true],
    ['999', 2025, false],
    ['710', 2019, false],
  ])('function %s in %i: %s', (code, year, expected) => {
    expect(isKostraFunction(code, year)).toBe(expected);
  });

  it('county functions count where asked for', () => expect(isKostraFunction('710', 2019, true)).toBe(true));

  it.each([
    ['690', 2019, true],
    ['690', 2020, false],
    ['589', 2025, true],
  ])('article %s in %i: %s', (code, year, expected) => {
    expect(isKostraArticle(code, year)).toBe(expected);
  });

  it('names functions', () =>
    expect(kostraFunction('253')?.name).toBe('Helse- og omsorgstjenester i institusjon'));
});
