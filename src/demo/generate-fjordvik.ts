// Writes the demonstration municipality Fjordvik: a whole workspace with model and units, ledger and activity of 2025,
// which is costed, and of 2026, which is followed month by month against its budget.
// The same seed and scale give the same bytes, whatever the batch size; memory does not grow with the size.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sumOre } from '../money/ore.ts';
import { budgetRows, budgetVolumeRows } from './fjordvik-budget.ts';
import { type FjordvikYear, YEARS } from './fjordvik-calendar.ts';
import { hospitalRows, placeRows } from './fjordvik-circumstances.ts';
import { FJORDVIK_COMMENTS } from './fjordvik-comments.ts';
import { alarmRows, assistanceRows, dayCentreRows } from './fjordvik-daily-life.ts';
import { decisionRows } from './fjordvik-decisions.ts';
import { kilometreRows, paidTimeRows, portionRows, unitRows } from './fjordvik-drivers.ts';
import { homeCareRows } from './fjordvik-home-care.ts';
import { HOME_CARE } from './fjordvik-home-care-users.ts';
import { assessmentRows, peopleRows } from './fjordvik-inhabitants.ts';
import { amountText } from './fjordvik-ledger.ts';
import {
  accountMapTable,
  accountTables,
  type DataTable,
  ledgerTables,
  QUARTERS,
  writeExport,
} from './fjordvik-ledger-files.ts';
import { ledgerPlan } from './fjordvik-ledger-plan.ts';
import { fjordvikModel } from './fjordvik-model.ts';
import type { YearTotals } from './fjordvik-model-sources.ts';
import { hoursByServiceRows, paidHourRows } from './fjordvik-paid-hours.ts';
import { fjordvikReadme } from './fjordvik-readme.ts';
import { HOMES, stayRows } from './fjordvik-stays.ts';
import type { LedgerFormat, TableFormat } from './formats.ts';
import { type Encoding, writeRows } from './row-file.ts';
import { people, type Size, scaled } from './size.ts';
import { lineTable } from './table-lines.ts';

export type FjordvikOptions = {
  /** Another seed gives other people, visits and vouchers, and the same totals. */
  readonly seed?: number;
  /** How many times larger the municipality is: people, places, visits, vouchers, hours and kroner, so that unit costs and prices stay. */
  readonly scale?: number;
  /** The form of the ledger, csv unless said. */
  readonly ledger?: LedgerFormat;
  /** The form of the activity registers, csv unless said; a KOSTRA ledger has none. */
  readonly activity?: TableFormat;
  /** Rows held in memory at a time; changes nothing in the files. */
  readonly batchRows?: number;
  /** Told when a file is done, and now and then while a long one is written: the file and its rows so far. */
  readonly progress?: (file: string, rows: number) => void;
};

const TELL_EVERY_ROWS = 500_000;
const INHABITANTS = 20_000;

/** What is small, and is kept beside the registers: always CSV. */
const smallTables = (size: Size): DataTable[] => {
  const { scale } = size;
  return [
    { name: 'units', rows: unitRows(scale) },
    { name: 'paid-time-2025', rows: paidTimeRows(scale) },
    { name: 'paid-hours-by-service-2025', rows: hoursByServiceRows(scale) },
    { name: 'portions-2025', rows: portionRows(scale) },
    { name: 'kilometres-2025', rows: kilometreRows(scale) },
    { name: 'budget-2026', rows: budgetRows(scale) },
    { name: 'budget-volumes-2026', rows: budgetVolumeRows(scale) },
    ...YEARS.flatMap((year) => [
      { name: `paid-hours-${year}`, rows: paidHourRows(year, scale) },
      { name: `places-${year}`, rows: placeRows(year, size) },
    ]),
    { name: 'people', rows: peopleRows(size) },
    { name: 'assessments', rows: assessmentRows(size) },
  ];
};

const activityTables = (year: FjordvikYear, size: Size): DataTable[] => [
  ...QUARTERS.map((months, i) => ({
    name: `delivered-${year}-home-care-q${i + 1}`,
    rows: homeCareRows(year, size, months),
  })),
  { name: `delivered-${year}-stays`, rows: stayRows(year, size) },
  { name: `delivered-${year}-day-centre`, rows: dayCentreRows(year, size) },
  { name: `delivered-${year}-alarms`, rows: alarmRows(year, size) },
  { name: `delivered-${year}-assistance`, rows: assistanceRows(year, size) },
  { name: `decisions-${year}`, rows: decisionRows(year, size) },
  ...(year === 2026 ? [{ name: `hospital-${year}`, rows: hospitalRows(size) }] : []),
];

