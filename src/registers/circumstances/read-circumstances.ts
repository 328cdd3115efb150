// Reads what surrounds the deliveries of services: absence, waiting lists, paid hours and places. Every row becomes
// canonical or a finding; no cost rests on them.

import type { CircumstanceSource } from '../../model/care-sources.ts';
import { byKey } from '../../money/apportion.ts';
import { selectStaged } from '../../store/scan-coded.ts';
import { type StagedType, stageRows } from '../../store/stage-rows.ts';
import type { Row } from '../../tables/schema.ts';
import { readPersonStretches } from '../activity/read-person-stretches.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import { openTable } from '../tables/open-table.ts';
import { refusal } from '../tables/outcome.ts';
import { noKey } from '../tables/person-findings.ts';
import { stageNumbered } from '../tables/stage-numbered.ts';
import { withoutSpilling } from '../tables/without-spilling.ts';
import { CAPACITY, readCapacity } from './read-capacity.ts';
import { PAID_HOURS, readPaidHours } from './read-paid-hours.ts';
import type { UnitRows } from './unit-rows.ts';

export const CIRCUMSTANCES_READER = { name: 'circumstances', version: 2 };

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readCircumstances(
  file: string,
  source: CircumstanceSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { kind } = source;
  if (kind === 'suspensions' || kind === 'waiting-list') {
    if (!context.pseudonymise) return refusal('circumstances', [noKey('circumstances', file)]);
    return withoutSpilling(context.db, () => personOutcome(file, source, context));
  }
  const opened = await openTable(file, source, context);
  if (!('table' in opened)) return refusal('circumstances', opened.findings);
  if (kind === 'paid-hours') {
    const read = await readPaidHours(opened.table, source, context);
    return unitOutcome(read, 'paid_hours', PAID_HOURS, context);
  }
  return unitOutcome(await readCapacity(opened.table, source, context), 'capacity', CAPACITY, context);
}

const STRETCHES = {
  row: 'INTEGER',
  person: 'INTEGER',
  service: 'VARCHAR',
  from_date: 'INTEGER',
  to_date: 'INTEGER',
} as const;

/** stretches(row, person INTEGER, service VARCHAR, from_date DATE, to_date DATE or null) and persons. */
async function personOutcome(
  file: string,
  source: CircumstanceSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { db, stage } = context;
  const { read, rows, findings } = await readPersonStretches(file, source, context);
  context.progress?.(1);
  const pseudonyms = [...new Set(rows.map(({ person }) => person))].sort(byKey);
  const rank = new Map(pseudonyms.map((one, i) => [one, i]));
  const staged = rows.map(({ row, person, service, from, to }) => ({
    row,
    person: rank.get(person)!,
    service,
    from_date: from,
    to_date: to ?? null,
  }));
  await stageRows(db, `${stage}_stretches`, STRETCHES, staged);
  const persons = await stageNumbered(
    db,
    `${stage}_persons`,
    ['person', 'pseudonym'],
    pseudonyms.map((one) => [one]),
  );
  return {
    register: 'circumstances',
    read,
    refused: read - rows.length,
    years: [],
    findings,
    tables: [
      { name: 'stretches', sql: selectStaged(`${stage}_stretches`, Object.keys(STRETCHES), ['row']) },
      { name: 'persons', sql: persons },
    ],
  };
}

async function unitOutcome<R extends Row>(
  { read, rows, years, findings }: UnitRows<R>,
  name: string,
  columns: { readonly [column: string]: StagedType },
  { db, stage, progress }: ReadContext,
): Promise<ReadOutcome> {
  progress?.(1);
  await stageRows(db, `${stage}_${name}`, columns, rows);
  const sql = selectStaged(`${stage}_${name}`, Object.keys(columns), ['row']);
  return {
    register: 'circumstances',
    read,
    refused: read - rows.length,
    years,
    findings,
    tables: [{ name, sql }],
  };
}
