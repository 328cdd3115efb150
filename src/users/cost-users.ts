// From a costing and what persons got to what the year cost for every user. Not one øre is lost: what no user has is
// shown as what it is.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { NO_USER_RULES } from '../model/users.ts';
import type { Costs } from '../tables/costs.ts';
import type { Cube } from '../tables/cube.ts';
import type { NamedCost, NeedWeights, UserCells, UserCosts } from '../tables/users.ts';
import { layOutCells } from './lay-out-cells.ts';
import { ledgerLines } from './ledger-lines.ts';
import { namedFindings } from './named-findings.ts';
import { namedShares } from './named-shares.ts';
import { sharePots } from './share-pots.ts';
import { userTotals } from './user-totals.ts';
import { weighPersons } from './weigh-persons.ts';

export type UserCosting = { readonly values: UserCosts; readonly findings: readonly Finding[] };

export type UsersInput = {
  readonly model: Model;
  readonly costs: Pick<Costs, 'objects' | 'remainders'>;
  readonly activity: Cube;
  readonly named: readonly NamedCost[];
  /** Absent where every user weighs alike. */
  readonly need?: NeedWeights;
};

/**
 * Costs a year's users. An object's pot, strand by strand, is its cost less what postings name persons for; it is shared
 * by need × quantity in the state that divides cost (`costing: volumes:`). Records that name nobody share like one
 * person of need 1, and their part is nobody's. The same input in another order gives the same.
 */
export function costUsers({ model, costs, activity, named, need }: UsersInput): UserCosting {
  const shares = namedShares(named);
  const weighed = weighPersons(activity, model.costing.volumes, need);
  const layout = layOutCells({ model, activity, weighed, objects: costs.objects, named: shares });
  const cells: UserCells = sharePots(layout, costs.objects, shares);
  const lines = ledgerLines(model, cells, costs.remainders);
  const values: UserCosts = {
    cells,
    needUnit: need?.unit ?? 1,
    lines,
    totals: userTotals(cells, model.costing.volumes, feesOf(model, named)),
    ledgerOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0n),
  };
  return { values, findings: namedFindings(model, values, named) };
}

/** What postings of the pools of user fees name persons for. */
function feesOf({ users = NO_USER_RULES }: Model, named: readonly NamedCost[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { pool, persons } of named)
    for (const { person, amountOre } of users.fees.includes(pool) ? persons : [])
      sums.set(person, (sums.get(person) ?? 0n) + amountOre);
  return sums;
}
