// The tables of a snapshot of decisions: granted records by month, what they are about, and the decisions themselves.

import { selectStaged } from '../../store/scan-coded.ts';
import { stageRows } from '../../store/stage-rows.ts';
import type { ReadContext, StagedTable } from '../reader.ts';
import { OBJECT_COLUMNS } from '../tables/judge-objects.ts';
import { stageNumbered } from '../tables/stage-numbered.ts';
import type { Facts, Granted } from './decision.ts';

/** Stages them; `records` rows sum to `sumParts`. */
export async function stageGranted(
  granted: readonly Granted[],
  { objects, pseudonyms }: Pick<Facts, 'objects' | 'pseudonyms'>,
  { db, stage, model }: ReadContext,
): Promise<{ readonly tables: readonly StagedTable[]; readonly records: number; readonly sumParts: bigint }> {
  const year = model.years.cost;
  const records = granted.flatMap(({ decided: { row, object, person }, months }) =>
    months.flatMap((parts, i) => (parts > 0n ? [{ row, object, person, year, month: i + 1, parts }] : [])),
  );
  const decisions = granted.map(({ decided, from, until, days, months }) => ({
    row: decided.row,
    object: decided.object,
    person: decided.person,
    from_date: from,
    to_date: until ?? null,
    quantity_num: decided.parts.num,
    quantity_den: decided.parts.den,
    per: decided.per,
    days,
    parts: months.reduce((sum, parts) => sum + parts, 0n),
  }));
  const recordsTable = `${stage}_granted`;
  const decisionsTable = `${stage}_decisions`;
  await stageRows(db, recordsTable, RECORDS, records);
  await stageRows(db, decisionsTable, DECISIONS, decisions);
  const objectsSql = await stageNumbered(
    db,
    `${stage}_objects`,
    ['object', ...OBJECT_COLUMNS],
    objects.map(({ service, unit, level }) => [service, unit, level]),
  );
  const personsSql = await stageNumbered(
    db,
    `${stage}_persons`,
    ['person', 'pseudonym'],
    pseudonyms.map((pseudonym) => [pseudonym]),
  );
  const recordColumns = ['row', 'object', 'person', 'year', 'month', 'date', 'parts'];
  return {
    records: records.length,
    sumParts: records.reduce((sum, { parts }) => sum + parts, 0n),
    tables: [
      {
        name: 'records',
        sql: selectStaged(recordsTable, recordColumns, ['row', 'month'], { date: 'date' }),
      },
      { name: 'objects', sql: objectsSql },
      { name: 'persons', sql: personsSql },
      { name: 'decisions', sql: selectStaged(decisionsTable, Object.keys(DECISIONS), ['row']) },
    ],
  };
}

const RECORDS = {
  row: 'INTEGER',
  object: 'INTEGER',
  person: 'INTEGER',
  year: 'INTEGER',
  month: 'INTEGER',
  parts: 'BIGINT',
} as const;

/** Quantities are parts of the measure per day, week or month, as a fraction; `parts` what the cost year is granted. */
const DECISIONS = {
  row: 'INTEGER',
  object: 'INTEGER',
  person: 'INTEGER',
  from_date: 'INTEGER',
  to_date: 'INTEGER',
  quantity_num: 'BIGINT',
  quantity_den: 'BIGINT',
  per: 'VARCHAR',
  days: 'INTEGER',
  parts: 'BIGINT',
} as const;
