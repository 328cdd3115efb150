import { expect, it } from 'vitest';
import { isDayText } from './days.ts';

it.each<[string, boolean]>([
  ['2026-05-12', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-5-12', false],
  ['12.05.2026', false],
  ['', false],
])('%s is a day of the calendar: %s', (text, expected) => {
  expect(isDayText(text)).toBe(expected);
});
