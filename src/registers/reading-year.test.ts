import { expect, it } from 'vitest';
import { ledgerYears, readingOfYear, readingYears } from './reading-year.ts';

const AT = { file: 'innsats.yaml', line: 1, column: 1 };
const YEARS = { cost: 2025, price: 2026 };
const FOLLOWED = { ...YEARS, finance: 2026 };

it.each([
  ['activity', undefined, YEARS, YEARS],
  ['activity', 2025, YEARS, YEARS],
  ['activity', 2026, YEARS, { cost: 2026, price: 2026 }],
  ['activity', 2024, FOLLOWED, { cost: 2024, price: 2024 }],
  ['activity', undefined, FOLLOWED, YEARS],
  ['circumstances', undefined, FOLLOWED, YEARS],
  ['people', undefined, FOLLOWED, YEARS],
  ['ledger', undefined, FOLLOWED, FOLLOWED],
  ['ledger', 2025, FOLLOWED, YEARS],
  ['ledger', 2026, FOLLOWED, { cost: 2026, price: 2026 }],
] as const)('%s declared as %s in %j is read by %j', (register, year, years, expected) => {
  const declared = year === undefined ? { at: AT } : { at: AT, year };
  expect(readingYears(years, { register, declared })).toEqual(expected);
});

it.each([
  ['actual', YEARS, [2025]],
  ['budget', YEARS, [2025, 2026]],
  ['actual', FOLLOWED, [2025, 2026]],
  ['budget', FOLLOWED, [2025, 2026]],
  ['budget', { cost: 2025, price: 2026, finance: 2027 }, [2025, 2026, 2027]],
] as const)('an %s ledger of %j may hold %j', (kind, years, expected) => {
  expect(ledgerYears({ kind }, years)).toEqual(expected);
});

it.each([
  ['activity', '2026'],
  ['circumstances', '2026'],
  ['ledger', ''],
  ['people', ''],
] as const)('a second reading of %s as of another year is told apart by "%s"', (register, expected) => {
  expect(readingOfYear({ register, mapping: '{"years":{"cost":2026,"price":2026}}' })).toBe(expected);
});
