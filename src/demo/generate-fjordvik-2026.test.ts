// Fjordvik's 2026, read back from the files as plainly as can be: what was voted, spent, delivered and paid for.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFjordvik } from './generate-fjordvik.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fjordvik-2026-'));
  await generateFjordvik(dir);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

type Fields = readonly string[];

/** The rows of the data files whose names begin so. */
async function rowsOf(prefix: string, place = dir): Promise<Fields[]> {
  const names = (await readdir(join(place, 'data'))).filter((name) => name.startsWith(prefix)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(place, 'data', name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';')),
  );
}

const oreOf = (text: string): bigint => BigInt(text.replaceAll(/[ ,]/g, ''));
/** A sum for each key. */
function sums<K>(
  rows: readonly Fields[],
  keyOf: (row: Fields) => K,
  of: (row: Fields) => bigint,
): Map<K, bigint> {
  const found = new Map<K, bigint>();
  for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0n) + of(row));
  return found;
}

type Account = { readonly responsibility: number; readonly article: string };
type Money = Account & { readonly month: number; readonly ore: bigint };

const ledgerOf = async (place = dir): Promise<Money[]> =>
  (await rowsOf('ledger-2026-', place)).map(([, account = '', period = '', amount = '']) => ({
    responsibility: Number(account.slice(0, 4)),
    article: account.slice(7, 10),
    month: Number(period.slice(4)),
    ore: oreOf(amount),
  }));
const budgetOf = async (place = dir): Promise<Money[]> =>
  (await rowsOf('budget-2026', place)).map(([responsibility, , article = '', , , , amount = '']) => ({
    ...{ responsibility: Number(responsibility), article, month: 0, ore: oreOf(amount) },
  }));

/** The kinds of expense that home care's financing is held against; refunds, fees and interest are not among them. */
const isFixed = ({ responsibility }: Account): boolean => [4200, 4201, 4220, 4221].includes(responsibility);
const isAgency = (account: Account): boolean => account.article === '270' && !isFixed(account);
const isWage = (account: Account): boolean => account.article < '100' && !isFixed(account);
const isGoods = (account: Account): boolean =>
  ((account.article >= '100' && account.article < '300') || ['429', '729'].includes(account.article)) &&
  !isAgency(account);
const isPurchased = ({ article }: Account): boolean => article === '350' || article === '370';

const UNITS = {
  sjosiden: [4200, 4219],
  innlandet: [4220, 4239],
  solvang: [4300, 4319],
  fjordglott: [4320, 4339],
  bakkehaugen: [4340, 4359],
  'group-homes': [4400, 4469],
  'alarm-team': [4520, 4529],
  'assistance-provider': [4180, 4180],
  'bought-places': [4190, 4190],
} as const;
type Unit = keyof typeof UNITS;

function kroner(rows: readonly Money[], unit: Unit, fits: (account: Money) => boolean): number {
  const [from, to] = UNITS[unit];
  const own = rows.filter((row) => row.responsibility >= from && row.responsibility <= to && fits(row));
  return Number(own.reduce((sum, { ore }) => sum + ore, 0n)) / 100;
}

describe('what home care spent in 2026', () => {
  it.each([
    ['sjosiden', 74_430_000, 3_260_000, 6_590_000, 84_280_000],
    ['innlandet', 46_300_000, 2_860_000, 4_730_000, 53_890_000],
  ] as const)('%s: wages and agency, goods, fixed, together', async (unit, wages, goods, fixed, all) => {
    const ledger = await ledgerOf();
    const parts = [
      kroner(ledger, unit, (row) => isWage(row) || isAgency(row)),
      kroner(ledger, unit, isGoods),
      kroner(ledger, unit, isFixed),
    ];
    expect(parts).toEqual([wages, goods, fixed]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  });

  it('Innlandet hires from May on, at 758 kroner an hour, and its own staff are paid less from then', async () => {
    const ledger = await ledgerOf();
    const early = ({ month }: Money): boolean => month < 5;
    expect(kroner(ledger, 'innlandet', (row) => isAgency(row) && early(row))).toBe(0);
    expect(kroner(ledger, 'innlandet', isAgency)).toBe(7_536 * 758);
    const perDay = (months: readonly number[], days: number): number =>
      kroner(ledger, 'innlandet', (row) => isWage(row) && months.includes(row.month)) / days;
    const before = perDay([1, 2, 3, 4], 120);
    const after = perDay([5, 6, 7, 8, 9, 10, 11, 12], 245);
    expect(after / before).toBeGreaterThan(0.9);
    expect(after / before).toBeLessThan(0.97);
  });

  it('is what each unit earned in a month of its story, within 0.3 million kroner', async () => {
    const ledger = await ledgerOf();
    const spent = (unit: Unit, month: number): number =>
      kroner(
        ledger,
        unit,
        (row) => row.month === month && (isWage(row) || isAgency(row) || isGoods(row) || isFixed(row)),
      );
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [i, length] of days.entries()) {
      const gap = (unit: Unit, earned: number): number => (earned * length) / 365 - spent(unit, i + 1);
      expect(Math.abs(gap('sjosiden', 83_995_100))).toBeLessThan(300_000);
      const innlandet = gap('innlandet', 49_672_700);
      if (i < 4) expect(Math.abs(innlandet)).toBeLessThan(200_000);
      else expect(innlandet).toBeLessThan(-350_000);
    }
  });
});

