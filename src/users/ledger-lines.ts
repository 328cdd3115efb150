// Ledger = Σ users + open services + objects without users + unused capacity + parked + not costed, line by line.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Remainder } from '../tables/costs.ts';
import { keyOf } from '../tables/keys.ts';
import type { LedgerLine, LedgerLineKind, UserCells } from '../tables/users.ts';

/** The order of kinds, as the formula has them. */
const LINE_KINDS: readonly LedgerLineKind[] = [
  'users',
  'open',
  'without-users',
  'unused',
  'parked',
  'not-costed',
  'external',
];

/** Lines in order of kind, then of service (or name), unit and level; lines of 0 øre without users are left out. */
export function ledgerLines(model: Model, cells: UserCells, remainders: readonly Remainder[]): LedgerLine[] {
  const open = new Set(model.services.filter((service) => service.open).map(({ id }) => id));
  const totals = {
    direct: sumColumns(cells.directOre, cells.person.length),
    shared: sumColumns(cells.sharedOre, cells.person.length),
  };
  const ofObjects = cells.objects.flatMap((_, o) => objectLines(cells, totals, o, open));
  const ofEnds = remainders.map(
    ({ kind, name, unit, amountOre }): LedgerLine => ({
      ...{ kind, name, unit, level: '', amountOre, directOre: 0n, users: 0 },
    }),
  );
  const order = ({ kind, name, unit, level }: LedgerLine): string =>
    keyOf(LINE_KINDS.indexOf(kind), name, unit, level);
  return [...ofObjects, ...ofEnds].sort((a, b) => byKey(order(a), order(b)));
}

/** What users have of an object, and what nobody has. Sums stay below 2^53: they are parts of one object's cost. */
function objectLines(
  cells: UserCells,
  totals: { readonly direct: Float64Array; readonly shared: Float64Array },
  o: number,
  open: ReadonlySet<string>,
): LedgerLine[] {
  const { service: name, unit, level } = cells.objects[o]!;
  const nobody = { amount: 0, direct: 0 };
  const users = { amount: 0, direct: 0, count: 0 };
  for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
    const direct = totals.direct[i]!;
    const amount = totals.shared[i]! + direct;
    const isNobody = cells.person[i] === 0;
    const sums = isNobody ? nobody : users;
    sums.amount += amount;
    sums.direct += direct;
    if (!isNobody && (cells.weight[i]! > 0 || amount !== 0)) users.count += 1;
  }
  const line = (kind: LedgerLineKind, sums: typeof nobody, count: number): LedgerLine => ({
    ...{ kind, name, unit, level, users: count },
    ...{ amountOre: BigInt(sums.amount), directOre: BigInt(sums.direct) },
  });
  const isShown = users.count > 0 || users.amount !== 0;
  const rest = open.has(name) ? 'open' : 'without-users';
  return [
    ...(isShown ? [line('users', users, users.count)] : []),
    ...(nobody.amount === 0 ? [] : [line(rest, nobody, 0)]),
  ];
}

/** What each cell has over all columns, in whole øre. */
export function sumColumns(columns: readonly Float64Array[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const column of columns) for (let i = 0; i < sums.length; i++) sums[i]! += column[i]!;
  return sums;
}

/** The sum of a cell over columns, in whole øre. */
export function sumAt(columns: readonly Float64Array[], cell: number): number {
  let sum = 0;
  for (const column of columns) sum += column[cell]!;
  return sum;
}
