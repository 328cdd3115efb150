// Which reader reads which source. A new format is one line here and one folder with its reader.

import type { CircumstanceSource } from '../model/care-sources.ts';
import type { ActivitySource, LedgerSource, PeopleSource } from '../model/model.ts';
import type { ActivityState } from '../tables/activity.ts';
import type { CircumstanceKind } from '../tables/circumstances.ts';
import type { LedgerKind } from '../tables/ledger.ts';
import type { PeopleKind } from '../tables/people.ts';
import { type AbsenceFile, DECISIONS_READER, readDecisions } from './activity/read-decisions.ts';
import { areVisits, readVisits, VISITS_READER } from './activity/read-visits.ts';
import { CIRCUMSTANCES_READER, readCircumstances } from './circumstances/read-circumstances.ts';
import { PEOPLE_READER, readInhabitants } from './inhabitants/read-inhabitants.ts';
import { KOSTRA_READER, readKostra } from './ledger/read-kostra.ts';
import { readSaft, SAFT_READER } from './ledger/saft/read-saft.ts';
import { readSie, SIE_READER } from './ledger/sie/read-sie.ts';
import type { LedgerReader, ReadContext, ReadOutcome } from './reader.ts';
import { readActivityTable } from './tables/read-activity-table.ts';
import { readLedgerTable } from './tables/read-ledger-table.ts';

/** A source of the model: what it declares, which register it feeds and with what kind of rows. */
export type Source =
  | { readonly register: 'ledger'; readonly kind: LedgerKind; readonly declared: LedgerSource }
  | {
      readonly register: 'activity';
      readonly kind: ActivityState;
      readonly declared: ActivitySource;
      /** Of decisions: the files that say who was away, of which what is granted also rests. */
      readonly absence?: readonly AbsenceFile[];
    }
  | {
      readonly register: 'circumstances';
      readonly kind: CircumstanceKind;
      readonly declared: CircumstanceSource;
    }
  | { readonly register: 'people'; readonly kind: PeopleKind; readonly declared: PeopleSource };

/** A reader with its version, which is bumped whenever the same file would give other rows or findings. */
export type FormatReader = {
  readonly name: string;
  readonly version: number;
  readonly read: (file: string, context: ReadContext) => Promise<ReadOutcome>;
};

const TABLE_READER = { name: 'table', version: 2 };

const TABLES = { ...TABLE_READER, read: readLedgerTable };
const LEDGER_READERS: Record<LedgerSource['read'], Omit<FormatReader, 'read'> & { read: LedgerReader }> = {
  kostra: { ...KOSTRA_READER, read: readKostra },
  saft: { ...SAFT_READER, read: readSaft },
  sie: { ...SIE_READER, read: readSie },
  table: TABLES,
};

/** The reader of a source. */
export function readerOf(source: Source): FormatReader {
  const { register, declared } = source;
  if (register === 'circumstances')
    return { ...CIRCUMSTANCES_READER, read: (file, context) => readCircumstances(file, declared, context) };
  if (register === 'activity' && declared.kind === 'decisions') {
    const { absence = [] } = source;
    return {
      ...DECISIONS_READER,
      read: (file, context) => readDecisions(file, declared, absence, context),
    };
  }
  if (register === 'activity' && areVisits(declared))
    return { ...VISITS_READER, read: (file, context) => readVisits(file, declared, context) };
  if (register === 'activity')
    return { ...TABLE_READER, read: (file, context) => readActivityTable(file, declared, context) };
  if (register === 'people')
    return { ...PEOPLE_READER, read: (file, context) => readInhabitants(file, declared, context) };
  const { name, version, read } = LEDGER_READERS[declared.read];
  return { name, version, read: (file, context) => read(file, declared, context) };
}
