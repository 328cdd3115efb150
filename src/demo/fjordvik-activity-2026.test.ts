// What is delivered and granted in Fjordvik's 2026, and to whom, read back from the files.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, rowsOfFiles, sumsBy } from '../../test/support/rows-of-files.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fjordvik-activity-'));
  await generateFjordvik(dir);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const rowsOf = (prefix: string): Promise<Fields[]> => rowsOfFiles(dir, prefix);

describe('what was delivered in 2026', () => {
  const home = (row: Fields): string => `${row[2]}: ${row[1]}`;

  it('home care: the hours of the year, spread by days', async () => {
    const visits = await rowsOf('delivered-2026-home-care');
    const minutes = sumsBy(visits, home, (row) => BigInt(row[4]!));
    expect(Object.fromEntries(minutes)).toEqual({
      'Sjøsiden hjemmetjeneste: Hjemmesykepleie': 60_900n * 60n,
      'Sjøsiden hjemmetjeneste: Praktisk bistand': 31_700n * 60n,
      'Innlandet hjemmetjeneste: Hjemmesykepleie': 31_300n * 60n,
      'Innlandet hjemmetjeneste: Praktisk bistand': 15_000n * 60n,
    });
  });

  it('home care: as many users in every month', async () => {
    const users = new Map<string, Set<string>>();
    for (const row of await rowsOf('delivered-2026-home-care')) {
      const key = `${row[3]?.slice(0, 7)} ${home(row)}`;
      users.set(key, (users.get(key) ?? new Set()).add(row[0]!));
    }
    expect(users.size).toBe(48);
    const expected: Readonly<Record<string, number>> = {
      'Sjøsiden hjemmetjeneste: Hjemmesykepleie': 331,
      'Sjøsiden hjemmetjeneste: Praktisk bistand': 229,
      'Innlandet hjemmetjeneste: Hjemmesykepleie': 182,
      'Innlandet hjemmetjeneste: Praktisk bistand': 120,
    };
    for (const [key, persons] of users) expect([key, persons.size]).toEqual([key, expected[key.slice(8)]]);
    // Some left, and somebody new came instead.
    const all = new Set((await rowsOf('delivered-2026-home-care')).map((row) => row[0]));
    expect(all.size).toBeGreaterThan(469 + 240);
  });

  it('stays: six of Bakkehaugen’s places are empty from September on', async () => {
    const stays = await rowsOf('delivered-2026-stays');
    const days = sumsBy(
      stays,
      (row) => row[2],
      (row) => BigInt(row[5]!),
    );
    expect(Object.fromEntries(days)).toEqual({
      'Solvang sykehjem': 22_810n,
      'Fjordgløtt sykehjem': 18_490n,
      'Bakkehaugen sykehjem': 13_520n,
      Bofellesskapene: 13_140n,
      'Plasser i Vestbygd': 730n,
    });
    const bakkehaugen = stays.filter((row) => row[2] === 'Bakkehaugen sykehjem');
    const inMonth = sumsBy(
      bakkehaugen,
      (row) => row[3]!,
      (row) => BigInt(row[5]!),
    );
    for (const [month, used] of inMonth) {
      const [most, length] = [
        month < '2026-09' ? 40 : 34,
        new Date(2026, Number(month.slice(5)), 0).getDate(),
      ];
      expect(Number(used)).toBeLessThanOrEqual(most * length);
      expect(Number(used)).toBeGreaterThan((most - 2.5) * length);
    }
  });

  it('stays: one person is counted in two nursing homes for eight days, and nobody else', async () => {
    const stays = await rowsOf('delivered-2026-stays');
    const days = sumsBy(
      stays,
      (row) => `${row[0]} ${row[3]}`,
      (row) => BigInt(row[5]!),
    );
    const lengthOf = (month: string): number => new Date(2026, Number(month.slice(5)), 0).getDate();
    const tooMany = [...days].filter(([key, sum]) => Number(sum) > lengthOf(key.slice(12)));
    expect(tooMany.map(([key, sum]) => [key.slice(12), sum])).toEqual([['2026-09', 38n]]);
  });

  it('is somewhat more of everything else', async () => {
    const total = async (prefix: string): Promise<number> =>
      (await rowsOf(prefix)).reduce((sum, row) => sum + Number(row.at(-1)?.replace(',', '.')) * 100, 0) / 100;
    expect(await total('delivered-2026-day-centre')).toBe(8_950);
    expect(await total('delivered-2026-alarms')).toBe(640 * 12);
    expect(await total('delivered-2026-assistance')).toBeCloseTo(48_100, 6);
  });
});

