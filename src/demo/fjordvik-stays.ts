// Nights in nursing homes and group homes: one row per person, unit and month with the days of the stay. A place is
// left and taken again during the year; the days between are empty.

import { apportion } from '../money/apportion.ts';
import { pick, randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, DAYS_IN_YEAR, type FjordvikYear, monthText } from './fjordvik-calendar.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

const STAYS_HEADER = 'pnr;opphold;institusjon;måned;behov;døgn';

export type Home = {
  readonly unit: string;
  readonly stay: string;
  readonly places: number;
  readonly days: { readonly [year in FjordvikYear]: number };
  /** The first so many places are for short stays. */
  readonly shortPlaces?: number;
  /** The last so many places stand empty from September 2026 on. */
  readonly emptied?: number;
  /** Parts of a hundred with dementia and with reinforced care; absent where needs are not graded. */
  readonly levels?: readonly [dementia: number, reinforced: number];
};

const long = 'Langtidsopphold';

/**
 * 2025: 55,517 days in institutions (97.5 % of 156 places), 13,140 in group homes, 730 bought. In 2026 nobody moves into
 * six of Bakkehaugen's places after August: 122 days of each.
 */
export const HOMES: readonly Home[] = [
  { unit: 'solvang', stay: long, places: 64, days: { 2025: 22_776, 2026: 22_810 }, levels: [31, 8] },
  { unit: 'fjordglott', stay: long, places: 52, days: { 2025: 18_506, 2026: 18_490 }, levels: [33, 8] },
  {
    unit: 'bakkehaugen',
    stay: long,
    places: 40,
    days: { 2025: 14_235, 2026: 13_520 },
    shortPlaces: 14,
    emptied: 6,
    levels: [36, 11],
  },
  { unit: 'group-homes', stay: 'Bofellesskap', places: 36, days: { 2025: 13_140, 2026: 13_140 } },
  { unit: 'bought-places', stay: 'Kjøpt plass', places: 2, days: { 2025: 730, 2026: 730 } },
];

/** Room for so many people in one place. */
const STAYS_PER_PLACE = 16;
/** 1 September, counted from 0. */
const EMPTIED_FROM = 243;
/** In a municipality so small that its one place stands empty longer, nobody moves. */
const LONGEST_GAP = 100;

/**
 * The one who moves from Fjordgløtt to Solvang, in the place of that number, and is counted in both for some days (an
 * error of the register): days count from 0, so that 140 is 21 May and 253 is 11 September.
 */
const MOVES: { readonly [year in FjordvikYear]: { readonly place: number; in: number; out: number } } = {
  2025: { place: 0, in: 140, out: 140 + 11 },
  2026: { place: 1, in: 253, out: 253 + 8 },
};

/** Days from `from` up to, not including, `to`, of one person. */
export type Stay = {
  readonly person: string;
  /** The home that the person first lived in. */
  readonly cameFrom: string;
  readonly from: number;
  readonly to: number;
  readonly level: string;
  readonly service: string;
};

/** A place in a year: days on which it can be used, and how many of them are empty. */
type Place = {
  readonly home: Home;
  readonly year: FjordvikYear;
  readonly place: number;
  readonly days: number;
  readonly empty: bigint;
};

const isShort = ({ home, place }: Place): boolean => place < (home.shortPlaces ?? 0);

/** Lengths of stays and of the empty gaps between them; without empty days nobody moves. */
function lengths(stream: number, place: Place): [stays: bigint[], gaps: bigint[]] {
  const { year, place: number, days, empty } = place;
  const isOften = isShort(place);
  const random = (purpose: number, i = 0): number =>
    randomAt(stream, number, purpose + (year - 2025) * 10, i);
  const changes = empty === 0n && !isOften ? 0 : isOften ? pick(random(1), 9, 13) : 1;
  const weights = (count: number, purpose: number): bigint[] =>
    Array.from({ length: count }, (_, i) => BigInt(30 + (random(purpose, i) % 70)));
  const gaps = changes === 0 ? [] : apportion(empty, weights(changes, 2));
  return [apportion(BigInt(days) - empty, weights(changes + 1, 3)), gaps];
}

/** The place that somebody moves from or to, if this is it. */
function movedBetween({ home, year, place, empty }: Place): [bigint[], bigint[]] | undefined {
  const [move, gap] = [MOVES[year], Number(empty)];
  if (place !== move.place || gap > LONGEST_GAP) return undefined;
  if (home.unit === 'solvang') return [[BigInt(move.in - gap), BigInt(DAYS_IN_YEAR - move.in)], [empty]];
  if (home.unit === 'fjordglott') return [[BigInt(move.out), BigInt(DAYS_IN_YEAR - move.out - gap)], [empty]];
  return undefined;
}

