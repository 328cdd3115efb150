// Paid hours as payroll lists them: by unit, month and kind. What the price's wages paid for; night patrol and unit
// management are not in it, and hours of sick leave stand beside.

import { apportion } from '../money/apportion.ts';
import { MONTHS, type Months } from './fjordvik-articles.ts';
import { DAYS_IN_MONTH, type FjordvikYear, monthText } from './fjordvik-calendar.ts';
import { HOME_CARE_HOURS, number, ONE_SERVICE } from './fjordvik-drivers.ts';
import { amountText } from './fjordvik-ledger.ts';
import { unitPlan } from './fjordvik-units.ts';
import { scaled } from './size.ts';

/** A unit's hours of a year; overtime and agency are of `paid`, sick leave is not. */
type PaidHours = {
  readonly unit: string;
  readonly paid: number;
  readonly overtime: number;
  readonly agency: number;
  readonly sickLeave: number;
  /** What the days of each month are multiplied by; absent where hours fall on the year by its days. */
  readonly paidMonths?: Months;
  readonly agencyMonths: Months;
};

const usual = { agencyMonths: MONTHS.summerHelp };
/** Hours up to April are those of last year's standard, 29,664 of 90,226; from May on 6.56 % more. */
const DEAR_FROM_MAY = MONTHS.even.map((_, month) => (month < 4 ? 10_000 : 10_656));

const HOME_CARE: { readonly [year in FjordvikYear]: readonly PaidHours[] } = {
  2025: [
    { unit: 'sjosiden', paid: 145_980, overtime: 1_900, agency: 1_240, sickLeave: 12_600, ...usual },
    { unit: 'innlandet', paid: 89_620, overtime: 1_210, agency: 770, sickLeave: 7_950, ...usual },
  ],
  // Innlandet: one hour in twelve and a half from an agency, all of them from May on.
  2026: [
    { unit: 'sjosiden', paid: 161_400, overtime: 2_260, agency: 1_380, sickLeave: 13_700, ...usual },
    {
      ...{ unit: 'innlandet', paid: 94_200, overtime: 2_180, agency: 7_536, sickLeave: 9_600 },
      paidMonths: DEAR_FROM_MAY,
      agencyMonths: MONTHS.fromMay,
    },
  ],
};

/** Paid hours of a full-time equivalent, overtime among them, where staff all do one thing; in thousandths by year. */
const HOURS_PER_FTE = 1_790;
const CHANGE_2026: { readonly [unit: string]: number } = { bakkehaugen: 978, 'group-homes': 1_012 };

const hoursOf2025 = (id: string): number => Math.round((unitPlan(id).fteTenths / 10) * HOURS_PER_FTE);

function oneServiceHours(id: string, year: FjordvikYear): PaidHours {
  const change = year === 2026 ? (CHANGE_2026[id] ?? 1_000) : 1_000;
  const paid = Math.round((hoursOf2025(id) * change) / 1_000);
  const share = (perMille: number): number => Math.round((paid * perMille) / 1_000);
  return { unit: id, paid, overtime: share(11), agency: share(8), sickLeave: share(90), ...usual };
}

/** Hundredths of an hour by month. */
function byMonth(hours: number, weights: Months, scale: number): bigint[] {
  return apportion(scaled(BigInt(hours) * 100n, scale), weights.map(BigInt));
}

function* unitRows(plan: PaidHours, year: FjordvikYear, scale: number): Generator<string> {
  const weights = DAYS_IN_MONTH.map((days, month) => days * (plan.paidMonths?.[month] ?? 1));
  const paid = byMonth(plan.paid, weights, scale);
  const [overtime, agency, sickLeave] = [
    byMonth(plan.overtime, MONTHS.supplements, scale),
    byMonth(plan.agency, plan.agencyMonths, scale),
    byMonth(plan.sickLeave, MONTHS.sickLeave, scale),
  ];
  for (const [month, hours] of paid.entries()) {
    const kinds: readonly (readonly [string, bigint])[] = [
      ['Ordinær', hours - overtime[month]! - agency[month]!],
      ['Overtid', overtime[month]!],
      ['Innleie', agency[month]!],
      ['Sykefravær', sickLeave[month]!],
    ];
    for (const [kind, hundredths] of kinds)
      if (hundredths !== 0n)
        yield `${unitPlan(plan.unit).name};${monthText(year, month)};${kind};${amountText(hundredths, false)}`;
  }
}

/** data/paid-hours-<year>.csv. */
export function* paidHourRows(year: FjordvikYear, scale: number): Generator<string> {
  yield 'enhet;måned;timetype;timer';
  const others = ONE_SERVICE.map(([id]) => oneServiceHours(id, year));
  for (const plan of [...HOME_CARE[year], ...others]) yield* unitRows(plan, year, scale);
}

/** data/paid-hours-by-service-2025.csv: what the paid hours of the cost year went to. */
export const hoursByServiceRows = (scale: number): readonly string[] => [
  'unit;service;quantity',
  ...HOME_CARE_HOURS.map(({ unit, service, hours }) => `${unit};${service};${number(hours, scale)}`),
  ...ONE_SERVICE.map(([id, service]) => `${id};${service};${number(hoursOf2025(id), scale)}`),
];
