// Nights in nursing homes and group homes in 2025: one row per person, unit and month with the days of the stay.
// A place is left and taken again during the year; the days between are empty.

import { apportion } from '../money/apportion.ts';
import { pick, randomAt, streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, DAYS_IN_YEAR, monthText } from './fjordvik-calendar.ts';
import { personOf } from './fjordvik-people.ts';
import { unitPlan } from './fjordvik-units.ts';
import { type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

const STAYS_HEADER = 'pnr;opphold;institusjon;måned;behov;døgn';

type Home = {
  readonly unit: string;
  readonly stay: string;
  readonly places: number;
  readonly days: number;
  /** The first so many places are for short stays. */
  readonly shortPlaces?: number;
  /** Parts of a hundred with dementia and with reinforced care; absent where needs are not graded. */
  readonly levels?: readonly [dementia: number, reinforced: number];
};

/** 55,517 days in institutions (97.5 % of 156 places), 13,140 in group homes, 730 bought. */
export const HOMES: readonly Home[] = [
  { unit: 'solvang', stay: 'Langtidsopphold', places: 64, days: 22_776, levels: [31, 8] },
  { unit: 'fjordglott', stay: 'Langtidsopphold', places: 52, days: 18_506, levels: [33, 8] },
  {
    unit: 'bakkehaugen',
    stay: 'Langtidsopphold',
    places: 40,
    days: 14_235,
    shortPlaces: 14,
    levels: [36, 11],
  },
  { unit: 'group-homes', stay: 'Bofellesskap', places: 36, days: 13_140 },
  { unit: 'bought-places', stay: 'Kjøpt plass', places: 2, days: 730 },
];

/** Room for so many people a year in one place. */
const STAYS_PER_PLACE = 16;
/** 21 May (days count from 0): the new home has registered the move, the old one first eleven days later. */
const MOVED_IN = 140;
const MOVED_OUT = MOVED_IN + 11;
/** In a municipality so small that its one place stands empty longer, nobody moves. */
const LONGEST_GAP = 100;

/** Days from `from` up to, not including, `to`, of one person. */
type Stay = { readonly person: string; readonly from: number; readonly to: number; readonly level: string };

/** Lengths of stays and of the empty gaps between them; without empty days nobody moves. */
function lengths(
  stream: number,
  place: number,
  empty: bigint,
  isShort: boolean,
): [stays: bigint[], gaps: bigint[]] {
  const changes = empty === 0n && !isShort ? 0 : isShort ? pick(randomAt(stream, place, 1), 9, 13) : 1;
  const random = (count: number, purpose: number): bigint[] =>
    Array.from({ length: count }, (_, i) => BigInt(30 + (randomAt(stream, place, purpose, i) % 70)));
  const gaps = changes === 0 ? [] : apportion(empty, random(changes, 2));
  return [apportion(BigInt(DAYS_IN_YEAR) - empty, random(changes + 1, 3)), gaps];
}

/** The one who moves from Fjordgløtt to Solvang and is counted in both for eleven days (an error of the register). */
function movedBetween(unit: string, place: number, empty: bigint): [bigint[], bigint[]] | undefined {
  const gap = Number(empty);
  if (place !== 0 || gap > LONGEST_GAP) return undefined;
  if (unit === 'solvang') return [[BigInt(MOVED_IN - gap), BigInt(DAYS_IN_YEAR - MOVED_IN)], [empty]];
  if (unit === 'fjordglott') return [[BigInt(MOVED_OUT), BigInt(DAYS_IN_YEAR - MOVED_OUT - gap)], [empty]];
  return undefined;
}

function levelOf(home: Home, random: number): string {
  if (!home.levels) return '';
  const [dementia, reinforced] = home.levels;
  const percent = random % 100;
  return percent < reinforced ? 'Forsterket' : percent < reinforced + dementia ? 'Demens' : 'Ordinær';
}

function staysOf(home: Home, stream: number, place: number, empty: bigint): Stay[] {
  const isShort = place < (home.shortPlaces ?? 0);
  const move = movedBetween(home.unit, place, empty);
  const [lasts, gaps] = move ?? lengths(stream, place, empty, isShort);
  let day = 0;
  return lasts.map((days, i) => {
    const from = day;
    const to = from + Number(days);
    day = to + Number(gaps[i] ?? 0n);
    const moved = move !== undefined && home.unit === 'solvang' && i === 1;
    const person = moved ? personOf('fjordglott', 0) : personOf(home.unit, place * STAYS_PER_PLACE + i);
    return { person, from, to, level: levelOf(home, randomAt(stream, place, 4, i)) };
  });
}

/** The days of a stay in each month that it touches: [[0, 31], [1, 12]]. */
function daysByMonth({ from, to }: Stay): [month: number, days: number][] {
  let start = 0;
  return DAYS_IN_MONTH.flatMap((length, month) => {
    const days = Math.min(to, start + length) - Math.max(from, start);
    start += length;
    return days > 0 ? [[month, days] as [number, number]] : [];
  });
}

function* homeRows(home: Home, { seed, scale }: Size): Generator<string> {
  // Never fewer places than the days need: 3.4 places are 4.
  const places = Math.ceil(home.places * scale);
  const name = unitPlan(home.unit).name;
  const stream = streamOf(seed, `stays/${home.unit}`);
  const available = BigInt(places * DAYS_IN_YEAR);
  const days = scaled(BigInt(home.days), scale);
  const empty = days < available ? available - days : 0n;
  for (const { first, count, total } of splitInBlocks(empty, places)) {
    const weights = Array.from({ length: count }, (_, i) => BigInt(1 + (randomAt(stream, first + i) % 9)));
    for (const [i, emptyDays] of apportion(total, weights).entries())
      for (const stay of staysOf(home, stream, first + i, emptyDays))
        for (const [month, length] of daysByMonth(stay))
          yield `${stay.person};${first + i < (home.shortPlaces ?? 0) ? 'Korttidsopphold' : home.stay};${name};${monthText(month)};${stay.level};${length}`;
  }
}

/** All stays of the year, by home, place, stay and month. */
export function* stayRows(size: Size): Generator<string> {
  yield STAYS_HEADER;
  for (const home of HOMES) yield* homeRows(home, size);
}
