import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fields, rowsOfFiles } from '../../test/support/rows-of-files.ts';
import { generateFjordvik } from './generate-fjordvik.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fjordvik-'));
  await generateFjordvik(dir);
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const rowsOf = (prefix: string, place = dir): Promise<Fields[]> => rowsOfFiles(place, prefix);

type Posting = { responsibility: number; function: string; article: string; month: string; ore: bigint };

const postings = async (): Promise<Posting[]> =>
  (await rowsOf('ledger-2025-')).map(([, account = '', period = '', amount = '']) => ({
    responsibility: Number(account.slice(0, 4)),
    function: account.slice(4, 7),
    article: account.slice(7, 10),
    month: period.slice(4),
    ore: BigInt(amount.replaceAll(/[ ,]/g, '')),
  }));

const sumKroner = (rows: readonly Posting[]): number =>
  Number(rows.reduce((sum, { ore }) => sum + ore, 0n)) / 100;
/** Gross: all expense, with compensated value added tax taken away again. */
const isGross = ({ article }: Posting): boolean => article < '600' || article === '729';

describe('the ledger of Fjordvik', () => {
  // Thousand kroner, as published for the demonstration municipality.
  const units: readonly (readonly [name: string, from: number, to: number, gross: number])[] = [
    ['Sjøsiden home care', 4200, 4219, 73_716],
    ['Innlandet home care', 4220, 4239, 47_434],
    ['Solvang', 4300, 4319, 73_048],
    ['Fjordgløtt', 4320, 4339, 59_984],
    ['Bakkehaugen', 4340, 4359, 48_240],
    ['group homes', 4400, 4469, 86_950],
    ['day centre', 4500, 4509, 8_300],
    ['alarm team', 4520, 4529, 2_450],
    ['personal assistance', 4180, 4180, 26_557],
    ['bought places', 4190, 4190, 4_672],
    ['kitchen', 4600, 4609, 25_000],
    ['vehicles', 4710, 4710, 5_300],
    ['IT', 4720, 4729, 7_400],
    ['management', 4000, 4099, 9_900],
    ['premises, less the power on an unknown responsibility', 4730, 4739, 21_500 - 312],
    ['unknown responsibility', 4999, 4999, 312],
    ['purchaser', 4100, 4119, 14_100],
  ];

  it('has the gross expense of every unit to the øre', async () => {
    const gross = (await postings()).filter(isGross);
    for (const [name, from, to, thousand] of units) {
      const own = gross.filter(({ responsibility }) => responsibility >= from && responsibility <= to);
      expect([name, sumKroner(own)]).toEqual([name, thousand * 1000]);
    }
    expect(sumKroner(gross)).toBe(514_551_000);
  });

  it('has the income of every kind, and the net', async () => {
    const all = await postings();
    const income = (article: string): number =>
      sumKroner(all.filter((posting) => posting.article === article));
    expect(['600', '620', '630', '700', '710'].map(income)).toEqual([
      -33_400_000 - 2_900_000,
      -1_400_000,
      -2_900_000,
      -17_900_000,
      -21_500_000,
    ]);
    expect(sumKroner(all)).toBe(434_551_000);
  });

  it('has the size and the detail of a real one', async () => {
    const all = await postings();
    expect(all.length).toBeGreaterThan(55_000);
    expect(all.length).toBeLessThan(65_000);
    expect(new Set(all.map(({ responsibility }) => responsibility)).size).toBeGreaterThan(55);
    expect(new Set(all.map((row) => row.function))).toEqual(
      new Set(['120', '234', '253', '257', '258', '261']), // 254 is gone since 2024
    );
    const holidayPay = all.filter(({ article, month }) => article === '010' && month === '06');
    const ordinary = all.filter(({ article, month }) => article === '010' && month === '05');
    expect(sumKroner(holidayPay)).toBeGreaterThan(sumKroner(ordinary) * 1.2);
  });

  it('is wrong where it means to be', async () => {
    const all = await postings();
    const unknown = all.filter(({ responsibility }) => responsibility === 4999);
    expect(unknown.map(({ ore, month }) => [ore, month])).toEqual([[31_200_000n, '06']]);
    const misplaced = all.filter((row) => row.article === '710' && row.ore === -18_400_000n);
    expect(misplaced.map(({ responsibility }) => responsibility)).toEqual([4211]);
    const wrongSign = all.filter((row) => row.article === '710' && row.ore > 0n);
    expect(wrongSign.map((row) => [row.function, row.ore])).toEqual([['234', 3_800_000n]]);
    const july = all.filter((row) => row.month === '07' && [4500, 4501].includes(row.responsibility));
    expect(july).toEqual([]);
  });
});

