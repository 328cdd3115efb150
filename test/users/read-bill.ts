// The program's cells as the auditor writes a bill: person|object|strand → øre, zeros left out.

import { nodeKey } from '../../src/tables/network.ts';
import type { UserCells } from '../../src/tables/users.ts';

export type ReadBill = { readonly shared: Map<string, bigint>; readonly direct: Map<string, bigint> };

export function readBill(cells: UserCells): ReadBill {
  const bill: ReadBill = { shared: new Map(), direct: new Map() };
  for (const [o, { service, unit, level }] of cells.objects.entries())
    for (let i = cells.starts[o]!; i < cells.starts[o + 1]!; i++)
      for (const [k, { key }] of cells.strands.entries()) {
        const name = `${cells.persons[cells.person[i]!]}|${nodeKey('object', service, unit, level)}|${key}`;
        const [shared, direct] = [cells.sharedOre[k]![i]!, cells.directOre[k]![i]!];
        if (shared !== 0) bill.shared.set(name, BigInt(shared));
        if (direct !== 0) bill.direct.set(name, BigInt(direct));
      }
  return bill;
}

/** What each person has of each object, all strands, shared and direct: "person|object" → øre. */
export function byObject({ shared, direct }: ReadBill): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [key, amount] of [...shared, ...direct]) {
    const name = key.split('|').slice(0, 2).join('|');
    sums.set(name, (sums.get(name) ?? 0n) + amount);
  }
  return sums;
}
