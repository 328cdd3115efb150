// The activity variance, frame − F: whose choice it was that more or less was done, or paid for. Exact lines, rounded
// together once per unit and month (design: the two variances).

import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfAway,
  subtract,
  ZERO,
} from '../money/fraction.ts';
import { roundTogether } from '../money/round-together.ts';
import type { ActivityLine, MemoLine, VarianceLine } from '../tables/financing.ts';
import type { BudgetedValue } from './budgeted-value.ts';
import type { Counted } from './counted.ts';

/** A quantity and what it is worth at the prices that hold in the month, øre. */
export type Valued = Counted & { readonly now: Fraction };

/** What the activity variance of a unit and month is found from. `groupOf`: services looked at together for mix. */
export type ActivityGround = {
  readonly votedBaseOre: bigint;
  readonly baseOre: bigint;
  readonly budgeted: readonly BudgetedValue[];
  readonly granted: readonly Valued[];
  readonly paid: readonly Valued[];
  readonly standing: Fraction;
  readonly terms: Fraction;
  readonly groupOf: (service: string) => string;
};

/** A line in exact øre, and what it is made of: terms that sum to it. */
export type ExactLine<Line> = {
  readonly line: Line;
  readonly exact: Fraction;
  readonly terms?: readonly Term[];
};
export type Term = { readonly about: string; readonly service: string; readonly exact: Fraction };

/** A line that is one amount less another, both kept as its terms. */
export function difference<Line>(
  line: Line,
  [about, amount]: readonly [string, Fraction],
  [lessAbout, less]: readonly [string, Fraction],
  service = '',
): ExactLine<Line> & { readonly terms: readonly Term[] } {
  const terms = [
    { about, service, exact: amount },
    { about: lessAbout, service, exact: negated(less) },
  ];
  return { line, exact: subtract(amount, less), terms };
}

const negated = ({ num, den }: Fraction): Fraction => ({ num: -num, den });

/**
 * Lines 2 to 5 of the activity variance, and what terms of the model change: F_B − F. What it is above F_B is the frame
 * gap (`frameGap`). Each line once, in exact øre; those of nothing included.
 */
export function activityLines(ground: ActivityGround): ExactLine<ActivityLine>[] {
  const sums = new Map<ActivityLine, { exact: Fraction; terms: Term[] }>();
  const put = ({ line, exact, terms = [] }: ExactLine<ActivityLine>): void => {
    const sum = sums.get(line) ?? { exact: ZERO, terms: [] };
    const more = terms.filter((term) => term.exact.num !== 0n);
    sums.set(line, { exact: add(sum.exact, exact), terms: [...sum.terms, ...more] });
  };
  const [votedBase, base] = [fraction(ground.votedBaseOre), fraction(ground.baseOre)];
  put(difference('grant-terms', ['base-as-voted', votedBase], ['base', base]));
  for (const group of groupsOf(ground)) {
    const { budget, granted, service } = group;
    const [voted, planned] = [group.voted, budget.now];
    put(difference('price-decision', ['budget-as-voted', voted], ['budget', planned], service));
    put(difference('delivery-gap', ['granted', granted.now], ['paid', group.paid], service));
    if (budget.parts === 0n)
      put(difference('new-service', ['budget', planned], ['granted', granted.now], service));
    else for (const line of volumeLines(group)) put(line);
  }
  put({ line: 'absence-and-empty', exact: negated(ground.standing) });
  put({ line: 'model-terms', exact: negated(ground.terms) });
  return [...sums].map(([line, sum]) => ({ line, ...sum }));
}

/**
 * Joint terms, part of users, quantity and mix already: users × quantity = −p̄_B(N_B − N_G)(B/N_B − G/N_G) and mix ×
 * volume = (p̄_B − p̄_G)(G − B).
 */
export function jointTerms(ground: ActivityGround): ExactLine<MemoLine>[] {
  let [usersTimesQuantity, mixTimesVolume] = [ZERO, ZERO];
  for (const { budget, granted } of groupsOf(ground)) {
    if (budget.parts === 0n || granted.parts === 0n) continue;
    const [meanB, meanG] = [perPart(budget), perPart(granted)];
    mixTimesVolume = add(
      mixTimesVolume,
      multiply(subtract(meanB, meanG), fraction(granted.parts - budget.parts)),
    );
    const [usersB, usersG] = [budget.users, granted.users];
    if (!usersB || !usersG) continue;
    const each = subtract(divide(fraction(budget.parts), usersB), divide(fraction(granted.parts), usersG));
    usersTimesQuantity = subtract(
      usersTimesQuantity,
      multiply(meanB, multiply(subtract(usersB, usersG), each)),
    );
  }
  return [
    { line: 'users-times-quantity', exact: usersTimesQuantity },
    { line: 'mix-times-volume', exact: mixTimesVolume },
  ];
}

