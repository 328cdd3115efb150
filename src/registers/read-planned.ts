// One file through its reader: canonical rows staged in a session of the engine, and everything about them that the
// snapshot's note will say.

import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { astrayCodes } from './astray-codes.ts';
import type { PlannedFile } from './import-plan.ts';
import type { ReadContext, ReadOutcome, StagedTable } from './reader.ts';
import { identityOf, type Snapshot } from './snapshot.ts';

const PARTS_BY_SERVICE = readSql(import.meta.url, 'parts-by-service.sql');

/** A snapshot that is read but not written: `tables` can be selected from in `session`, which the caller closes. */
export type StagedSnapshot = {
  readonly snapshot: Omit<Snapshot, 'tables' | 'predecessor'>;
  readonly tables: readonly StagedTable[];
  readonly session: Db;
};

/** Reads a planned file in a session of its own. */
export async function readPlanned(
  planned: PlannedFile,
  context: Omit<ReadContext, 'stage'>,
): Promise<StagedSnapshot> {
  const session = await context.db.session();
  try {
    const stage = `read_${planned.hash.slice(0, 12)}`;
    const outcome = await planned.format.read(planned.file, { ...context, db: session, stage });
    assertWhole(outcome, planned);
    const byService = await partsByService(session, outcome);
    const astray = await astrayCodes(session, outcome, {
      file: planned.file,
      country: context.model.municipality.country,
      columns: planned.source.register === 'ledger' ? planned.source.declared.columns : {},
    });
    const told = { ...outcome, findings: [...outcome.findings, ...astray] };
    return { snapshot: noteOf(planned, told, byService), tables: outcome.tables, session };
  } catch (error) {
    session.close();
    throw error;
  }
}

type ServiceParts = { readonly service: string; readonly parts: bigint };

/** A refused file may have staged nothing. */
async function partsByService(session: Db, { register, tables }: ReadOutcome): Promise<ServiceParts[]> {
  if (register !== 'activity') return [];
  const select = (name: string) => tables.find((table) => table.name === name)?.sql;
  const [records, objects] = [select('records'), select('objects')];
  if (records === undefined || objects === undefined) return [];
  const rows = await session.rows<ServiceParts>(PARTS_BY_SERVICE, [records, objects]);
  return rows.sort((a, b) => byKey(a.service, b.service));
}

function noteOf(
  planned: PlannedFile,
  outcome: ReadOutcome,
  byService: readonly ServiceParts[],
): StagedSnapshot['snapshot'] {
  const { years, read, refused, sumOre, sumParts, records, covers = [], findings, register } = outcome;
  return {
    hash: planned.hash,
    ...identityOf(planned),
    years,
    read,
    refused,
    ...(sumOre === undefined ? {} : { sumOre }),
    ...(sumParts === undefined ? {} : { sumParts }),
    ...(records === undefined ? {} : { records }),
    ...(register === 'activity' ? { partsByService: byService } : {}),
    covers,
    findings,
  };
}

/** What every reader promises. */
function assertWhole({ register, read, refused, findings }: ReadOutcome, planned: PlannedFile): void {
  if (register !== planned.register)
    throw new Error(`${planned.reader} read a ${register} for a ${planned.register}`);
  if (refused < 0 || refused > read) throw new Error(`${planned.reader} refused ${refused} of ${read} rows`);
  if (refused > 0 && findings.length === 0)
    throw new Error(`${planned.reader} refused rows without a finding`);
}
