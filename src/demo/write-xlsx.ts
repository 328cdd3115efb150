// Writes Excel workbooks as municipalities deliver them: a sheet with a header and rows, and a ledger whose codes are
// text, so that no zero in front is lost.

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { LedgerLine } from './ledger-line.ts';

/** Text, a number, a date without a time, or nothing. */
export type SheetCell = string | number | Date | null;

/** `sheet` is its name; rows are taken one by one, so that a sheet of a million needs no more memory than one of ten. */
export type SheetFile = {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
};

/** What a sheet can hold, its header among them. */
export const MOST_SHEET_ROWS = 1_048_576;

/** Writes a workbook with one sheet. Throws RangeError when there are more rows than a sheet holds. */
export async function writeXlsx(path: string, { sheet, header, rows }: SheetFile): Promise<void> {
  const bytes = writeXlsxStream(withHeader(header, rows), { name: sheet });
  await pipeline(Readable.fromWeb(bytes as ReadableStream<Uint8Array>), createWriteStream(path));
}

function* withHeader(header: readonly string[], rows: SheetFile['rows']): Generator<SheetCell[]> {
  yield [...header];
  let written = 1;
  for (const row of rows) {
    written += 1;
    if (written > MOST_SHEET_ROWS) throw new RangeError(`a sheet holds ${MOST_SHEET_ROWS} rows`);
    yield [...row];
  }
}

/** The columns of a ledger: the own account as "Konto", the official article as "Art"; month as a date, its first day. */
export const LEDGER_HEADER = ['Konto', 'Art', 'Ansvar', 'Funksjon', 'Dato', 'Beløp', 'Tekst'] as const;

/** Writes a ledger's lines of a year in the sheet "Hovedbok", amounts in kroner, expense positive. */
export const writeLedgerXlsx = (path: string, lines: Iterable<LedgerLine>, year: number): Promise<void> =>
  writeXlsx(path, { sheet: 'Hovedbok', header: LEDGER_HEADER, rows: ledgerRows(lines, year) });

function* ledgerRows(lines: Iterable<LedgerLine>, year: number): Generator<SheetCell[]> {
  for (const { account, article, responsibility, function: code, month, amountOre, text } of lines)
    yield [
      account,
      article,
      responsibility,
      code,
      new Date(Date.UTC(year, month - 1, 1)),
      kroner(amountOre),
      text,
    ];
}

/** 123450n → 1234.5, the binary number nearest to it, from which the øre are found again up to 10^13 kroner. */
function kroner(amountOre: bigint): number {
  if (amountOre >= 10n ** 15n || amountOre <= -(10n ** 15n))
    throw new RangeError('more øre than a sheet keeps');
  return Number(amountOre) / 100;
}
