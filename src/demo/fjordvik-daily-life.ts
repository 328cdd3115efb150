// Attendances at the day centre, safety alarms and hours of personal assistance, each as its own system hands it over.

import { apportion } from '../money/apportion.ts';
import { randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, dateText, type FjordvikYear, monthText, workingDays } from './fjordvik-calendar.ts';
import { amountText } from './fjordvik-ledger.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { people, type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

/** How many, and how many persons: attendances, alarms (each in use all year) and hours of assistance. */
export const DAILY_LIFE = {
  2025: { attendances: 8_800, visitors: 60, alarms: 620, assistanceHours: 47_424, assisted: 24 },
  2026: { attendances: 8_950, visitors: 61, alarms: 640, assistanceHours: 48_100, assisted: 24 },
} as const satisfies { readonly [year in FjordvikYear]: { readonly [what: string]: number } };

const MONTHS_OF_YEAR = DAYS_IN_MONTH.map((_, month) => month);

/** Each person's part of a month's total, with needs that differ by up to half. */
export function* perPerson(
  total: bigint,
  count: number,
  stream: number,
): Generator<[person: number, part: bigint]> {
  for (const block of splitInBlocks(total, count)) {
    const weights = Array.from({ length: block.count }, (_, i) => {
      return BigInt(100 + (randomAt(stream, block.first + i) % 50));
    });
    for (const [i, part] of apportion(block.total, weights).entries()) yield [block.first + i, part];
  }
}

/** Everyone's number at the day centre: every other one also has home care in Sjøsiden. */
export const visitorOf = (user: number): string =>
  user % 2 === 0 ? personOf('sjosiden', user) : personOf('day-centre', user);

/** One row per attendance, in every month: also in July 2025, when the ledger has no cost. */
export function* dayCentreRows(year: FjordvikYear, { seed, scale }: Size): Generator<string> {
  yield 'pnr;tiltak;enhet;dato;oppmøter';
  const { attendances, visitors } = DAILY_LIFE[year];
  const months = apportion(
    scaled(BigInt(attendances), scale),
    DAYS_IN_MONTH.map((_, month) => BigInt(workingDays(year, month).length)),
  );
  const users = people(visitors, scale);
  const name = unitPlan('day-centre').name;
  for (const month of MONTHS_OF_YEAR) {
    const days = workingDays(year, month);
    for (const [user, times] of perPerson(months[month] ?? 0n, users, streamOf(seed, 'day-centre')))
      for (let i = 0; i < Number(times); i++)
        yield `${visitorOf(user)};Dagaktivitet;${name};${dateText(year, month, days[Math.floor((i * days.length) / Number(times))] ?? 1)};1`;
  }
}

/** Whose alarm it is: 250 and 150 of 620 have home care as well. Those who came after 2025 stand last. */
export function alarmGroup(user: number, scale: number): { readonly group: string; readonly person: number } {
  const count = people(DAILY_LIFE[2025].alarms, scale);
  if (user * 620 < count * 250) return { group: 'sjosiden', person: user };
  const innlandet = user - Math.ceil((count * 250) / 620);
  return user * 620 < count * 400
    ? { group: 'innlandet', person: innlandet }
    : { group: 'alarm-team', person: user };
}

export function alarmUser(user: number, scale: number): string {
  const { group, person } = alarmGroup(user, scale);
  return personOf(group, person);
}

/** One row per alarm and month. */
export function* alarmRows(year: FjordvikYear, { scale }: Size): Generator<string> {
  yield 'pnr;tjeneste;enhet;måned;antall';
  const count = people(DAILY_LIFE[year].alarms, scale);
  const name = unitPlan('alarm-team').name;
  for (const month of MONTHS_OF_YEAR)
    for (let user = 0; user < count; user++)
      yield `${alarmUser(user, scale)};Trygghetsalarm;${name};${monthText(year, month)};1`;
}

/** One row per person and month from the provider's invoices, in hours with two decimals. */
export function* assistanceRows(year: FjordvikYear, { seed, scale }: Size): Generator<string> {
  yield 'pnr;tjeneste;leverandør;måned;timer';
  const { assistanceHours, assisted } = DAILY_LIFE[year];
  const months = apportion(scaled(BigInt(assistanceHours * 100), scale), DAYS_IN_MONTH.map(BigInt));
  const name = unitPlan('assistance-provider').name;
  for (const month of MONTHS_OF_YEAR)
    for (const [user, hundredths] of perPerson(
      months[month] ?? 0n,
      people(assisted, scale),
      streamOf(seed, 'assistance'),
    ))
      yield `${personOf('assistance-provider', user)};BPA;${name};${monthText(year, month)};${amountText(hundredths, false)}`;
}
