// Attendances at the day centre, safety alarms and hours of personal assistance in 2025, each as its own system
// hands it over.

import { apportion } from '../money/apportion.ts';
import { randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, dateText, monthText, workingDays } from './fjordvik-calendar.ts';
import { amountText } from './fjordvik-ledger.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { people, type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

export const ATTENDANCES = 8_800;
const DAY_CENTRE_USERS = 60;
export const ALARMS = 620;
export const ASSISTANCE_HOURS = 47_424;
const ASSISTANCE_USERS = 24;
const MONTHS_OF_YEAR = DAYS_IN_MONTH.map((_, month) => month);

/** Each person's part of a month's total, with needs that differ by up to half. */
function* perPerson(total: bigint, count: number, stream: number): Generator<[person: number, part: bigint]> {
  for (const block of splitInBlocks(total, count)) {
    const weights = Array.from({ length: block.count }, (_, i) => {
      return BigInt(100 + (randomAt(stream, block.first + i) % 50));
    });
    for (const [i, part] of apportion(block.total, weights).entries()) yield [block.first + i, part];
  }
}

/** One row per attendance, in every month: also in July, when the ledger has no cost. */
export function* dayCentreRows({ seed, scale }: Size): Generator<string> {
  yield 'pnr;tiltak;enhet;dato;oppmøter';
  const months = apportion(
    scaled(BigInt(ATTENDANCES), scale),
    DAYS_IN_MONTH.map((_, month) => BigInt(workingDays(month).length)),
  );
  const users = people(DAY_CENTRE_USERS, scale);
  const name = unitPlan('day-centre').name;
  for (const month of MONTHS_OF_YEAR) {
    const days = workingDays(month);
    for (const [user, times] of perPerson(months[month] ?? 0n, users, streamOf(seed, 'day-centre'))) {
      // Every other one also has home care in Sjøsiden.
      const person = user % 2 === 0 ? personOf('sjosiden', user) : personOf('day-centre', user);
      for (let i = 0; i < Number(times); i++)
        yield `${person};Dagaktivitet;${name};${dateText(month, days[Math.floor((i * days.length) / Number(times))] ?? 1)};1`;
    }
  }
}

/** The home of an alarm: 250 and 150 of 620 have home care as well. */
function alarmUser(user: number, count: number): string {
  if (user * ALARMS < count * 250) return personOf('sjosiden', user);
  if (user * ALARMS < count * 400) return personOf('innlandet', user - Math.ceil((count * 250) / ALARMS));
  return personOf('alarm-team', user);
}

/** One row per alarm and month. */
export function* alarmRows({ scale }: Size): Generator<string> {
  yield 'pnr;tjeneste;enhet;måned;antall';
  const count = people(ALARMS, scale);
  const name = unitPlan('alarm-team').name;
  for (const month of MONTHS_OF_YEAR)
    for (let user = 0; user < count; user++)
      yield `${alarmUser(user, count)};Trygghetsalarm;${name};${monthText(month)};1`;
}

/** One row per person and month from the provider's invoices, in hours with two decimals. */
export function* assistanceRows({ seed, scale }: Size): Generator<string> {
  yield 'pnr;tjeneste;leverandør;måned;timer';
  const months = apportion(scaled(BigInt(ASSISTANCE_HOURS * 100), scale), DAYS_IN_MONTH.map(BigInt));
  const name = unitPlan('assistance-provider').name;
  for (const month of MONTHS_OF_YEAR)
    for (const [user, hundredths] of perPerson(
      months[month] ?? 0n,
      people(ASSISTANCE_USERS, scale),
      streamOf(seed, 'assistance'),
    ))
      yield `${personOf('assistance-provider', user)};BPA;${name};${monthText(month)};${amountText(hundredths, false)}`;
}
