import { expect, it } from 'vitest';
import { checkFiles } from '../../../test/support/checked-workspace.ts';
import { type Completeness, completeness } from './completeness.ts';

const PERSON = '15844100016';
/** A visit of `hours` on each day from 1 January 2025, a Wednesday. */
const daily = (days: number, hours: (day: number) => string): string[] =>
  Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2025, 0, day + 1)).toISOString().slice(0, 10);
    return `${PERSON};home-nursing;north;${date};${hours(day)}`;
  });
const HOUR = 36_000n;

async function asked(files: Parameters<typeof checkFiles>[0]): Promise<readonly Completeness[]> {
  let found: readonly Completeness[] = [];
  await checkFiles(files, async (question) => {
    found = await completeness(question);
  });
  return found;
}

it('whole weeks of seven hours are usual, and a last week of five hours is preliminary', async () => {
  // Day 68 (index 67) is Sunday 9 March; the week from 3 March has lost two visits, and two days of the next are there.
  const [row] = await asked({
    'delivered.csv': daily(70, (day) => (day === 64 || day === 65 ? '0,001' : '1')),
  });
  expect(row).toMatchObject({
    service: 'home-nursing',
    unit: 'north',
    per: 'week',
    usual: 7n * HOUR,
    isPreliminary: true,
  });
  expect(row?.last.map(({ name }) => name)).toEqual(['2025-02-10', '2025-02-17', '2025-02-24', '2025-03-03']);
  expect(row?.last.at(-1)?.parts).toBe(5n * HOUR + 72n);
});

it('six of seven hours is whole enough', async () => {
  const [row] = await asked({ 'delivered.csv': daily(70, (day) => (day === 64 ? '0,001' : '1')) });
  expect(row?.isPreliminary).toBe(false);
});

it('a week that is not over yet, and one that began the year before, are not compared', async () => {
  const [row] = await asked({ 'delivered.csv': daily(67, () => '1') }); // to Saturday 8 March
  expect(row?.last.at(-1)).toEqual({ name: '2025-02-24', parts: 7n * HOUR });
  expect(row?.isPreliminary).toBe(false);
});

it('a unit that has stopped delivering is seen by the dates of the others', async () => {
  const north = daily(40, () => '1');
  const south = daily(70, () => '1').map((line) => line.replace('north', 'south'));
  const rows = await asked({ 'delivered-1.csv': north, 'delivered-2.csv': south });
  expect(rows.map(({ unit, isPreliminary }) => [unit, isPreliminary])).toEqual([
    ['north', true],
    ['south', false],
  ]);
});

it('records of months are compared month by month; too few say nothing', async () => {
  const month = (m: number, days: number) => `${PERSON};nursing-home;north;2025-0${m};${days}`;
  const months = [31, 28, 31, 30, 31, 10].map((days, i) => month(i + 1, days));
  const [row] = await asked({ 'delivered.csv': months });
  expect(row).toMatchObject({ per: 'month', usual: 30_000n, isPreliminary: true });
  expect(row?.last).toEqual([
    { name: '2025-05', parts: 31_000n },
    { name: '2025-06', parts: 10_000n },
  ]);
  expect(await asked({ 'delivered.csv': months.slice(0, 4) })).toEqual([]);
});
