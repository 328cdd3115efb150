// What the municipality's systems hold of a year that is followed: postings and deliveries of a month as whole numbers,
// and the files that they are exported as.

import type { Random } from '../../auditor/generate-network.ts';
import { DELIVERY_HEADER, LEDGER_HEADER } from '../../support/followed-workspace.ts';
import { norwegian } from '../../support/identity-numbers.ts';

export const YEAR = 2026;
export const UNITS = ['north', 'south'] as const;
export type UnitName = (typeof UNITS)[number];

/** Function 258 throughout. */
export type Posting = {
  readonly responsibility: string;
  readonly article: string;
  readonly month: number;
  readonly amountOre: bigint;
};
/** Hours in hundredths. */
export type Delivery = {
  readonly person: string;
  readonly unit: UnitName;
  readonly month: number;
  readonly hundredths: number;
};
/** Hours that a unit paid, in hundredths. */
export type Paid = { readonly unit: UnitName; readonly month: number; readonly hundredths: number };

/** A file as it is delivered, with what it says; the text of a broken one says something else. */
export type MonthFile = {
  readonly text: string;
  readonly postings: readonly Posting[];
  readonly budget: readonly Posting[];
  readonly deliveries: readonly Delivery[];
  readonly isBroken: boolean;
};

const PERSONS = Array.from({ length: 8 }, (_, i) => norwegian(`0101${50 + i}10${i}`)).filter(
  (number) => number !== undefined,
);
/** Kroner of a month by responsibility and article; what stands last is in no pool that the providers answer for. */
const ACCOUNTS: readonly (readonly [responsibility: string, article: string, kroner: number])[] = [
  ['1000', '010', 96_000],
  ['1000', '110', 5_300],
  ['1001', '010', 7_400],
  ['2000', '010', 64_000],
  ['2000', '110', 4_300],
  ['2001', '010', 6_400],
  ['1000', '600', -2_100],
  ['3000', '010', 30_000],
];

/** To the øre, within a tenth of what is usual. */
const around = (random: Random, kroner: number): bigint =>
  (BigInt(kroner) * BigInt(90_000 + random.below(20_000))) / 1_000n;

/** A month's postings as a system has them at some time: drawn anew, they are a correction. */
export const monthPostings = (random: Random, month: number): Posting[] =>
  ACCOUNTS.map(([responsibility, article, kroner]) => ({
    ...{ responsibility, article, month, amountOre: around(random, kroner) },
  }));

export const monthDeliveries = (random: Random, month: number): Delivery[] =>
  PERSONS.map((person, i) => ({
    ...{ person, unit: UNITS[i % 2]!, month, hundredths: 1_500 + i * 300 + random.below(1_500) },
  }));

/** One to three postings of months that are over; some take back what stood there. */
export const latePostings = (random: Random, until: number): Posting[] =>
  Array.from({ length: 1 + random.below(3) }, () => {
    const [responsibility, article, kroner] = ACCOUNTS[random.below(ACCOUNTS.length)]!;
    const amountOre = around(random, kroner) / (random.chance(40) ? -20n : 10n);
    return { responsibility, article, month: 1 + random.below(until), amountOre };
  });

export const lateDeliveries = (random: Random, until: number): Delivery[] =>
  Array.from({ length: 1 + random.below(3) }, () => ({
    person: PERSONS[random.below(PERSONS.length)]!,
    unit: UNITS[random.below(2)]!,
    month: 1 + random.below(until),
    hundredths: 25 + random.below(900),
  }));

/** The year's budget; month 0 is the whole of it. */
export const yearBudget = (random: Random): Posting[] =>
  ACCOUNTS.slice(0, 6).map(([responsibility, article, kroner]) => ({
    ...{ responsibility, article, month: 0, amountOre: around(random, 12 * kroner) },
  }));

export const yearPaid = (random: Random): Paid[] =>
  UNITS.flatMap((unit, i) =>
    Array.from({ length: 12 }, (_, m) => ({
      ...{ unit, month: m + 1, hundredths: 19_000 - i * 2_000 + random.below(1_500) },
    })),
  );

const two = (value: number | bigint): string => String(value).padStart(2, '0');
/** 1234.05, -0.50 */
const decimal = (hundredths: bigint): string => {
  const size = hundredths < 0n ? -hundredths : hundredths;
  return `${hundredths < 0n ? '-' : ''}${size / 100n}.${two(size % 100n)}`;
};
const fileOf = (header: string, rows: readonly string[], holds: Partial<MonthFile>): MonthFile => ({
  ...{ text: `${[header, ...rows].join('\n')}\n`, postings: [], budget: [], deliveries: [], isBroken: false },
  ...holds,
});

export const ledgerFile = (postings: readonly Posting[]): MonthFile =>
  fileOf(
    LEDGER_HEADER,
    postings.map(
      ({ responsibility, article, month, amountOre }) =>
        `${responsibility};258;${article};${YEAR}${two(month)};${decimal(amountOre)}`,
    ),
    { postings },
  );

export const deliveryFile = (deliveries: readonly Delivery[]): MonthFile =>
  fileOf(
    DELIVERY_HEADER,
    deliveries.map(
      ({ person, unit, month, hundredths }) =>
        `${person};home-care;${unit};${YEAR}-${two(month)};${decimal(BigInt(hundredths))}`,
    ),
    { deliveries },
  );

export const budgetFile = (budget: readonly Posting[]): MonthFile =>
  fileOf(
    'r;f;a;y;kr',
    budget.map(
      ({ responsibility, article, amountOre }) =>
        `${responsibility};258;${article};${YEAR};${decimal(amountOre)}`,
    ),
    { budget },
  );

export const paidFile = (paid: readonly Paid[]): MonthFile =>
  fileOf(
    'u;m;h',
    paid.map(({ unit, month, hundredths }) => `${unit};${month};${decimal(BigInt(hundredths))}`),
    {},
  );

/** The file with a cell in its last row that is no number. */
export const broken = (file: MonthFile): MonthFile => ({
  ...file,
  text: file.text.replace(/;[-\d.]+\n$/, ';none\n'),
  isBroken: true,
});
