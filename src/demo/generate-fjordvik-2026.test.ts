// Fjordvik's 2026 in kroner and hours, read back from the files: what was voted, spent and paid for.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, hundredthsOf, rowsOfFiles, sumsBy } from '../../test/support/rows-of-files.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fjordvik-2026-'));
  await generateFjordvik(dir);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const rowsOf = (prefix: string, place = dir): Promise<Fields[]> => rowsOfFiles(place, prefix);

type Account = { readonly responsibility: number; readonly article: string };
type Money = Account & { readonly month: number; readonly ore: bigint };

const ledgerOf = async (place = dir): Promise<Money[]> =>
  (await rowsOf('ledger-2026-', place)).map(([, account = '', period = '', amount = '']) => ({
    responsibility: Number(account.slice(0, 4)),
    article: account.slice(7, 10),
    month: Number(period.slice(4)),
    ore: hundredthsOf(amount),
  }));
const budgetOf = async (place = dir): Promise<Money[]> =>
  (await rowsOf('budget-2026', place)).map(([responsibility, , article = '', , , , amount = '']) => ({
    ...{ responsibility: Number(responsibility), article, month: 0, ore: hundredthsOf(amount) },
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

describe('paid hours', () => {
  it.each([
    [2025, 'Sjøsiden hjemmetjeneste', 145_980, 1_240],
    [2025, 'Innlandet hjemmetjeneste', 89_620, 770],
    [2026, 'Sjøsiden hjemmetjeneste', 161_400, 1_380],
    [2026, 'Innlandet hjemmetjeneste', 94_200, 7_536],
  ])('%i %s: paid, and of them from an agency', async (year, unit, paid, agency) => {
    const own = (await rowsOf(`paid-hours-${year}`)).filter(([name]) => name === unit);
    const hours = sumsBy(
      own,
      ([, , kind]) => kind,
      (row) => hundredthsOf(row[3]!),
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
    const months = sumsBy(
      own,
      ([, month]) => month!,
      (row) => hundredthsOf(row[3]!),
    );
    expect(Number(months.get('2026-05')) / Number(months.get('2026-03'))).toBeCloseTo(1.0656, 3);
    const early = own.filter(([, month, kind]) => kind === 'Innleie' && month! < '2026-05');
    expect(early).toEqual([]);
  });

  it('of the cost year stand by service as well, and sum to the register', async () => {
    const byUnit = sumsBy(
      await rowsOf('paid-hours-by-service-2025'),
      ([unit]) => unit,
      (row) => BigInt(row[2]!),
    );
    expect([byUnit.get('sjosiden'), byUnit.get('innlandet')]).toEqual([145_980n, 89_620n]);
    const solvang = (await rowsOf('paid-hours-2025')).filter(
      ([name, , kind]) => name === 'Solvang sykehjem' && kind !== 'Sykefravær',
    );
    expect(byUnit.get('solvang')).toBe(solvang.reduce((sum, row) => sum + hundredthsOf(row[3]!), 0n) / 100n);
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