describe('the ledger of 2026', () => {
  it('holds twelve months and no posting of another year', async () => {
    const periods = new Set((await rowsOf('ledger-2026-')).map(([, , period]) => period));
    expect([...periods].sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `2026${String(i + 1).padStart(2, '0')}`),
    );
  });

  it('has a refund of Innlandet on a responsibility of Sjøsiden, and no other error of 2025', async () => {
    const ledger = await ledgerOf();
    const refunds = ledger.filter(({ article, ore }) => article === '710' && ore === -18_400_000n);
    expect(refunds.map(({ responsibility, month }) => [responsibility, month])).toEqual([[4212, 9]]);
    expect(ledger.filter(({ responsibility }) => responsibility === 4999)).toEqual([]);
    expect(ledger.filter(({ article, ore }) => article === '710' && ore > 0n)).toEqual([]);
    expect(
      ledger.filter(({ responsibility, month }) => responsibility === 4500 && month === 7).length,
    ).toBeGreaterThan(10);
  });
});

describe('invoices that name whom they are for', () => {
  it.each([2025, 2026])('%i: every posting of the bought places, and no other', async (year) => {
    const ledger = await rowsOf(`ledger-${year}-`);
    const named = ledger.filter((row) => row[5] !== '');
    expect(named).toEqual(ledger.filter((row) => row[1]?.startsWith('4190')));
    const stays = await rowsOf(`delivered-${year}-stays`);
    const living = stays.filter((row) => row[2] === 'Plasser i Vestbygd').map((row) => row[0]);
    expect(named.length).toBe(24);
    expect(new Set(named.map((row) => row[5]))).toEqual(new Set(living));
  });
});

describe('the budget of 2026', () => {
  it.each([
    ['sjosiden', 77_500_000],
    ['innlandet', 49_600_000],
    // 66,020,000 × 1.042 and 7,028,000 × 1.03, each in thousands; so for the others.
    ['solvang', 76_032_000],
    ['fjordglott', 62_433_000],
    ['bakkehaugen', 50_208_000],
    ['group-homes', 90_542_000],
    ['alarm-team', 2_545_000],
    ['assistance-provider', 27_486_000],
    ['bought-places', 4_836_000],
  ] as const)('%s: the frame over what the provider answers for', async (unit, frame) => {
    const answered = (row: Money): boolean =>
      isWage(row) || isAgency(row) || isGoods(row) || isFixed(row) || isPurchased(row);
    expect(kroner(await budgetOf(), unit, answered)).toBe(frame);
  });

  it('votes night patrol and unit management at last year’s with growth of wages', async () => {
    const budget = await budgetOf();
    expect([kroner(budget, 'sjosiden', isFixed), kroner(budget, 'innlandet', isFixed)]).toEqual([
      6_564_600, 4_689_000,
    ]);
  });

  it('is in whole kroner, with each account once', async () => {
    const rows = await rowsOf('budget-2026');
    expect(rows.filter(([, , , , , , amount]) => !amount?.endsWith(',00'))).toEqual([]);
    expect(new Set(rows.map((row) => row.slice(0, 5).join(' '))).size).toBe(rows.length);
  });

  it('says the hours and users that the frames pay for', async () => {
    const rows = await rowsOf('budget-volumes-2026');
    expect(rows.slice(0, 4)).toEqual([
      ['sjosiden', 'home-nursing', '', '303', '55600'],
      ['sjosiden', 'practical-assistance', '', '212', '29300'],
      ['innlandet', 'home-nursing', '', '181', '31200'],
      ['innlandet', 'practical-assistance', '', '121', '15100'],
    ]);
    expect(new Set(rows.map(([unit]) => unit)).size).toBe(10);
  });
});

