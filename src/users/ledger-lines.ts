// Ledger = Σ users + open services + objects without users + unused capacity + parked + not costed, line by line.

import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Remainder } from '../tables/costs.ts';
import type { LedgerLine, LedgerLineKind, UserCells } from '../tables/users.ts';

/** The order of kinds, as the formula has them. */
export const LINE_KINDS: readonly LedgerLineKind[] = [
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
  const ofObjects = cells.objects.flatMap((_, o) => objectLines(cells, o, open));
  const ofEnds = remainders.map(
    ({ kind, name, unit, amountOre }): LedgerLine => ({
      ...{ kind, name, unit, level: '', amountOre, directOre: 0n, users: 0 },
    }),
  );
  const order = ({ kind, name, unit, level }: LedgerLine): string =>
    [LINE_KINDS.indexOf(kind), name, unit, level].join('\u0000');
  return [...ofObjects, ...ofEnds].sort((a, b) => byKey(order(a), order(b)));
}

/** What users have of an object, and what nobody has. */
function objectLines(cells: UserCells, o: number, open: ReadonlySet<string>): LedgerLine[] {
  const { service: name, unit, level } = cells.objects[o]!;
  const nobody = { amountOre: 0n, directOre: 0n };
  const users = { amountOre: 0n, directOre: 0n, users: 0 };
  for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++) {
    const direct = BigInt(sumAt(cells.directOre, i));
    const amount = BigInt(sumAt(cells.sharedOre, i)) + direct;
    const isNobody = cells.persons[cells.person[i]!] === '';
    const sums = isNobody ? nobody : users;
    sums.amountOre += amount;
    sums.directOre += direct;
    if (!isNobody && (cells.weight[i]! > 0 || amount !== 0n)) users.users += 1;
  }
  const rest: LedgerLineKind = open.has(name) ? 'open' : 'without-users';
  const lines: LedgerLine[] = [];
  if (users.users > 0 || users.amountOre !== 0n) lines.push({ kind: 'users', name, unit, level, ...users });
  if (nobody.amountOre !== 0n) lines.push({ kind: rest, name, unit, level, ...nobody, users: 0 });
  return lines;
}

/** The sum of a cell over columns, in whole øre. */
export function sumAt(columns: readonly Float64Array[], cell: number): number {
  let sum = 0;
  for (const column of columns) sum += column[cell]!;
  return sum;
}