/** Parts, their worth in øre, and how many users; no users where not every quantity says them. */
type Side = { readonly parts: bigint; readonly now: Fraction; readonly users: Fraction | undefined };
type Group = {
  readonly service: string;
  readonly budget: Side;
  readonly granted: Side;
  readonly voted: Fraction;
  readonly paid: Fraction;
};

/**
 * Services or mix groups, each with what was budgeted, granted and paid. Users are user-months per service and level: a
 * person with two services of a group is one of each.
 */
function groupsOf({ budgeted, granted, paid, groupOf }: ActivityGround): Group[] {
  const [b, g, q] = [budgeted, granted, paid].map((rows: readonly { readonly service: string }[]) =>
    Map.groupBy(rows, ({ service }) => groupOf(service)),
  ) as [Map<string, BudgetedValue[]>, Map<string, Valued[]>, Map<string, Valued[]>];
  const names = [...new Set([...b.keys(), ...g.keys(), ...q.keys()])].sort();
  return names.map((name) => {
    const [planned, given] = [b.get(name) ?? [], g.get(name) ?? []];
    return {
      service: name.split('\n')[0] ?? '',
      budget: sideOf(
        planned.filter(({ hasPrice }) => hasPrice),
        (row) => row.users,
      ),
      granted: sideOf(given, ({ users }) => (users > 0 ? fraction(BigInt(users)) : undefined)),
      voted: total(planned.map(({ voted }) => voted)),
      paid: total((q.get(name) ?? []).map(({ now }) => now)),
    };
  });
}

type Row = { readonly parts: bigint; readonly now: Fraction };

function sideOf<T extends Row>(rows: readonly T[], usersOf: (row: T) => Fraction | undefined): Side {
  const isKnown = rows.every((row) => row.parts === 0n || (usersOf(row)?.num ?? 0n) > 0n);
  return {
    parts: rows.reduce((sum, { parts }) => sum + parts, 0n),
    now: total(rows.map(({ now }) => now)),
    users: isKnown ? total(rows.map((row) => usersOf(row) ?? ZERO)) : undefined,
  };
}

const perPart = ({ now, parts }: Side): Fraction => divide(now, fraction(parts));

/**
 * Users = p̄_B·(B/N_B)·(N_B − N_G), quantity per user = p̄_B·(B/N_B − G/N_G)·N_G, mix = (p̄_B − p̄_G)·G; users and
 * quantity together are p̄_B·(B − G), which is all that is known where persons are missing. With G = 0 all is users.
 * @example 918 kroner, 4,600 hours to 303 users budgeted, 5,000 to 331 given: users −390,228, quantity +23,028
 */
function volumeLines({ service, budget, granted }: Group): ExactLine<ActivityLine>[] {
  const atBudgetPrice = multiply(perPart(budget), fraction(granted.parts));
  const planned = ['budget', budget.now] as const;
  const given = ['granted-at-budget-price', atBudgetPrice] as const;
  const mix = difference('mix' as const, given, ['granted', granted.now], service);
  const [usersB, usersG] = [budget.users, granted.users];
  if (!usersB || usersB.num === 0n || !usersG)
    return [difference('volume' as const, planned, given, service), mix];
  // Nothing was given: however many were to get it, that is all the difference.
  const users = granted.parts === 0n ? ZERO : usersG;
  const forUsers = ['budget-for-these-users', multiply(budget.now, divide(users, usersB))] as const;
  return [
    difference('users' as const, planned, forUsers, service),
    difference('quantity' as const, forUsers, given, service),
    mix,
  ];
}

const total = (amounts: readonly Fraction[]): Fraction => amounts.reduce(add, ZERO);

/** Variance lines in whole øre that sum to `total`; those that come to nothing are left out. */
export function roundedLines<Variance extends 'activity' | 'efficiency', Line extends string>(
  variance: Variance,
  lines: readonly ExactLine<Line>[],
  totalOre: bigint,
): { readonly variance: Variance; readonly line: Line; readonly amountOre: bigint }[] {
  const amounts = roundTogether(
    lines.map(({ exact }) => exact),
    totalOre,
    lines.map(({ line }) => line),
  );
  return lines
    .map(({ line }, i) => ({ variance, line, amountOre: amounts[i]! }))
    .filter(({ amountOre }) => amountOre !== 0n);
}

/** Memo lines, each rounded by itself: they are shown and never added. */
export const memoLines = (lines: readonly ExactLine<MemoLine>[]): VarianceLine[] =>
  lines
    .map(({ line, exact }) => ({ variance: 'memo' as const, line, amountOre: roundHalfAway(exact) }))
    .filter(({ amountOre }) => amountOre !== 0n);
