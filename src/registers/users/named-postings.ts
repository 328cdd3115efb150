// Postings that name persons, by account string and month: month by month, because a unit may have had a
// responsibility for a part of the year only.

import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';
import { ACCOUNT_FIELDS, type Account, type NamedPosting } from '../../tables/ledger.ts';
import { monthCode } from '../../time/month-text.ts';
import { type Counted, isLedger, type Sum, wholeSnapshot } from '../read-totals.ts';
import type { Register } from '../register.ts';

const NAMED_POSTINGS = readSql(import.meta.url, 'named-postings.sql');

type Row = Account & Sum & { readonly person: string; readonly month: number };

/**
 * Actual postings of the year that name a person, in øre; in order of pseudonym, account and month. They are part of
 * `accountTotals`, not beside them.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function namedPostings(
  db: Db,
  register: Register,
  { year }: { readonly year: number },
): Promise<NamedPosting[]> {
  const postings = new Map<string, NamedPosting>();
  for (const snapshot of register.snapshots.filter(isLedger)) {
    if (snapshot.kind !== 'actual' || !snapshot.years.includes(year) || !namesPersons(snapshot)) continue;
    const tables = ['postings', 'accounts', 'persons'];
    const all = await wholeSnapshot<Row>(db, NAMED_POSTINGS, register, snapshot, tables);
    for (const { isSound: _, rows, sum, ...posting } of all) {
      if (posting.year !== year || posting.person === '') continue;
      const codes = ACCOUNT_FIELDS.map((field) => posting[field]);
      const key = keyOf(posting.person, ...codes, monthCode(posting.month));
      const before = postings.get(key);
      postings.set(key, {
        ...posting,
        rows: rows + (before?.rows ?? 0),
        amountOre: sum + (before?.amountOre ?? 0n),
      });
    }
  }
  return valuesInOrder(postings);
}

const namesPersons = ({ tables }: Counted): boolean => tables.some(({ name }) => name === 'persons');
