// The register of the cost year as a few narrow tables that every rule asks: dictionaries of all files together
// (objects, accounts, persons), the records, and sums by person and month, by object and month, by account and month.

import type { Model } from '../../model/model.ts';
import { damagedSnapshot } from '../../registers/read-totals.ts';
import { type Register, snapshotTable } from '../../registers/register.ts';
import type { Snapshot } from '../../registers/snapshot.ts';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { type StagedType, stageRows } from '../../store/stage-rows.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { Row } from '../../tables/schema.ts';
import { accountRows, accountUnitRows, type FileAccount } from './account-rows.ts';
import { calendarRows } from './calendar-rows.ts';
import { Numbering } from './numbering.ts';

const TABLES = readSql(import.meta.url, 'tables.sql');
const OBJECTS = readSql(import.meta.url, 'objects.sql');
const ACCOUNTS = readSql(import.meta.url, 'accounts.sql');
const RECORD_PERSONS = readSql(import.meta.url, 'record-persons.sql');
const RECORDS = readSql(import.meta.url, 'records.sql');
const AMOUNTS = readSql(import.meta.url, 'amounts.sql');
const PERSON_MONTHS = readSql(import.meta.url, 'person-months.sql');
const PERSON_SERVICES = readSql(import.meta.url, 'person-services.sql');
const OBJECT_MONTHS = readSql(import.meta.url, 'object-months.sql');

/** A snapshot with its number, by which places name its file. */
type NumberedSnapshot = { readonly number: number; readonly snapshot: Snapshot };

/**
 * Stages the actual ledger and the activity of the model's cost year, up to the month `through`, in `session`, whose
 * temporary tables vanish with it. Holds some 32 bytes a record in memory.
 * @throws WorkspaceError when a snapshot cannot be read.
 */
export async function stageRegister(
  session: Db,
  register: Register,
  model: Model,
  through = 12,
): Promise<void> {
  const first = model.years.cost * 100;
  const periods = { first, last: first + through };
  const numbered = register.snapshots
    .map((snapshot, number) => ({ number, snapshot }))
    .filter(({ snapshot }) => snapshot.years.includes(model.years.cost));
  await session.run(TABLES);
  await stageActivity(
    session,
    register,
    { model, periods },
    numbered.filter(({ snapshot }) => snapshot.register === 'activity'),
  );
  await stageLedger(
    session,
    register,
    { model, periods },
    numbered.filter(({ snapshot }) => snapshot.register === 'ledger' && snapshot.kind === 'actual'),
  );
  await stageRows(
    session,
    'checked_calendar',
    { period: 'INTEGER', days: 'INTEGER' },
    calendarRows(model.years.cost).slice(0, through + 1),
  );
}

/** The model, and the first and last period that are asked about; a period is year × 100 + month. */
type Asked = { readonly model: Model; readonly periods: { readonly first: number; readonly last: number } };

async function stageActivity(
  session: Db,
  register: Register,
  { model, periods }: Asked,
  snapshots: readonly NumberedSnapshot[],
): Promise<void> {
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const objects = new Numbering<Row>();
  const numbers: Row[] = [];
  for (const { number: file, snapshot } of snapshots) {
    const found = await readWhole<FileObject>(session, OBJECTS, register, snapshot, 'objects');
    for (const { object, service, unit, level } of found) {
      const measure = measures.get(service) ?? '';
      const per = partsPerMeasure(measure);
      const row = { state: snapshot.kind, service, unit, level, measure, parts_per_measure: per };
      numbers.push({ file, object, number: objects.numberOf([snapshot.kind, service, unit, level], row) });
    }
  }
  await stageRows(session, 'checked_object_numbers', numberColumns('object'), numbers);
  await stageRows(session, 'checked_objects', OBJECT_COLUMNS, objects.rows('object'));
  for (const { number, snapshot } of snapshots) {
    const [records, persons] = ['records', 'persons'].map((table) =>
      snapshotTable(register, snapshot, table),
    );
    await orDamaged(snapshot, async () => {
      await session.run(RECORD_PERSONS, [persons!]);
      await session.run(RECORDS, [records!, persons!, number, periods.first, periods.last]);
    });
  }
  await session.run(PERSON_MONTHS);
  await session.run(PERSON_SERVICES);
  await session.run(OBJECT_MONTHS);
}

async function stageLedger(
  session: Db,
  register: Register,
  { model, periods }: Asked,
  snapshots: readonly NumberedSnapshot[],
): Promise<void> {
  const accounts = new Numbering<Row>();
  const numbers: Row[] = [];
  const toRow = accountRows(model);
  for (const { number: file, snapshot } of snapshots) {
    const found = await readWhole<FileAccount>(session, ACCOUNTS, register, snapshot, 'accounts');
    for (const { account, ...codes } of found) {
      const row = toRow(codes, snapshot.reader);
      numbers.push({ file, account, number: accounts.numberOf(Object.values(row), row) });
    }
  }
  await stageRows(session, 'checked_account_numbers', numberColumns('account'), numbers);
  const all = accounts.rows('account');
  await stageRows(session, 'checked_accounts', ACCOUNT_COLUMNS, all);
  await stageRows(session, 'checked_account_units', ACCOUNT_UNIT_COLUMNS, accountUnitRows(model, all));
  for (const { number, snapshot } of snapshots)
    await orDamaged(snapshot, () =>
      session.run(AMOUNTS, [
        snapshotTable(register, snapshot, 'postings'),
        number,
        periods.first,
        periods.last,
      ]),
    );
}

type FileObject = {
  readonly object: number;
  readonly service: string;
  readonly unit: string;
  readonly level: string;
};

type Columns = { readonly [column: string]: StagedType };
const numberColumns = (name: string): Columns => ({ file: 'INTEGER', [name]: 'INTEGER', number: 'INTEGER' });
const OBJECT_COLUMNS: Columns = {
  ...{ object: 'INTEGER', state: 'VARCHAR', service: 'VARCHAR', unit: 'VARCHAR', level: 'VARCHAR' },
  ...{ measure: 'VARCHAR', parts_per_measure: 'BIGINT' },
};
const ACCOUNT_UNIT_COLUMNS: Columns = { account: 'INTEGER', period: 'INTEGER', unit: 'VARCHAR' };
const ACCOUNT_COLUMNS: Columns = {
  ...{
    account: 'INTEGER',
    key: 'VARCHAR',
    responsibility: 'VARCHAR',
    function: 'VARCHAR',
    article: 'VARCHAR',
  },
  ...{ is_cost: 'INTEGER', usual_sign: 'INTEGER' },
};

const readWhole = <R>(
  session: Db,
  statement: string,
  register: Register,
  snapshot: Snapshot,
  table: string,
): Promise<R[]> =>
  orDamaged(snapshot, () => session.rows<R>(statement, [snapshotTable(register, snapshot, table)]));

async function orDamaged<T>(snapshot: Snapshot, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw damagedSnapshot(snapshot, cause);
  }
}
