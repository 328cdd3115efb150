// Home care visits of 2025 as the care system hands them over: one row per visit, in minutes.

import { apportion } from '../money/apportion.ts';
import { randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, dateText } from './fjordvik-calendar.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { people, type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

const HOME_CARE_HEADER = 'pnr;tjeneste;enhet;dato;minutter';

/** Delivered hours of a service at a unit; its users are people `from` to `from + users − 1` of the unit. */
type HomeCare = {
  readonly unit: string;
  readonly service: string;
  readonly hours: number;
  readonly from: number;
  readonly users: number;
  readonly visitMinutes: number;
};

const nursing = { service: 'Hjemmesykepleie', visitMinutes: 21 };
const practical = { service: 'Praktisk bistand', visitMinutes: 40 };

/** 440 and 260 people; 70 and 40 of them have both services. Together 130,000 hours in some 312,000 visits. */
export const HOME_CARE: readonly HomeCare[] = [
  { unit: 'sjosiden', ...nursing, hours: 55_000, from: 0, users: 300 },
  { unit: 'sjosiden', ...practical, hours: 29_000, from: 230, users: 210 },
  { unit: 'innlandet', ...nursing, hours: 31_000, from: 0, users: 180 },
  { unit: 'innlandet', ...practical, hours: 15_000, from: 140, users: 120 },
];

/** One in twelve is away in a month, but never the first of a block, so that someone takes the time. */
function weightOf(stream: number, person: number, month: number, isFirst: boolean): bigint {
  const need = 40 + (randomAt(stream, person) % 400) + (randomAt(stream, person, 1) % 7 === 0 ? 900 : 0);
  return !isFirst && randomAt(stream, person, 2, month) % 12 === 0 ? 0n : BigInt(need);
}

/** The visits of one person in a month: `minutes` over as many visits as their usual length gives. */
function* visits(
  stream: number,
  minutes: bigint,
  plan: HomeCare,
  month: number,
): Generator<[string, bigint]> {
  if (minutes <= 0n) return;
  const count = Math.max(1, Math.round(Number(minutes) / plan.visitMinutes));
  const lengths = apportion(
    minutes,
    Array.from({ length: count }, (_, i) => BigInt(60 + (randomAt(stream, i) % 81))),
  );
  const days = DAYS_IN_MONTH[month] ?? 30;
  for (const [i, length] of lengths.entries())
    if (length > 0n) yield [dateText(month, Math.floor((i * days) / count) + 1), length];
}

function* monthRows(plan: HomeCare, month: number, { seed, scale }: Size): Generator<string> {
  const year = scaled(BigInt(plan.hours), scale) * 60n;
  const minutes = apportion(year, DAYS_IN_MONTH.map(BigInt))[month] ?? 0n;
  const stream = streamOf(seed, `home-care/${plan.unit}/${plan.service}`);
  const name = unitPlan(plan.unit).name;
  const firstPerson = Math.round(plan.from * scale);
  for (const { first, count, total } of splitInBlocks(minutes, people(plan.users, scale))) {
    const shares = apportion(
      total,
      Array.from({ length: count }, (_, i) => weightOf(stream, first + i, month, i === 0)),
    );
    for (const [i, share] of shares.entries()) {
      const person = personOf(plan.unit, firstPerson + first + i);
      const own = randomAt(stream, first + i, 3, month);
      for (const [date, length] of visits(own, share, plan, month))
        yield `${person};${plan.service};${name};${date};${length}`;
    }
  }
}

/** The visits of some months (0 = January), by month, unit, service and person. */
export function* homeCareRows(size: Size, months: readonly number[]): Generator<string> {
  yield HOME_CARE_HEADER;
  for (const month of months) for (const plan of HOME_CARE) yield* monthRows(plan, month, size);
}
