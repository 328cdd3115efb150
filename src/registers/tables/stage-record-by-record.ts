// Reads an unevenly built CSV file record by record into a table in memory, and names each row that has not the
// header's number of cells. Slower than DuckDB's own reading, and taken only where that one fails or would miscount.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { Finding } from '../../findings/finding.ts';
import type { Db } from '../../store/db.ts';
import { createRecordsTable, type Relation, tableRelation } from '../../store/scan.ts';
import type { Table } from './open-table.ts';
import { listed } from './outcome.ts';
import { decoderLabel } from './read-header.ts';

type Staged = { readonly relation: Relation; readonly ragged: number; readonly findings: readonly Finding[] };

export const recordsTable = (stage: string): string => `${stage}_records`;

/** A record of nothing but empty cells is a blank line; empty cells beyond the header's are no cells. */
export async function stageRecordByRecord(db: Db, stage: string, table: Table): Promise<Staged> {
  const width = table.header.length;
  const name = recordsTable(stage);
  await db.run(createRecordsTable(name, width));
  const appender = await db.connection.createAppender(name, 'main', 'temp');
  const findings: Finding[] = [];
  let row = 0;
  try {
    for await (const { record, info } of recordsOf(table)) {
      row = info.records + info.empty_lines;
      if (info.records === 1) continue;
      if (record.every((cell) => cell.trim() === '')) continue;
      while (record.length > width && record.at(-1) === '') record.pop();
      if (record.length !== width) {
        findings.push(raggedRow(table.file, row, record.length, width));
        continue;
      }
      appender.appendInteger(row);
      for (const cell of record) appender.appendVarchar(cell);
      appender.endRow();
    }
  } catch (error) {
    if (!isCsvError(error) && !isDecodingError(error)) throw error;
    findings.push(brokenRow(table.file, row + 1, isCsvError(error) ? error.code : 'ENCODING'));
  }
  appender.closeSync();
  return {
    relation: tableRelation(name, width),
    ragged: findings.length,
    findings: listed(findings, 'rows'),
  };
}

type Parsed = {
  readonly record: string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
};

function recordsOf({ path, csv }: Table): AsyncIterable<Parsed> {
  const { encoding, mark, delimiter } = csv!;
  const text = Readable.toWeb(createReadStream(path)).pipeThrough(
    new TextDecoderStream(decoderLabel(encoding, mark), { fatal: true }),
  );
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.fromWeb(text);
  source.on('error', (error) => parser.destroy(error));
  return source.pipe(parser);
}

function raggedRow(file: string, row: number, cells: number, width: number): Finding {
  return {
    rule: 'table/ragged-row',
    severity: 'error',
    message: `The row has ${cells} cells; the header has ${width}.`,
    remedy: 'Put a text that holds the delimiter in quotation marks, or deliver the file again.',
    where: { file, row },
    count: 1,
  };
}

function brokenRow(file: string, row: number, code: string): Finding {
  const message =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark opens in or after this row and is never closed.'
      : code === 'ENCODING'
        ? 'From about this row on the file has letters that are not in its encoding.'
        : 'The row is not built as CSV: a quotation mark stands in the wrong place.';
  const remedy = 'Correct the row, or deliver the file again.';
  return { rule: 'table/broken-row', severity: 'error', message, remedy, where: { file, row }, count: 1 };
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
const isDecodingError = (error: unknown): boolean =>
  error instanceof TypeError && /decod|encod/i.test(error.message);
