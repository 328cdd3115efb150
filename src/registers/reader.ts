// The contract between the import and the readers, one reader per format: a file goes in, checked canonical rows stand
// ready to be copied into a snapshot, and every row that could not become canonical is a finding.

import type { Finding } from '../findings/finding.ts';
import type { LedgerSource, Level, Model, Service, Unit } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import type { Identity } from './people/identity.ts';
import type { Snapshot } from './snapshot.ts';

/** Replaces a person's identity by a keyed pseudonym; `keyId` names the key without giving it away. */
export type Pseudonymiser = {
  readonly keyId: string;
  /** "p" + 32 hexadecimal digits ("l" for a local id, "u" for one in doubt); the same person gets the same under the same key. */
  readonly pseudonym: (identity: Identity) => string;
};

/**
 * All that readers see of the model. It is hashed with every snapshot: a file is read again when any of this changes,
 * and only then.
 */
export type ReadingModel = {
  readonly municipality: Pick<Model['municipality'], 'id' | 'country'>;
  readonly years: Model['years'];
  readonly units: readonly Pick<Unit, 'id'>[];
  readonly services: readonly ReadingService[];
  readonly weekRule?: NonNullable<Model['weekRule']>;
};

export type ReadingService = Pick<Service, 'id' | 'measure' | 'open'> & {
  readonly levels: readonly Pick<Level, 'name'>[];
};

/** The part of the model that readers see, and nothing else of it; `years` are those that the file is read by. */
export const readingModel = (
  { municipality, units, organisation, services, weekRule }: Model,
  years: Model['years'],
): ReadingModel => ({
  municipality: { id: municipality.id, country: municipality.country },
  years,
  units: unitIds(units, organisation).map((id) => ({ id })),
  services: services.map(({ id, measure, open, levels }) => ({
    id,
    ...(measure === undefined ? {} : { measure }),
    open,
    levels: levels.map(({ name }) => ({ name })),
  })),
  ...(weekRule ? { weekRule } : {}),
});

/** All units that files may name; of dated ones also those that are not there now, the same then and now. */
const unitIds = (units: Model['units'], organisation: Model['organisation']): string[] =>
  organisation
    ? [...new Set(organisation.holdings.map(({ id }) => id))].sort(byKey)
    : units.map(({ id }) => id);

/** What a reader may use. `stage` is a prefix that makes the names of its temporary tables unique to the file. */
export type ReadContext = {
  readonly db: Db;
  /** Absolute path of the workspace; the file that is read is given relative to it, with "/" between folders. */
  readonly workspaceDir: string;
  readonly stage: string;
  readonly model: ReadingModel;
  readonly pseudonymise?: Pseudonymiser;
  /** Called with the share of the file that has been read, 0 to 1. */
  readonly progress?: (done: number) => void;
};

/** A table of the snapshot: its file name without ending, and the ordered select that gives its rows. */
export type StagedTable = { readonly name: string; readonly sql: string };

/**
 * What a reader found in one file. `read` = canonical rows + `refused`; the header is no row and a blank line counts
 * in neither. Sums are of the canonical rows: `sumOre` for a ledger, `sumParts` for activity. `years` are sorted.
 * `tables` select from tables in `db` whose names begin with the stage:
 * ledger — postings(row INTEGER, account INTEGER, year INTEGER, month INTEGER, amount_ore BIGINT) in order of row, with
 * person INTEGER or null before the amount, and persons as below, where the source has a column of persons,
 * and accounts(account INTEGER, class, responsibility, function, article, own, object, project VARCHAR), each
 * distinct account string once, `account` = its rank from 0 in order of the codes;
 * activity — records(row INTEGER, object INTEGER, person INTEGER or null, year INTEGER, month INTEGER, date DATE or
 * null, parts BIGINT), objects(object INTEGER, service, unit, level VARCHAR), persons(person INTEGER, pseudonym VARCHAR).
 * A decision gives a record for each month in which it grants something, and stands itself in decisions(row, object,
 * person INTEGER, from_date DATE, to_date DATE or null, quantity_num, quantity_den BIGINT, per VARCHAR, days INTEGER,
 * parts BIGINT).
 * people — persons as above, and people(row INTEGER, person INTEGER, birth_year INTEGER or null, sex, district VARCHAR)
 * or assessments(row INTEGER, person INTEGER, from_date DATE, to_date DATE or null, instrument VARCHAR, weight_num,
 * weight_den BIGINT). A person without a column is never in it.
 * `row` is the row of the file as a spreadsheet shows it; month is 0 where the file gives a year only.
 */
export type ReadOutcome = {
  readonly register: Snapshot['register'];
  readonly read: number;
  readonly refused: number;
  readonly sumOre?: bigint;
  readonly sumParts?: bigint;
  /** Of decisions: how many records they gave, where a row of the file gives several or none. */
  readonly records?: number;
  readonly years: readonly number[];
  /**
   * What the file says it is the whole of, such as "KOSTRA 0A 040200 2019": two files in force that are the whole of
   * the same would count it twice.
   */
  readonly covers?: readonly string[];
  readonly findings: readonly Finding[];
  readonly tables: readonly StagedTable[];
};

/** `file` is relative to the workspace. Wrong data is a finding; only a broken program throws. */
export type LedgerReader = (file: string, source: LedgerSource, context: ReadContext) => Promise<ReadOutcome>;
