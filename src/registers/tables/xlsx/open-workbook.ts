// Opens a workbook as a table: chooses its sheet, finds the header row in it, and matches the columns that the model
// names. The rows themselves are staged later, when personal identifiers may be in memory.

import type { Finding, Place } from '../../../findings/finding.ts';
import { suggestName } from '../../../model/yaml/nearest-name.ts';
import { tableRelation } from '../../../store/scan.ts';
import type { Opened, SheetColumn, TableForm } from '../delivered-table.ts';
import { showCell } from '../fault.ts';
import { matchColumns } from '../match-columns.ts';
import { plainName } from '../read-header.ts';
import { recordsTable } from '../stage-record-by-record.ts';
import { faultOf } from './parse-part.ts';
import { sheetRows } from './read-sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './read-workbook.ts';

/** `file` relative to the workspace. The table holds the named columns alone, in the order in which they are named. */
export async function openWorkbook(
  file: string,
  path: string,
  form: TableForm,
  stage: string,
): Promise<Opened> {
  try {
    const workbook = await readWorkbook(path);
    const chosen = chooseSheet(file, workbook, form.sheet);
    if (!('sheet' in chosen)) return chosen;
    const { sheet, findings } = chosen;
    const headerRow = form.headerRow ?? 1;
    const header = await readHeaderRow(workbook, sheet, headerRow);
    const matched = matchColumns(file, header, form.columns);
    if (matched.findings.length > 0) {
      const placed = matched.findings.map((finding) => inHeader(finding, headerRow, header.length));
      return { findings: [...findings, ...placed] };
    }
    const named = [...matched.columns];
    const columns = named.map(([canonical, at]) => sheetColumn(canonical, header[at]!, at, form));
    const table = {
      file,
      path,
      header: columns.map(({ name }) => name),
      columns: new Map(named.map(([canonical], i) => [canonical, i])),
      relation: tableRelation(recordsTable(stage), columns.length),
      sheet: { workbook, sheet, headerRow, decimal: form.decimal ?? ',', columns },
      isUneven: true,
      findings,
    };
    return { table, findings };
  } catch (error) {
    const { rule, message, remedy } = faultOf(error);
    return { findings: [{ rule, severity: 'error', message, remedy, where: { file } }] };
  }
}

function sheetColumn(canonical: string, name: string, at: number, form: TableForm): SheetColumn {
  const codeLength = form.codeLengths?.[canonical];
  return { name, at, ...(codeLength !== undefined && { codeLength }) };
}

function chooseSheet(
  file: string,
  { sheets }: Workbook,
  wanted: string | undefined,
):
  | { readonly sheet: Sheet; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[] } {
  const where: Place = { file };
  const names = sheets.map(({ name }) => name);
  const sheet = wanted === undefined ? sheets[0]! : sheets.find(({ name }) => name === wanted);
  if (!sheet) {
    const message = `The workbook has no sheet "${wanted}".`;
    const remedy = suggestName(wanted!, names) ?? `Its sheets are ${quoted(names)}.`;
    return { findings: [{ rule: 'table/sheet', severity: 'error', message, remedy, where }] };
  }
  const findings: Finding[] = [];
  if (wanted === undefined && sheets.length > 1) {
    const message = `The workbook has ${sheets.length} sheets: ${quoted(names)}. The first is read.`;
    const remedy = `Write sheet: ${sheet.name} in the source, or name another.`;
    findings.push({ rule: 'table/sheet', severity: 'note', message, remedy, where });
  }
  if (sheet.isHidden) {
    const message = `The sheet ${showCell(sheet.name, false)} is hidden in the workbook. It is read.`;
    findings.push({ rule: 'table/hidden', severity: 'note', message, where });
  }
  return { sheet, findings };
}

const quoted = (names: readonly string[]): string => names.map((name) => showCell(name, false)).join(', ');

/** The texts of the header row as plain names; [] where the sheet ends before it. */
async function readHeaderRow(workbook: Workbook, sheet: Sheet, headerRow: number): Promise<string[]> {
  for await (const rows of sheetRows(workbook, sheet)) {
    const found = rows.find(({ row }) => row >= headerRow);
    if (found?.row === headerRow) return Array.from(found.cells, (cell) => plainName(cell?.text ?? ''));
    if (found) return [];
  }
  return [];
}

/** What a header lacks, at its own row; the delimiter is no matter here. */
function inHeader(finding: Finding, headerRow: number, columns: number): Finding {
  const placed = { ...finding, where: { ...finding.where, row: headerRow } };
  return columns > 1
    ? placed
    : {
        ...placed,
        remedy: 'Write header-row: and the number of the row that names the columns in the source.',
      };
}