function controlTotals(year: FjordvikYear, scale: number): YearTotals {
  const ledger = sumOre(ledgerPlan(year, scale).map(({ amountOre }) => amountOre));
  const hours = HOME_CARE[year].reduce((sum, { hours }) => sum + scaled(BigInt(hours), scale), 0n);
  const days = HOMES.reduce((sum, home) => sum + scaled(BigInt(home.days[year]), scale), 0n);
  return {
    ledger: amountText(ledger, true),
    homeCareHours: String(hours),
    homeDays: String(days),
  };
}

/**
 * Writes the workspace into `dir`, which is made if need be; files of an earlier one are overwritten. About 62,000
 * ledger rows and 350,000 rows of activity a year at scale 1. Unit costs and prices are the same in all forms but KOSTRA.
 * @throws RangeError when the scale is not positive, or so large that there are not enough synthetic people (about 170).
 */
export async function generateFjordvik(dir: string, options: FjordvikOptions = {}): Promise<void> {
  const { seed = 9901, scale = 1, ledger = 'csv', activity = 'csv' } = options;
  if (!(scale > 0)) throw new RangeError(`the scale must be positive, and is ${scale}`);
  const size: Size = { seed, scale };
  const data = join(dir, 'data');
  await mkdir(data, { recursive: true });
  if (ledger === 'kostra') {
    const { writeKostraWorkspace } = await import('./fjordvik-kostra.ts');
    for (const file of await writeKostraWorkspace(dir, scale)) options.progress?.(file, 0);
    return;
  }
  const write = (tables: readonly DataTable[], format: TableFormat): Promise<void> =>
    writeTables(data, tables, format, options);
  await write(smallTables(size), 'csv');
  if (ledger !== 'csv') await write([accountMapTable(size)], 'csv');
  for (const year of YEARS) {
    if (ledger === 'saft' || ledger === 'sie') {
      const { name, rows } = await writeExport(data, ledger, year, size);
      options.progress?.(`data/${name}`, rows);
    } else if (ledger === 'csv') await write(ledgerTables(year, size), 'csv');
    else await write(accountTables(year, size), ledger);
    await write(activityTables(year, size), activity);
  }
  await writeFile(join(data, 'README.md'), fjordvikReadme({ ledger, activity }));
  await mkdir(join(dir, 'comments'), { recursive: true });
  for (const [month, text] of Object.entries(FJORDVIK_COMMENTS))
    await writeFile(join(dir, 'comments', `${month}.yaml`), text);
  const totals = {
    2025: controlTotals(2025, scale),
    2026: controlTotals(2026, scale),
    inhabitants: people(INHABITANTS, scale),
  };
  await writeFile(join(dir, 'innsats.yaml'), fjordvikModel(totals, { ledger, activity }));
}

async function writeTables(
  data: string,
  tables: readonly DataTable[],
  format: TableFormat,
  { batchRows = 1_000, progress }: FjordvikOptions,
): Promise<void> {
  for (const { name, rows, encoding = 'utf-8' } of tables) {
    const file = `${name}.${format}`;
    let told = 0;
    const onBatch = (written: number): void => {
      if (written < told + TELL_EVERY_ROWS) return;
      told = written;
      progress?.(`data/${file}`, written);
    };
    const path = join(data, file);
    const written = await WRITERS[format](path, rows, { batchRows, encoding, onBatch });
    progress?.(`data/${file}`, written);
  }
}

type TableWriter = (
  path: string,
  rows: Iterable<string>,
  options: {
    readonly batchRows: number;
    readonly encoding: Encoding;
    readonly onBatch: (rows: number) => void;
  },
) => Promise<number>;

/** Engines and workbooks are loaded only where they are written: CSV of any size needs no more than a small heap. */
const WRITERS: { readonly [format in TableFormat]: TableWriter } = {
  csv: writeRows,
  xlsx: async (path, rows, { onBatch }) => {
    const { writeSheets } = await import('./write-sheets.ts');
    return writeSheets(path, lineTable(rows), { onFile: onBatch });
  },
  parquet: async (path, rows, { batchRows, onBatch }) => {
    const { writeParquet } = await import('./write-parquet.ts');
    return writeParquet(path, lineTable(rows), { batchRows, onBatch });
  },
};
