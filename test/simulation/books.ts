// The clean year of a small municipality, from a seed: what its ledger and its care system hold of each month, and the
// first, wrong export of a month that is corrected later.

import type { LedgerLine } from '../../src/demo/ledger-line.ts';
import { syntheticPerson } from '../../src/demo/synthetic-person.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';

export const YEAR = 2025;
export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

/** A visit: whole half hours, so that sums in hours have one decimal. */
export type Visit = {
  readonly person: string;
  /** An id of SERVICES. */
  readonly service: string;
  readonly unit: string;
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
};

/**
 * What the systems hold of a part of the year, counted from 1: a month, or several that are delivered together. The
 * ledger's lines sum to nothing, so that the bank of SAF-T and SIE does too.
 */
export type Books = {
  readonly part: number;
  readonly lines: readonly LedgerLine[];
  readonly visits: readonly Visit[];
};

/** Service: its text in the care system. */
export const SERVICES: ReadonlyMap<string, string> = new Map([
  ['home-nursing', 'Hjemmesykepleie på dagtid'],
  ['practical-assistance', 'Praktisk bistand'],
]);

const PERSONS = Array.from({ length: 7 }, (_, i) => syntheticPerson(i, { from: 1930, to: 1960 }, 0, 1));
const COSTS = [
  ['4710', '257', '010', 9_000_000],
  ['4710', '257', '099', 1_200_000],
  ['4710', '257', '120', 300_000],
  ['4710', '257', '710', -250_000],
  ['4720', '257', '010', 7_000_000],
  ['4720', '257', '120', 410_000],
  ['4900', '120', '010', 2_100_000],
  ['4900', '120', '240', 90_000],
] as const;

const line = (responsibility: string, ofFunction: string, article: string, month: number, ore: bigint) => ({
  ...{ account: `${article}0`, article, responsibility, function: ofFunction, month, amountOre: ore },
  text: `Påløpt ${article}`,
});

/** A part of the year as it is in the end, when the year has `parts` parts; each month from its own numbers. */
export function cleanBooks(seed: number, part: number, parts: number): Books {
  const each = 12 / parts;
  const months = MONTHS.slice((part - 1) * each, part * each).map((month) => cleanMonth(seed, month));
  return {
    part,
    lines: months.flatMap(({ lines }) => lines),
    visits: months.flatMap(({ visits }) => visits),
  };
}

function cleanMonth(seed: number, month: number): Omit<Books, 'part'> {
  const random = randomFrom(seed * 100 + month);
  const costs = COSTS.filter(() => random.chance(90)).map(([responsibility, code, article, about]) =>
    line(responsibility, code, article, month, BigInt(about + Math.sign(about) * random.below(99_999))),
  );
  const visits = Array.from({ length: 4 + random.below(7) }, () => someVisit(random, month));
  return { lines: balanced(costs, month), visits };
}

const someVisit = (random: Random, month: number): Visit => ({
  month,
  person: PERSONS[random.below(PERSONS.length)]!,
  service: [...SERVICES.keys()][random.below(SERVICES.size)]!,
  unit: random.chance(55) ? 'north' : 'south',
  day: 1 + random.below(28),
  minutes: 30 * (1 + random.below(9)),
});

function balanced(costs: readonly LedgerLine[], month: number): LedgerLine[] {
  const sum = costs.reduce((all, { amountOre }) => all + amountOre, 0n);
  return [...costs, line('4990', '870', '870', month, -sum)];
}

/** The books as they were exported first: an amount is wrong or not there yet, and so are two visits. */
export function firstExport(clean: Books, random: Random): Books {
  const [wrong, ...costs] = clean.lines;
  const shown = random.chance(50) ? [] : [moreBy(wrong!, random.below(5_000))];
  const visits = clean.visits.slice(1);
  const last = visits.at(-1)!;
  return {
    part: clean.part,
    lines: balanced([...shown, ...costs], wrong!.month),
    visits: [...visits.slice(0, -1), { ...last, minutes: last.minutes + 30 }],
  };
}

const moreBy = (cost: LedgerLine, ore: number): LedgerLine => ({
  ...cost,
  amountOre: cost.amountOre + BigInt(1 + ore),
});
