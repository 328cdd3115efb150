// The accounts of a made-up neighbour, Vestbygd (9902): kindergartens, schools and child welfare, and what pays for
// them, as a KOSTRA file of the year 2025 that passes the controls of Statistics Norway.

import { apportion } from '../money/apportion.ts';
import type { KostraFile, KostraRecord } from './write-kostra.ts';

/** Adjusted gross expense by function, in thousand kroner, with the wage part in hundredths and what it takes in fees. */
type Sector = {
  readonly function: string;
  readonly gross: number;
  readonly wages: number;
  readonly fees?: number;
};

const SECTORS: readonly Sector[] = [
  { function: '201', gross: 118_400, wages: 86, fees: 14_900 },
  { function: '211', gross: 14_200, wages: 95 },
  { function: '221', gross: 19_700, wages: 12 },
  { function: '202', gross: 201_300, wages: 88 },
  { function: '215', gross: 15_100, wages: 90, fees: 6_300 },
  { function: '222', gross: 46_900, wages: 18 },
  { function: '223', gross: 5_400, wages: 8 },
  { function: '244', gross: 16_800, wages: 84 },
  { function: '251', gross: 7_900, wages: 35 },
  { function: '252', gross: 24_600, wages: 9 },
];

const BUILDINGS = ['221', '222'];
const WAGES = { '010': 690, '020': 45, '030': 25, '040': 10, '090': 100, '099': 130 };
const RUNNING = {
  '100': 40,
  '105': 110,
  '115': 60,
  '120': 120,
  '180': 190,
  '195': 80,
  '200': 120,
  '230': 160,
  '260': 120,
};
const CHILD_WELFARE = { '350': 150, '370': 850 };

function shared(
  sector: string,
  thousand: number,
  weights: { readonly [article: string]: number },
): KostraRecord[] {
  const articles = Object.keys(weights);
  const amounts = apportion(BigInt(thousand), Object.values(weights).map(BigInt), articles);
  return articles.map((article, i) => ({
    class: '1',
    function: sector,
    article,
    thousand: Number(amounts[i]),
  }));
}

/** Wages, running costs (bought measures in child welfare, depreciation in buildings), fees and sick-pay refunds. */
function sectorRecords({ function: code, gross, wages, fees = 0 }: Sector): KostraRecord[] {
  const pay = Math.round((gross * wages) / 100);
  const refund = Math.round(pay * 0.045);
  const depreciation = BUILDINGS.includes(code) ? Math.round(gross * 0.22) : 0;
  const other = code === '251' || code === '252' ? CHILD_WELFARE : RUNNING;
  const single = (article: string, thousand: number): KostraRecord[] =>
    thousand === 0 ? [] : [{ class: '1', function: code, article, thousand }];
  return [
    ...shared(code, pay + refund, WAGES),
    ...shared(code, gross - pay - depreciation, other),
    ...single('590', depreciation),
    ...single('600', -fees),
    ...single('710', -refund),
  ];
}

/** Vestbygd's accounts of 2025: what the sectors cost is met by grants and taxes, so that all records sum to zero. */
export function neighbourKostra(): KostraFile {
  const sectors = SECTORS.flatMap(sectorRecords);
  const sum = (records: readonly KostraRecord[]): number =>
    records.reduce((total, { thousand }) => total + thousand, 0);
  const depreciation = sum(sectors.filter(({ article }) => article === '590'));
  const met = sum(sectors) - depreciation;
  const tax = Math.round(met * 0.45);
  const records: KostraRecord[] = [
    ...sectors,
    { class: '1', function: '860', article: '990', thousand: -depreciation },
    { class: '1', function: '800', article: '870', thousand: -tax },
    { class: '1', function: '840', article: '800', thousand: -(met - tax) },
  ];
  return { form: '0A', year: 2025, region: '990200', records };
}
