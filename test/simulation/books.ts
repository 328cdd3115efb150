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
  readonly day: number;
  readonly minutes: number;
};

/** What the systems hold of a month. The ledger's lines sum to nothing, so that the bank of SAF-T and SIE does too. */
export type Month = {
  readonly month: number;
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

/** The month as it is in the end; each month from its own numbers, whatever was asked before. */
export function cleanMonth(seed: number, month: number): Month {
  const random = randomFrom(seed * 100 + month);
  const costs = COSTS.filter(() => random.chance(90)).map(([responsibility, code, article, about]) =>
    line(responsibility, code, article, month, BigInt(about + Math.sign(about) * random.below(99_999))),
  );
  const visits = Array.from({ length: 4 + random.below(7) }, () => someVisit(random));
  return { month, lines: balanced(costs, month), visits };
}

const someVisit = (random: Random): Visit => ({
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

/** The month as it was exported first: an amount and a visit are wrong, and a row is not there yet. */
export function firstExport(clean: Month, random: Random): Month {
  const costs = clean.lines
    .slice(0, -1)
    .map((cost, i) => (i === 0 ? moreBy(cost, random.below(5_000)) : cost));
  const visits = clean.visits.slice(1);
  const last = visits.at(-1)!;
  return {
    month: clean.month,
    lines: balanced(random.chance(50) ? costs.slice(0, -1) : costs, clean.month),
    visits: [...visits.slice(0, -1), { ...last, minutes: last.minutes + 30 }],
  };
}

const moreBy = (cost: LedgerLine, ore: number): LedgerLine => ({
  ...cost,
  amountOre: cost.amountOre + BigInt(1 + ore),
});