function levelOf(home: Home, random: number): string {
  if (!home.levels) return '';
  const [dementia, reinforced] = home.levels;
  const percent = random % 100;
  return percent < reinforced ? 'Forsterket' : percent < reinforced + dementia ? 'Demens' : 'Ordinær';
}

/** The number of the first who stays in a place in a year: who came last in 2025 is there at New Year; short stays come again. */
const firstOf = (place: Place): number =>
  place.year === 2025 || isShort(place) || place.home.days[2025] >= place.home.places * DAYS_IN_YEAR ? 0 : 1;

/** The person with this number in a place. Who has moved from Fjordgløtt to Solvang is the same person in both. */
function personIn(
  { home, year, place }: Place,
  number: number,
  hasMove: boolean,
): Pick<Stay, 'person' | 'cameFrom'> {
  const hasMoved =
    home.unit === 'solvang' &&
    ((place === MOVES[2025].place && number === 1 && (hasMove || year === 2026)) ||
      (place === MOVES[2026].place && number === 2 && hasMove));
  const cameFrom = hasMoved ? 'fjordglott' : home.unit;
  const of = hasMoved ? number - 1 : number;
  return { person: personOf(cameFrom, place * STAYS_PER_PLACE + of), cameFrom };
}

function staysOf(stream: number, place: Place): Stay[] {
  const { home } = place;
  const move = movedBetween(place);
  const [lasts, gaps] = move ?? lengths(stream, place);
  let day = 0;
  return lasts.map((days, i) => {
    const from = day;
    const to = from + Number(days);
    day = to + Number(gaps[i] ?? 0n);
    const number = firstOf(place) + i;
    const who = personIn(place, number, move !== undefined);
    const level = levelOf(home, randomAt(stream, place.place, 4, number));
    return { ...who, from, to, level, service: isShort(place) ? 'Korttidsopphold' : home.stay };
  });
}

/** The days of a stay in each month that it touches: [[0, 31], [1, 12]]. */
function daysByMonth({ from, to }: Pick<Stay, 'from' | 'to'>): [month: number, days: number][] {
  let start = 0;
  return DAYS_IN_MONTH.flatMap((length, month) => {
    const days = Math.min(to, start + length) - Math.max(from, start);
    start += length;
    return days > 0 ? [[month, days] as [number, number]] : [];
  });
}

/** How many places a home has at a scale: never fewer than the days need, so that 3.4 are 4. */
export const placesOf = (home: Home, scale: number): number => Math.ceil(home.places * scale);

/** The stays of a home in a year, place by place. */
function* staysByPlace(home: Home, year: FjordvikYear, { seed, scale }: Size): Generator<Stay[]> {
  const places = placesOf(home, scale);
  const emptied = year === 2026 ? Math.floor((home.emptied ?? 0) * scale) : 0;
  const stream = streamOf(seed, `stays/${home.unit}`);
  const available = BigInt(places * DAYS_IN_YEAR - emptied * (DAYS_IN_YEAR - EMPTIED_FROM));
  const days = scaled(BigInt(home.days[year]), scale);
  const empty = days < available ? available - days : 0n;
  for (const { first, count, total } of splitInBlocks(empty, places)) {
    const weights = Array.from({ length: count }, (_, i) => BigInt(1 + (randomAt(stream, first + i) % 9)));
    for (const [i, emptyDays] of apportion(total, weights).entries()) {
      const place = first + i;
      const usable = place < places - emptied ? DAYS_IN_YEAR : EMPTIED_FROM;
      yield staysOf(stream, { home, year, place, days: usable, empty: emptyDays });
    }
  }
}

/** All stays of a home in a year, by place. */
export function* staysIn(home: Home, year: FjordvikYear, size: Size): Generator<Stay> {
  for (const stays of staysByPlace(home, year, size)) yield* stays.filter(({ from, to }) => from < to);
}

/** Everyone who has stayed in a home in either year, once each; who has moved between homes stands where they came from. */
export function* peopleIn(home: Home, size: Size): Generator<string> {
  const later = staysByPlace(home, 2026, size);
  for (const stays of staysByPlace(home, 2025, size)) {
    const both = [...stays, ...(later.next().value ?? [])];
    yield* new Set(
      both
        .filter(({ from, to, cameFrom }) => from < to && cameFrom === home.unit)
        .map(({ person }) => person),
    );
  }
}

/** Who lives first in a place of a home: where nobody moves, all the time. */
export const firstIn = (unit: string, place: number): string => personOf(unit, place * STAYS_PER_PLACE);

/** All stays of the year, by home, place, stay and month. */
export function* stayRows(year: FjordvikYear, size: Size): Generator<string> {
  yield STAYS_HEADER;
  for (const home of HOMES) {
    const { name } = unitPlan(home.unit);
    for (const { person, from, to, level, service } of staysIn(home, year, size))
      for (const [month, length] of daysByMonth({ from, to }))
        yield `${person};${service};${name};${monthText(year, month)};${level};${length}`;
  }
}
