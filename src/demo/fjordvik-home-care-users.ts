// Who has home care in Fjordvik, month by month: people by number within their unit. In 2026 some leave and are
// followed by somebody new, and some are in hospital for a few days.

import { pick, randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, type FjordvikYear } from './fjordvik-calendar.ts';
import { people, type Size } from './size.ts';

/** Delivered hours of a service at a unit in a year; its users are people `from` to `from + users − 1` of the unit. */
export type HomeCare = {
  readonly unit: string;
  readonly service: string;
  readonly hours: number;
  readonly from: number;
  readonly users: number;
  readonly visitMinutes: number;
  /** What is granted of a whole year, in thousandths of what was delivered: in 2025 all are away one month in twelve. */
  readonly granted: number;
};

const nursing = { service: 'Hjemmesykepleie', visitMinutes: 21 };
const practical = { service: 'Praktisk bistand', visitMinutes: 40 };

/**
 * 2025: 440 and 260 people, 130,000 hours in some 312,000 visits. 2026: Sjøsiden has 31 and 19 users more than the year
 * before, and hardly more hours each; Innlandet is as it was.
 */
export const HOME_CARE: { readonly [year in FjordvikYear]: readonly HomeCare[] } = {
  2025: [
    { unit: 'sjosiden', ...nursing, hours: 55_000, from: 0, users: 300, granted: 1_135 },
    { unit: 'sjosiden', ...practical, hours: 29_000, from: 230, users: 210, granted: 1_150 },
    { unit: 'innlandet', ...nursing, hours: 31_000, from: 0, users: 180, granted: 1_130 },
    { unit: 'innlandet', ...practical, hours: 15_000, from: 140, users: 120, granted: 1_145 },
  ],
  2026: [
    { unit: 'sjosiden', ...nursing, hours: 60_900, from: 0, users: 331, granted: 1_040 },
    { unit: 'sjosiden', ...practical, hours: 31_700, from: 230, users: 229, granted: 1_060 },
    { unit: 'innlandet', ...nursing, hours: 31_300, from: 0, users: 182, granted: 1_035 },
    { unit: 'innlandet', ...practical, hours: 15_000, from: 140, users: 120, granted: 1_055 },
  ],
};

/** No unit has more people at a time; those who come later have numbers above. */
const MOST_PEOPLE = 480;
const ONE_LEAVES_OF = 8;
const ONE_IN_HOSPITAL_OF = 9;

/** A person in the months `from` up to, not including, `to` of a year. */
export type Spell = { readonly person: number; readonly from: number; readonly to: number };

/**
 * Who stands in a place among the users, in order of month: one person all year, or in 2026 one until a month and
 * somebody new from it, so that as many have the service in every month.
 */
export function spellsOf(
  { unit, from }: HomeCare,
  user: number,
  year: FjordvikYear,
  { seed, scale }: Size,
): readonly Spell[] {
  const person = Math.round(from * scale) + user;
  const random = randomAt(streamOf(seed, `home-care/${unit}/leaving`), person);
  if (year === 2025 || random % ONE_LEAVES_OF > 0) return [{ person, from: 0, to: 12 }];
  const month = 1 + (Math.floor(random / ONE_LEAVES_OF) % 11);
  const newcomer = Math.ceil(MOST_PEOPLE * scale) + 1 + person;
  return [
    { person, from: 0, to: month },
    { person: newcomer, from: month, to: 12 },
  ];
}

/** Everyone who has home care in a year, once each, with the months in which they have it. */
export function* homeCarePeople(
  year: FjordvikYear,
  size: Size,
): Generator<Spell & { readonly unit: string }> {
  const seen = new Map<string, number>();
  for (const plan of HOME_CARE[year])
    for (let user = 0; user < usersOf(plan, size); user++) {
      const [first] = spellsOf(plan, user, year, size);
      // Plans of a unit begin where they overlap: who stands below the end of the one before was told of there.
      if (first!.person < (seen.get(plan.unit) ?? 0)) continue;
      seen.set(plan.unit, first!.person + 1);
      for (const spell of spellsOf(plan, user, year, size)) yield { ...spell, unit: plan.unit };
    }
}

/** Days of a month from 1, both included, on which somebody is in hospital; of 2026 only. */
export type HospitalStay = { readonly month: number; readonly from: number; readonly to: number };

/** The hospital stay of a person of a unit in 2026, if there is one: two to nine days within a month. */
export function hospitalStayOf(unit: string, person: number, { seed }: Size): HospitalStay | undefined {
  const stream = streamOf(seed, `home-care/${unit}/hospital`);
  if (randomAt(stream, person) % ONE_IN_HOSPITAL_OF > 0) return undefined;
  const month = randomAt(stream, person, 1) % 12;
  const days = pick(randomAt(stream, person, 2), 2, 9);
  const from = pick(randomAt(stream, person, 3), 1, (DAYS_IN_MONTH[month] ?? 30) - days);
  return { month, from, to: from + days - 1 };
}

/** How many users a service has at a scale, each month of 2026 and at most in 2025. */
export const usersOf = ({ users }: HomeCare, { scale }: Size): number => people(users, scale);

/** What a user needs beside the others, in parts: most 40 to 439, one in seven 900 more. The same in both years. */
export const needOf = (stream: number, user: number): number =>
  40 + (randomAt(stream, user) % 400) + (randomAt(stream, user, 1) % 7 === 0 ? 900 : 0);

/** Whether a user is away and has nothing in a month: one in twelve in 2025, and their decisions pause. */
export const isAway = (stream: number, user: number, year: FjordvikYear, month: number): boolean =>
  year === 2025 && randomAt(stream, user, 2, month) % 12 === 0;
