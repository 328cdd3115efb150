// Opens a delivered table, CSV, Parquet or XLSX, whatever program wrote it: finds out its encoding and delimiter, matches the
// columns that the model names against its header, and gives the relation that statements read its records from.

import { join, sep } from 'node:path';
import type { Finding, Place } from '../../findings/finding.ts';
import {
  csvRelation,
  describeParquet,
  isScannable,
  type NumberColumn,
  parquetRelation,
} from '../../store/scan.ts';
import type { ReadContext } from '../reader.ts';
import { decideEncoding } from './decide-encoding.ts';
import type { Opened, Table, TableForm } from './delivered-table.ts';
import { type Bytes, inspectBytes } from './inspect-bytes.ts';
import { matchColumns } from './match-columns.ts';
import { plainName, readHeader } from './read-header.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

/** `file` is relative to the workspace. Without `table`, the findings say why the file is refused. */
export async function openTable(file: string, form: TableForm, context: ReadContext): Promise<Opened> {
  const path = join(context.workspaceDir, file).replaceAll(sep, '/');
  let bytes: Bytes;
  try {
    bytes = await inspectBytes(path);
  } catch {
    return refuse(
      { file },
      'table/unreadable',
      'The file cannot be read.',
      'Check that it exists and that you may read it.',
    );
  }
  if (bytes.size === 0) return refuse({ file }, 'table/empty', 'The file is empty.', 'Deliver it again.');
  if (beginsAsZip(bytes.head)) return openWorkbook(file, path, form, context.stage);
  if (bytes.foreign) {
    const message = `The file is ${bytes.foreign}, not a table that can be read.`;
    return refuse(
      { file },
      'table/format',
      message,
      'Save it as CSV (UTF-8), Parquet or an Excel workbook (xlsx).',
    );
  }
  if (!isScannable(path)) {
    const message = 'The name of the file or its folder has a backslash beside *, ? or [.';
    return refuse({ file }, 'table/unreadable', message, 'Rename it.');
  }
  const isParquet = bytes.isParquet || /\.parquet$/i.test(file);
  const opened = isParquet ? await openParquet(file, path, form, context) : openCsv(file, path, form, bytes);
  return form.sheet === undefined && form.headerRow === undefined ? opened : withNoSheets(opened, file);
}

/** The source names a sheet or a header row, and the file has none. */
function withNoSheets(opened: Opened, file: string): Opened {
  const message = 'The file is no workbook: "sheet" and "header-row" of the source are not for it.';
  const remedy = 'Deliver the workbook, or leave them out.';
  const told: Finding = { rule: 'table/sheet', severity: 'warning', message, remedy, where: { file } };
  const findings = [told, ...opened.findings];
  return 'table' in opened ? { table: { ...opened.table, findings }, findings } : { findings };
}

const beginsAsZip = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, 4)).toString('hex') === '504b0304';

const refuse = (where: Place, rule: string, message: string, remedy: string): Opened => ({
  findings: [{ rule, severity: 'error', message, remedy, where }],
});

async function openParquet(
  file: string,
  path: string,
  form: TableForm,
  context: ReadContext,
): Promise<Opened> {
  let described: { name: string; type: string }[];
  try {
    described = await context.db.rows<{ name: string; type: string }>(describeParquet(path));
  } catch {
    const message = 'The file is not a Parquet file, or it is cut short.';
    return refuse({ file }, 'table/format', message, 'Deliver it again.');
  }
  const header = described.map(({ name }) => plainName(name));
  const { columns, findings } = matchColumns(file, header, form.columns);
  if (findings.length > 0) return { findings };
  const types = described.map(({ type }) => type);
  const relation = parquetRelation(path, header.length);
  return { table: { file, path, header, columns, relation, types, isUneven: false, findings }, findings };
}

function openCsv(file: string, path: string, form: TableForm, bytes: Bytes): Opened {
  const { encoding, findings: about } = decideEncoding(file, bytes, form.encoding);
  if (!encoding) return { findings: about };
  if (bytes.nulLine !== undefined) {
    const message = `The file holds a NUL character (line ${bytes.nulLine}): it is damaged or no text file.`;
    return refuse({ file, row: bytes.nulLine }, 'table/nul', message, 'Deliver it again.');
  }
  const wanted = Object.values(form.columns).filter((name) => name !== undefined);
  const { header, delimiter, hasLineBreak } = readHeader(
    bytes.head,
    encoding,
    bytes.mark,
    form.delimiter,
    wanted,
  );
  const { columns, findings } = matchColumns(file, header, form.columns);
  if (findings.length > 0) return { findings: [...about, ...findings] };
  const plain = encoding === 'utf-8' || encoding === 'latin-1';
  const relation = csvRelation({
    path,
    delimiter,
    encoding: encoding === 'latin-1' ? 'latin-1' : 'utf-8',
    columns: header.length,
  });
  const csv = { encoding, ...(bytes.mark && { mark: bytes.mark }), delimiter };
  const cut: Finding[] = bytes.endsWithBreak
    ? []
    : [
        {
          rule: 'table/cut-short',
          severity: 'warning',
          message: 'The last line does not end with a line break: the file may have been cut short.',
          remedy: 'Check its last row against the system that it comes from.',
          where: { file },
        },
      ];
  const isUneven = !plain || bytes.hasBlankLine || hasLineBreak;
  const all = [...about, ...cut];
  return { table: { file, path, header, columns, relation, csv, isUneven, findings: all }, findings: all };
}

/** True where the file's own type of a column is a number's: 4.30 is then "4.30" in every country. */
export const isNumeric = ({ columns, types }: Table, name: string): boolean =>
  /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT)$/.test(
    types?.[columns.get(name) ?? -1] ?? '',
  );

/** The decimal mark of a column's texts: the source's, or a point where the file's own type is numeric. */
export const markOf = (table: Table, name: string, decimal: ',' | '.'): ',' | '.' =>
  isNumeric(table, name) ? '.' : decimal;

/** A column of numbers with its decimal mark. */
export function numberColumn(table: Table, name: string, decimal: ',' | '.'): NumberColumn | undefined {
  const column = table.columns.get(name);
  return column === undefined ? undefined : { column, decimal: markOf(table, name, decimal) };
}