describe('the activity of Fjordvik', () => {
  const quantities = async (
    prefix: string,
    key: (row: Fields) => string,
  ): Promise<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const row of await rowsOf(prefix)) {
      const hundredths = Math.round(Number(row.at(-1)?.replace(',', '.')) * 100);
      sums[key(row)] = (sums[key(row)] ?? 0) + hundredths;
    }
    return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / 100]));
  };

  it('has the published volumes', async () => {
    const unitAndService = (row: Fields): string => `${row[2]}: ${row[1]}`;
    const unit = (row: Fields): string => row[2] ?? '';
    expect(await quantities('delivered-2025-home-care', unitAndService)).toEqual({
      'Sjøsiden hjemmetjeneste: Hjemmesykepleie': 55_000 * 60,
      'Sjøsiden hjemmetjeneste: Praktisk bistand': 29_000 * 60,
      'Innlandet hjemmetjeneste: Hjemmesykepleie': 31_000 * 60,
      'Innlandet hjemmetjeneste: Praktisk bistand': 15_000 * 60,
    });
    expect(await quantities('delivered-2025-stays', unit)).toEqual({
      'Solvang sykehjem': 22_776,
      'Fjordgløtt sykehjem': 18_506,
      'Bakkehaugen sykehjem': 14_235,
      Bofellesskapene: 13_140,
      'Plasser i Vestbygd': 730,
    });
    expect(await quantities('delivered-2025-day-centre', unit)).toEqual({ Dagsenteret: 8_800 });
    expect(await quantities('delivered-2025-alarms', unit)).toEqual({ Trygghetsalarmteamet: 7_440 });
    expect(await quantities('delivered-2025-assistance', unit)).toEqual({ 'Assistanse Vest AS': 47_424 });
  });

  it('is delivered by some 312,000 visits to 440 and 260 people, in the quarter that the file says', async () => {
    const visits = await rowsOf('delivered-2025-home-care');
    expect(visits.length).toBeGreaterThan(305_000);
    expect(visits.length).toBeLessThan(320_000);
    const users = (name: string): number =>
      new Set(visits.filter((row) => row[2] === name).map((row) => row[0])).size;
    expect([users('Sjøsiden hjemmetjeneste'), users('Innlandet hjemmetjeneste')]).toEqual([440, 260]);
    const second = await rowsOf('delivered-2025-home-care-q2');
    expect(new Set(second.map((row) => row[3]?.slice(0, 7)))).toEqual(
      new Set(['2025-04', '2025-05', '2025-06']),
    );
  });

  it('counts one person in two nursing homes for eleven days, and nobody else', async () => {
    const daysInMay = new Map<string, number>();
    for (const [person = '', , , month, , days] of await rowsOf('delivered-2025-stays'))
      if (month === '2025-05') daysInMay.set(person, (daysInMay.get(person) ?? 0) + Number(days));
    expect([...daysInMay.values()].filter((days) => days > 31)).toEqual([31 + 11]);
  });

  it('has attendances in July', async () => {
    const july = (await rowsOf('delivered-2025-day-centre')).filter((row) => row[3]?.startsWith('2025-07'));
    expect(july.length).toBeGreaterThan(500);
  });

  it('names only people who cannot exist: a birth month from 81 to 92', async () => {
    const months = new Set((await rowsOf('delivered-')).map((row) => Number(row[0]?.slice(2, 4))));
    expect([...months].sort((a, b) => a - b)).toEqual([81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92]);
  });
});

