// Fjordvik as someone meets it who has only what was reported to Statistics Norway: the year's accounting file 0A, a
// table of yearly volumes and the beginner's model that is proposed from the two.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proposeModel } from '../model/propose-model.ts';
import { byKey } from '../money/apportion.ts';
import { roundHalfAway } from '../money/fraction.ts';
import { DAILY_LIFE } from './fjordvik-daily-life.ts';
import { HOME_CARE } from './fjordvik-home-care-users.ts';
import { ledgerPlan } from './fjordvik-ledger-plan.ts';
import { fjordvikKostraReadme } from './fjordvik-readme.ts';
import { HOMES } from './fjordvik-stays.ts';
import { scaled } from './size.ts';
import { type KostraFile, type KostraRecord, writeKostra } from './write-kostra.ts';

const ORE_PER_THOUSAND = 100_000n;
const LEDGER = '0A_2025.dat';
const VOLUMES = 'volumes-2025.csv';

/**
 * The year by function and article in thousand kroner, each rounded by itself (halves away from zero), as it is
 * reported; grants of the state meet what is left, so that the records sum to zero.
 */
export function fjordvikKostra(scale: number): KostraFile {
  const sums = new Map<string, bigint>();
  for (const { function: code, article, amountOre } of ledgerPlan(2025, scale))
    sums.set(`${code} ${article}`, (sums.get(`${code} ${article}`) ?? 0n) + amountOre);
  const record = (code: string, article: string, thousand: number): KostraRecord => ({
    ...{ class: '1', function: code, article, thousand },
  });
  const care = [...sums]
    .sort(([a], [b]) => byKey(a, b))
    .map(([key, sum]) => {
      const thousand = roundHalfAway({ num: sum, den: ORE_PER_THOUSAND });
      return record(key.slice(0, 3), key.slice(4), Number(thousand));
    })
    .filter(({ thousand }) => thousand !== 0);
  const sumOf = (records: readonly KostraRecord[]): number =>
    records.reduce((sum, { thousand }) => sum + thousand, 0);
  const depreciation = sumOf(care.filter(({ article }) => article === '590'));
  const financing = [
    record('860', '990', -depreciation),
    record('840', '800', -(sumOf(care) - depreciation)),
  ].filter(({ thousand }) => thousand !== 0);
  return { form: '0A', year: 2025, region: '990100', records: [...care, ...financing] };
}

type VolumeRow = { service: string; measure: string; quantity: string; functions: string[] };

/** The year's volumes, in services that the functions of KOSTRA can tell apart. */
export function yearlyVolumes(scale: number): VolumeRow[] {
  const sum = (parts: readonly number[]): string =>
    String(parts.reduce((total, part) => total + scaled(BigInt(part), scale), 0n));
  const days = (isGroupHome: boolean): number[] =>
    HOMES.filter(({ unit }) => (unit === 'group-homes') === isGroupHome).map((home) => home.days[2025]);
  const { attendances, alarms, assistanceHours } = DAILY_LIFE[2025];
  const hours = [...HOME_CARE[2025].map((part) => part.hours), assistanceHours];
  return [
    { service: 'Sykehjem', measure: 'day', quantity: sum(days(false)), functions: ['253', '261'] },
    { service: 'Bofellesskap', measure: 'day', quantity: sum(days(true)), functions: ['257'] },
    { service: 'Hjemmetjenester', measure: 'hour', quantity: sum(hours), functions: ['258'] },
    { service: 'Dagaktivitet', measure: 'attendance', quantity: sum([attendances]), functions: ['234'] },
    { service: 'Trygghetsalarm', measure: 'month', quantity: sum([alarms * 12]), functions: ['234'] },
  ];
}

/** Gross expense of each function in øre, by which the proposed model names the largest without volumes. */
function functionsOf(file: KostraFile): { function: string; amountOre: bigint }[] {
  const sums = new Map<string, bigint>();
  for (const { function: code, article, thousand } of file.records)
    if (article < '600') sums.set(code, (sums.get(code) ?? 0n) + BigInt(thousand) * ORE_PER_THOUSAND);
  return [...sums].map(([code, amountOre]) => ({ function: code, amountOre }));
}

/** Writes the workspace: `data/0A_2025.dat`, `data/volumes-2025.csv` and the model that "innsats init" proposes for them. */
export async function writeKostraWorkspace(dir: string, scale: number): Promise<readonly string[]> {
  const data = join(dir, 'data');
  await mkdir(data, { recursive: true });
  const file = fjordvikKostra(scale);
  const volumes = yearlyVolumes(scale);
  await writeKostra(join(data, LEDGER), file);
  const rows = volumes.map(({ service, measure, quantity, functions }) =>
    [service, measure, quantity, functions.join(' ')].join(';'),
  );
  await writeFile(
    join(data, VOLUMES),
    ['service;measure;quantity;functions', ...rows].map((row) => `${row}\r\n`).join(''),
  );
  const model = proposeModel({
    ...{ region: file.region, year: file.year, volumes, functions: functionsOf(file) },
    ...{ ledgerFiles: [`data/${LEDGER}`], volumesFile: `data/${VOLUMES}` },
  });
  await writeFile(join(dir, 'innsats.yaml'), model);
  await writeFile(join(data, 'README.md'), fjordvikKostraReadme(LEDGER, VOLUMES));
  return [`data/${LEDGER}`, `data/${VOLUMES}`];
}
