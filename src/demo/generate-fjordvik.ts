// Writes the demonstration municipality Fjordvik: a whole workspace with model, units, ledger and activity of 2025.
// The same seed and scale give the same bytes, whatever the batch size; memory does not grow with the size.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sumOre } from '../money/ore.ts';
import { alarmRows, assistanceRows, dayCentreRows } from './fjordvik-daily-life.ts';
import { kilometreRows, paidTimeRows, portionRows, unitRows } from './fjordvik-drivers.ts';
import { HOME_CARE, homeCareRows } from './fjordvik-home-care.ts';
import { amountText, ledgerRows } from './fjordvik-ledger.ts';
import { ledgerPlan } from './fjordvik-ledger-plan.ts';
import { type ControlTotals, fjordvikModel } from './fjordvik-model.ts';
import { FJORDVIK_README } from './fjordvik-readme.ts';
import { HOMES, stayRows } from './fjordvik-stays.ts';
import { type Encoding, writeRows } from './row-file.ts';
import { type Size, scaled } from './size.ts';

export type FjordvikOptions = {
  /** Another seed gives other people, visits and vouchers, and the same totals. */
  readonly seed?: number;
  /** How many times larger the municipality is: people, places, visits, vouchers, hours and kroner, so that unit costs and prices stay. */
  readonly scale?: number;
  /** Rows held in memory at a time; changes nothing in the files. */
  readonly batchRows?: number;
  /** Told when a file is done, and now and then while a long one is written: the file and its rows so far. */
  readonly progress?: (file: string, rows: number) => void;
};

const TELL_EVERY_ROWS = 500_000;

type DataFile = { readonly name: string; readonly rows: Iterable<string>; readonly encoding?: Encoding };

const QUARTERS = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
] as const;

function dataFiles(size: Size): DataFile[] {
  const { scale } = size;
  return [
    { name: 'units.csv', rows: unitRows(scale) },
    { name: 'paid-time-2025.csv', rows: paidTimeRows(scale) },
    { name: 'portions-2025.csv', rows: portionRows(scale) },
    { name: 'kilometres-2025.csv', rows: kilometreRows(scale) },
    ...QUARTERS.map((months, i) => ({
      name: `ledger-2025-q${i + 1}.csv`,
      // The first half was written by the old accounting system: with spaces and in Latin-1.
      rows: ledgerRows(size, months, i < 2),
      encoding: i < 2 ? ('latin-1' as const) : ('utf-8' as const),
    })),
    ...QUARTERS.map((months, i) => ({
      name: `delivered-2025-home-care-q${i + 1}.csv`,
      rows: homeCareRows(size, months),
    })),
    { name: 'delivered-2025-stays.csv', rows: stayRows(size) },
    { name: 'delivered-2025-day-centre.csv', rows: dayCentreRows(size) },
    { name: 'delivered-2025-alarms.csv', rows: alarmRows(size) },
    { name: 'delivered-2025-assistance.csv', rows: assistanceRows(size) },
  ];
}

function controlTotals(scale: number): ControlTotals {
  const ledger = sumOre(ledgerPlan(scale).map(({ amountOre }) => amountOre));
  const hours = HOME_CARE.reduce((sum, { hours }) => sum + scaled(BigInt(hours), scale), 0n);
  const days = HOMES.reduce((sum, { days }) => sum + scaled(BigInt(days), scale), 0n);
  return {
    ledger: amountText(ledger, true),
    homeCareHours: String(hours),
    homeDays: String(days),
  };
}

/**
 * Writes the workspace into `dir`, which is made if need be; files of an earlier one are overwritten. About 62,000
 * ledger rows and 330,000 rows of activity at scale 1.
 * @throws RangeError when the scale is not positive, or so large that there are not enough synthetic people (about 170).
 */
export async function generateFjordvik(dir: string, options: FjordvikOptions = {}): Promise<void> {
  const { seed = 9901, scale = 1, batchRows = 5_000, progress } = options;
  if (!(scale > 0)) throw new RangeError(`the scale must be positive, and is ${scale}`);
  const size: Size = { seed, scale };
  await mkdir(join(dir, 'data'), { recursive: true });
  for (const { name, rows, encoding = 'utf-8' } of dataFiles(size)) {
    let told = 0;
    const onBatch = (written: number): void => {
      if (written < told + TELL_EVERY_ROWS) return;
      told = written;
      progress?.(`data/${name}`, written);
    };
    const written = await writeRows(join(dir, 'data', name), rows, { batchRows, encoding, onBatch });
    progress?.(`data/${name}`, written);
  }
  await writeFile(join(dir, 'data', 'README.md'), FJORDVIK_README);
  await writeFile(join(dir, 'innsats.yaml'), fjordvikModel(controlTotals(scale)));
}