describe('decisions', () => {
  /** Hours granted by unit and service: hours a week × days ÷ 7, days in hospital left out. */
  async function grantedHours(year: number): Promise<Record<string, number>> {
    const away = new Map((await rowsOf('hospital-2026')).map(([pnr, from, to]) => [pnr, [from!, to!]]));
    const found: Record<string, number> = {};
    for (const [pnr, service, unit, , hours = '', per, from = '', to = ''] of await rowsOf(
      `decisions-${year}`,
    )) {
      if (per !== 'uke') continue;
      const [gone, back] = away.get(pnr) ?? ['', ''];
      const gap = gone! >= from && back! <= to && gone !== '' ? daysBetween(gone!, back!) : 0;
      const granted = (Number(hours.replace(',', '.')) * (daysBetween(from, to) - gap)) / 7;
      found[`${unit}: ${service}`] = (found[`${unit}: ${service}`] ?? 0) + granted;
    }
    return found;
  }
  const daysBetween = (from: string, to: string): number =>
    (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

  it.each([2025, 2026])(
    '%i: three to six parts in a hundred more home care is granted than delivered',
    async (year) => {
      const granted = await grantedHours(year);
      const visits = await rowsOf(`delivered-${year}-home-care`);
      const delivered = sumsBy(
        visits,
        (row) => `${row[2]}: ${row[1]}`,
        (row) => BigInt(row[4]!),
      );
      expect(delivered.size).toBe(4);
      for (const [key, minutes] of delivered) {
        const share = granted[key]! / (Number(minutes) / 60);
        expect([key, share > 1.03 && share < 1.06]).toEqual([key, true]);
      }
    },
  );

  it.each([2025, 2026])('%i: stand behind everything but a few alarms', async (year) => {
    const decided = new Set((await rowsOf(`decisions-${year}`)).map(([pnr, service]) => `${pnr} ${service}`));
    const delivered = new Set(
      (await rowsOf(`delivered-${year}`)).map(([pnr, service]) => `${pnr} ${service}`),
    );
    const without = [...delivered].filter((key) => !decided.has(key)).map((key) => key.slice(12));
    expect(new Set(without)).toEqual(new Set(['Trygghetsalarm']));
    expect(without.length).toBeGreaterThan(5);
    expect(without.length).toBeLessThan(25);
  });

  it.each([2025, 2026])('%i: are cut at New Year, so that no day is granted in two files', async (year) => {
    for (const [, , , , , , from, to] of await rowsOf(`decisions-${year}`))
      expect([from! >= `${year}-01-01`, from! <= to!, to! <= `${year}-12-31`]).toEqual([true, true, true]);
  });

  it('grant every day of a stay at its level', async () => {
    const days = (await rowsOf('decisions-2026'))
      .filter(([, , unit, , , per]) => unit === 'Bakkehaugen sykehjem' && per === 'dag')
      .map(([, , , level, , , from, to]) => [level, daysBetween(from!, to!)] as const);
    expect(days.reduce((sum, [, length]) => sum + length, 0)).toBe(13_520);
    expect(new Set(days.map(([level]) => level))).toEqual(new Set(['Ordinær', 'Demens', 'Forsterket']));
  });
});

describe('who they are', () => {
  it('lists everyone that the registers name, once each, with year of birth and sex', async () => {
    const people = await rowsOf('people');
    const listed = people.map(([pnr]) => pnr);
    expect(new Set(listed).size).toBe(listed.length);
    const named = await Promise.all(
      ['delivered-', 'decisions-', 'hospital-', 'assessments'].map((prefix) => rowsOf(prefix)),
    );
    expect(new Set(named.flat().map(([pnr]) => pnr))).toEqual(new Set(listed));
    for (const [pnr, born, sex] of people)
      expect([born?.slice(2), /^[KM]$/.test(sex!)]).toEqual([pnr?.slice(4, 6), true]);
  });

  it('says where the homes have places, in both years', async () => {
    for (const year of [2025, 2026])
      expect((await rowsOf(`places-${year}`)).map(([unit, places]) => [unit, places])).toEqual([
        ['Solvang sykehjem', '64'],
        ['Fjordgløtt sykehjem', '52'],
        ['Bakkehaugen sykehjem', '40'],
        ['Bofellesskapene', '36'],
        ['Plasser i Vestbygd', '2'],
      ]);
  });

  it('visits nobody who is in hospital', async () => {
    const away = new Map((await rowsOf('hospital-2026')).map(([pnr, from, to]) => [pnr, [from!, to!]]));
    expect(away.size).toBeGreaterThan(50);
    const visited = (await rowsOf('delivered-2026-home-care')).filter(([pnr, , , date]) => {
      const [from, to] = away.get(pnr) ?? ['9', ''];
      return date! >= from! && date! <= to!;
    });
    expect(visited).toEqual([]);
  });
});
