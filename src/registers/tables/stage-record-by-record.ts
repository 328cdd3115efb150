// Reads an unevenly built CSV file record by record into a table in memory, and names each row that has not the
// header's number of cells. Slower than DuckDB's own reading, and taken only where that one fails or would miscount.

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Finding } from '../../findings/finding.ts';
import type { Db } from '../../store/db.ts';
import { createRecordsTable, type Relation, tableRelation } from '../../store/scan.ts';
import type { Table } from './delivered-table.ts';
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
  const broken = await eachRecord(table, (record, row) => {
    if (row === 1 || record.every((cell) => cell.trim() === '')) return;
    while (record.length > width && record.at(-1) === '') record.pop();
    if (record.length !== width) {
      findings.push(raggedRow(table.file, row, record.length, width));
      return;
    }
    appender.appendInteger(row);
    for (const cell of record) appender.appendVarchar(cell);
    appender.endRow();
  });
  appender.closeSync();
  if (broken) findings.push(broken);
  const relation = tableRelation(name, width);
  return { relation, ragged: findings.length, findings: listed(findings, 'rows') };
}

/** Hands over the records with their rows, the header first; the finding that ended it before the file's end. */
async function eachRecord(
  { file, path, csv }: Table,
  take: (record: string[], row: number) => void,
): Promise<Finding | undefined> {
  const { encoding, mark, delimiter } = csv!;
  let header = 0;
  let row = 0;
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[], { records, empty_lines }) => {
      row = records + empty_lines;
      header ||= row;
      take(record, row === header ? 1 : row);
      return null;
    },
  });
  parser.resume();
  const decoder = new TextDecoder(decoderLabel(encoding, mark), { fatal: true });
  try {
    await pipeline(createReadStream(path), (chunks) => decode(chunks, decoder), parser);
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return brokenRow(file, row + 1, error.code);
    if (error instanceof TypeError) return brokenRow(file, row + 1, 'ENCODING');
    throw error;
  }
}

async function* decode(
  chunks: AsyncIterable<Buffer>,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncIterable<string> {
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
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
      ? 'A quotation mark opens in this row and is never closed.'
      : code === 'ENCODING'
        ? 'From about this row on the file has letters that are not in its encoding.'
        : 'The row is not built as CSV: a quotation mark stands in the wrong place.';
  const remedy = 'Correct the row, or deliver the file again.';
  return { rule: 'table/broken-row', severity: 'error', message, remedy, where: { file, row }, count: 1 };
}
