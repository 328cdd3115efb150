// A delivered table that has been opened, whatever its format: its columns found, its records not read yet.

import type { Finding } from '../../findings/finding.ts';
import type { Relation } from '../../store/scan.ts';
import type { Bytes, Encoding } from './inspect-bytes.ts';
import type { Sheet, Workbook } from './xlsx/read-workbook.ts';

/** What the model says about a table's form; the rest is found out. */
export type TableForm = {
  readonly columns: { readonly [canonical: string]: string | undefined };
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** Of a workbook: its sheet, and the row with the names of the columns (1 when absent). */
  readonly sheet?: string;
  readonly headerRow?: number;
  /** The mark that numbers of a workbook are given in the texts that are staged of it. */
  readonly decimal?: ',' | '.';
  /** How many digits a code has, by canonical column: a workbook's numbers lose zeros in front. */
  readonly codeLengths?: { readonly [canonical: string]: number };
};

/** A table whose columns were found: canonical name → position. `types` are Parquet's; `bytes` and `form` are CSV's. */
export type Table = {
  readonly file: string;
  readonly path: string;
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
  readonly relation: Relation;
  readonly types?: readonly string[];
  readonly csv?: { readonly encoding: Encoding; readonly mark?: Bytes['mark']; readonly delimiter: string };
  readonly sheet?: OpenedSheet;
  /**
   * The file must be read record by record: DuckDB would miscount its blank lines, lose a row after a header over
   * several lines, or not know its letters.
   */
  readonly isUneven: boolean;
  readonly findings: readonly Finding[];
};

export type Opened =
  | { readonly table: Table; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/** A sheet whose columns were found: their places in it, from 0, and the length of the codes that they hold. */
export type OpenedSheet = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly decimal: ',' | '.';
  readonly columns: readonly SheetColumn[];
};
export type SheetColumn = {
  /** As the header names it. */
  readonly name: string;
  readonly at: number;
  /** Digits of a code in this column, where they are known: a shorter number has lost zeros. */
  readonly codeLength?: number;
};
