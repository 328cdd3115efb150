import { describe, expect, it } from 'vitest';
import { readDate, readPeriod } from './read-period.ts';

describe('periods as tables write them', () => {
  it.each([
    ['2025-03', { year: 2025, month: 3 }],
    ['2025-3', { year: 2025, month: 3 }],
    ['202503', { year: 2025, month: 3 }],
    ['2025.03', { year: 2025, month: 3 }],
    ['2025M3', { year: 2025, month: 3 }],
    ['03.2025', { year: 2025, month: 3 }],
    ['3/2025', { year: 2025, month: 3 }],
    ['202513', { year: 2025, month: 12, isClosing: true }],
    ['2025', { year: 2025, month: 0 }],
    ['3', { year: 0, month: 3 }],
    ['03', { year: 0, month: 3 }],
    ['2025-03-31', { year: 2025, month: 3, day: 20178 }],
    ['20250331', { year: 2025, month: 3, day: 20178 }],
    ['2025-14', undefined],
    ['202500', undefined],
    ['0', undefined],
    ['13', undefined],
    ['mars', undefined],
    ['2025-03-32', undefined],
    ['25-03', undefined],
    ['', undefined],
  ])('%s', (text, period) => expect(readPeriod(text)).toEqual(period));
});

describe('dates as tables write them', () => {
  it.each([
    ['1970-01-01', 1970, 1, 0],
    ['2025-03-31', 2025, 3, 20178],
    ['31.03.2025', 2025, 3, 20178],
    ['31/3/2025', 2025, 3, 20178],
    ['20250331', 2025, 3, 20178],
    ['2025-03-31T23:30:00', 2025, 3, 20178],
    ['2025-03-31 23:30', 2025, 3, 20178],
    ['31.03.2025 23:30:00', 2025, 3, 20178],
    ['2024-02-29', 2024, 2, 19782],
  ])('%s', (text, year, month, day) => expect(readDate(text)).toEqual({ year, month, day }));
  it.each([
    '2025-02-29',
    '31.04.2025',
    '2025-13-01',
    '2025-03',
    '03/31/2025',
    '2025-0331',
    '31.03.25',
    'i dag',
    '',
  ])('no date: %s', (text) => expect(readDate(text)).toBeUndefined());
});
