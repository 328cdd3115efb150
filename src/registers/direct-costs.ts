// Direct costs of persons: what postings that name somebody, such as invoices for a place that was bought, come to by
// person and account. Costing takes the same postings with all others; here they are marked, not added.

import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { ACCOUNT_FIELDS, type Account, type DirectCost } from '../tables/ledger.ts';
import { type Counted, isLedger, keyOf, type Sum, wholeSnapshot } from './read-totals.ts';
import type { Register } from './register.ts';

const DIRECT_COSTS = readSql(import.meta.url, 'direct-costs.sql');

/**
 * Actual postings of the year that name a person, in øre by person and account string; in order of pseudonym and of
 * the account's codes. They are part of `accountTotals`, not beside them.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function directCosts(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<DirectCost[]> {
  const costs = new Map<string, DirectCost>();
  for (const snapshot of register.snapshots.filter(isLedger)) {
    if (snapshot.kind !== 'actual' || !snapshot.years.includes(year) || !namesPersons(snapshot)) continue;
    const tables = ['postings', 'accounts', 'persons'];
    const all = await wholeSnapshot<Account & Named>(db, DIRECT_COSTS, register, snapshot, tables);
    for (const { year: ofYear, isSound: _, rows, sum, ...cost } of all) {
      if (ofYear !== year || cost.person === '') continue;
      const key = keyOf([cost.person, ...ACCOUNT_FIELDS.map((field) => cost[field])]);
      const before = costs.get(key);
      costs.set(key, {
        ...cost,
        year,
        rows: rows + (before?.rows ?? 0),
        amountOre: sum + (before?.amountOre ?? 0n),
      });
    }
  }
  return [...costs].sort(([a], [b]) => byKey(a, b)).map(([, cost]) => cost);
}

type Named = Sum & { readonly person: string };

const namesPersons = ({ tables }: Counted): boolean => tables.some(({ name }) => name === 'persons');