describe('generating', () => {
  async function hashOf(options: { seed: number; scale: number; batchRows: number }): Promise<string> {
    const place = await mkdtemp(join(tmpdir(), 'fjordvik-'));
    try {
      await generateFjordvik(place, options);
      const hash = createHash('sha256');
      for (const name of (await readdir(place, { recursive: true })).sort())
        if (/\.\w+$/.test(name)) hash.update(name).update(await readFile(join(place, name)));
      return hash.digest('hex');
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }

  it('gives the same bytes whatever the batch size', async () => {
    const cases = fc.asyncProperty(fc.nat(), fc.integer({ min: 2, max: 900 }), async (seed, batchRows) => {
      const [one, some, all] = [1, batchRows, 1_000_000];
      const hashes = new Set<string>();
      for (const rows of [one, some, all]) hashes.add(await hashOf({ seed, scale: 0.003, batchRows: rows }));
      expect(hashes.size).toBe(1);
    });
    await fc.assert(cases, { numRuns: 3 });
  }, 60_000);

  it('gives other files for another seed', async () => {
    const [a, b] = [1, 2].map((seed) => hashOf({ seed, scale: 0.003, batchRows: 1000 }));
    expect(await a).not.toBe(await b);
  });

  it('states control totals that its files agree with, at any size', async () => {
    const cases = fc.asyncProperty(
      fc.integer({ min: 5, max: 300 }),
      fc.nat(),
      async (tenThousandths, seed) => {
        const place = await mkdtemp(join(tmpdir(), 'fjordvik-'));
        try {
          await generateFjordvik(place, { seed, scale: tenThousandths / 10_000 });
          const model = await readFile(join(place, 'innsats.yaml'), 'utf8');
          const totals = [...model.matchAll(/control-total: "?([\d ,]+\d)/g)].map(([, text = '']) => text);
          const sumOf = async (prefix: string, column: number): Promise<number> => {
            const values = (await rowsOf(prefix, place)).map((row) =>
              Number(row[column]?.replaceAll(/[ ,]/g, '')),
            );
            return values.reduce((sum, value) => sum + value, 0);
          };
          const [ledger, ledger2026, ...activity] = totals.map((text) =>
            Number(text.replaceAll(/[ ,]/g, '')),
          );
          expect(await sumOf('ledger-2025-', 3)).toBe(ledger);
          expect(await sumOf('ledger-2026-', 3)).toBe(ledger2026);
          const read: number[] = [];
          for (const year of [2025, 2026]) {
            read.push((await sumOf(`delivered-${year}-home-care`, 4)) / 60);
            read.push(await sumOf(`delivered-${year}-stays`, 5));
          }
          expect(read).toEqual(activity);
        } finally {
          await rm(place, { recursive: true, force: true });
        }
      },
    );
    await fc.assert(cases, { numRuns: 8 });
  }, 60_000);

  it('holds few rows at a time: twice Fjordvik, 1.6 million rows, is written with 16 MB of heap', async () => {
    const place = await mkdtemp(join(tmpdir(), 'fjordvik-'));
    const program = `import { generateFjordvik } from ${JSON.stringify(new URL('generate-fjordvik.ts', import.meta.url).href)};
      await generateFjordvik(${JSON.stringify(place)}, { scale: 2 });`;
    try {
      const options = ['--max-old-space-size=16', '--input-type=module', '--eval', program];
      await promisify(execFile)(process.execPath, options);
      expect((await readdir(join(place, 'data'))).length).toBe(41);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }, 60_000);

  it('refuses a size that is none', async () => {
    await expect(generateFjordvik(dir, { scale: 0 })).rejects.toThrow('the scale must be positive, and is 0');
  });
});
