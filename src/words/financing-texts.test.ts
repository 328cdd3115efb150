import { describe, expect, it } from 'vitest';
import { ACTIVITY_LINE_TEXTS } from './activity-lines.ts';
import { EFFICIENCY_LINE_TEXTS } from './efficiency-lines.ts';
import type { EveryLanguage } from './fill-text.ts';
import { FINANCING_TEXTS, sayFinancing } from './financing-texts.ts';
import { LANGUAGES } from './language.ts';
import { dayAndMonth, monthName, monthsSoFar } from './months.ts';

const lines = [ACTIVITY_LINE_TEXTS, EFFICIENCY_LINE_TEXTS].flatMap((texts) =>
  Object.entries(texts).flatMap(([line, { less, more }]) => [
    [`${line}, less`, less.label],
    [`${line}, less, as cause`, less.cause],
    [`${line}, more`, more.label],
    [`${line}, more, as cause`, more.cause],
  ]),
) as [string, EveryLanguage][];

describe.each([...Object.entries(FINANCING_TEXTS), ...lines])('the text %s', (_, texts) => {
  it('is there in every language, with the same values to fill in', () => {
    const names = LANGUAGES.map((language) => [...texts[language].matchAll(/\{\w+\}/g)].map(String).sort());
    for (const language of LANGUAGES) expect(texts[language].trim()).not.toBe('');
    for (const found of names) expect(found).toEqual(names[0]);
  });
});

it('a text takes the values it names', () => {
  expect(sayFinancing('otherLines', 'en', { n: 4 })).toBe('other, 4 lines');
  expect(sayFinancing('otherLines', 'en')).toBe('other, {n} lines');
});

it.each([
  ['nb', '30. april', 'mai', 'januar–mai 2026'],
  ['sv', '30 april', 'maj', 'januari–maj 2026'],
  ['da', '30. april', 'maj', 'januar–maj 2026'],
  ['en', '30 April', 'May', 'January–May 2026'],
] as const)('dates in %s', (language, day, may, period) => {
  expect(dayAndMonth('2026-04-30', language)).toBe(day);
  expect(monthName(5, language)).toBe(may);
  expect(monthsSoFar(2026, 5, language)).toBe(period);
});