describe('what was delivered in 2026', () => {
  const home = (row: Fields): string => `${row[2]}: ${row[1]}`;

  it('home care: the hours of the year, spread by days', async () => {
    const visits = await rowsOf('delivered-2026-home-care');
    const minutes = sums(visits, home, (row) => BigInt(row[4]!));
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
    const days = sums(
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
    const inMonth = sums(
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
    const days = sums(
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

describe('paid hours', () => {
  it.each([
    [2025, 'Sjøsiden hjemmetjeneste', 145_980, 1_240],
    [2025, 'Innlandet hjemmetjeneste', 89_620, 770],
    [2026, 'Sjøsiden hjemmetjeneste', 161_400, 1_380],
    [2026, 'Innlandet hjemmetjeneste', 94_200, 7_536],
  ])('%i %s: paid, and of them from an agency', async (year, unit, paid, agency) => {
    const own = (await rowsOf(`paid-hours-${year}`)).filter(([name]) => name === unit);
    const hours = sums(
      own,
      ([, , kind]) => kind,
      (row) => oreOf(row[3]!),
    );
    const of = (kind: string): number => Number(hours.get(kind)) / 100;
    expect(of('Ordinær') + of('Overtid') + of('Innleie')).toBeCloseTo(paid, 6);
    expect(of('Innleie')).toBe(agency);
    expect(of('Sykefravær') / paid).toBeGreaterThan(0.08);
    expect(own.filter(([, , , text]) => text?.startsWith('-'))).toEqual([]);
  });

  it('in Innlandet are dear from May on', async () => {
    const own = (await rowsOf('paid-hours-2026')).filter(
      ([name, , kind]) => name?.startsWith('Inn') && kind !== 'Sykefravær',
    );
    const months = sums(
      own,
      ([, month]) => month!,
      (row) => oreOf(row[3]!),
    );
    expect(Number(months.get('2026-05')) / Number(months.get('2026-03'))).toBeCloseTo(1.0656, 3);
    const early = own.filter(([, month, kind]) => kind === 'Innleie' && month! < '2026-05');
    expect(early).toEqual([]);
  });

  it('of the cost year stand by service as well, and sum to the register', async () => {
    const byUnit = sums(
      await rowsOf('paid-hours-by-service-2025'),
      ([unit]) => unit,
      (row) => BigInt(row[2]!),
    );
    expect([byUnit.get('sjosiden'), byUnit.get('innlandet')]).toEqual([145_980n, 89_620n]);
    const solvang = (await rowsOf('paid-hours-2025')).filter(
      ([name, , kind]) => name === 'Solvang sykehjem' && kind !== 'Sykefravær',
    );
    expect(byUnit.get('solvang')).toBe(solvang.reduce((sum, row) => sum + oreOf(row[3]!), 0n) / 100n);
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
      const delivered = sums(
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

it('comes out to the øre at any size', async () => {
  const cases = fc.asyncProperty(fc.integer({ min: 5, max: 400 }), fc.nat(), async (tenThousandths, seed) => {
    const place = await mkdtemp(join(tmpdir(), 'fjordvik-2026-'));
    try {
      await generateFjordvik(place, { seed, scale: tenThousandths / 10_000 });
      const share = (whole: number): number => Math.round(((whole * tenThousandths) / 10_000) * 100) / 100;
      const answered = (row: Money): boolean => isWage(row) || isAgency(row) || isGoods(row) || isFixed(row);
      const [ledger, budget] = [await ledgerOf(place), await budgetOf(place)];
      expect(kroner(ledger, 'sjosiden', answered)).toBeCloseTo(share(84_280_000), 1);
      expect(kroner(ledger, 'innlandet', answered)).toBeCloseTo(share(53_890_000), 1);
      expect(kroner(budget, 'sjosiden', answered)).toBeCloseTo(share(77_500_000), 1);
      const minutes = (await rowsOf('delivered-2026-home-care', place)).reduce(
        (sum, row) => sum + BigInt(row[4]!),
        0n,
      );
      const hours = [60_900, 31_700, 31_300, 15_000].map((whole) =>
        Math.round((whole * tenThousandths) / 10_000),
      );
      expect(minutes).toBe(BigInt(hours.reduce((sum, some) => sum + some, 0)) * 60n);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
  await fc.assert(cases, { numRuns: 6 });
}, 120_000);
