// The distinct texts of a file's columns, each judged once by rules in TypeScript, and their codes handed back to
// DuckDB, which then reads the file again and stages its rows as numbers. Raw personal identifiers live here only,
// in memory that may not spill to disk, and are gone when the file has been staged.

import type { Finding } from '../../findings/finding.ts';
import type { Db } from '../../store/db.ts';
import {
  collectTexts,
  createTextType,
  type Dictionary,
  dropTable,
  dropTextType,
  identifier,
  type Relation,
  resetList,
  setList,
  TEXT_SEPARATOR,
  textsOf,
  textsTable,
} from '../../store/scan.ts';
import type { Table } from './delivered-table.ts';
import { stageRecordByRecord } from './stage-record-by-record.ts';
import { stageSheet } from './xlsx/stage-sheet.ts';

/** The relation that rows are to be read from, and the distinct texts of each dictionary, in DuckDB's own order. */
export type Texts = {
  readonly relation: Relation;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Records that have not the header's number of cells and are left out; they are among the findings. */
  readonly ragged: number;
  readonly findings: readonly Finding[];
};

/**
 * Reads the file once for the texts of all dictionaries. A CSV file that is not evenly built (blank or ragged lines,
 * letters that DuckDB does not know) is read record by record into memory instead, which names the rows at fault.
 */
export async function collectDictionaries(
  db: Db,
  stage: string,
  table: Table,
  dictionaries: readonly Dictionary[],
): Promise<Texts> {
  let relation = table.relation;
  let ragged = 0;
  let findings: readonly Finding[] = [];
  if (table.isUneven || !(await tryCollect(db, stage, relation, dictionaries))) {
    await db.run(dropTable(textsTable(stage)));
    if (table.sheet) {
      const staged = await stageSheet(db, stage, table.file, table.sheet);
      if (staged.isBroken) return { ...unreadable(table), findings: staged.findings };
      ({ relation, ragged, findings } = staged);
    } else if (!table.csv) return unreadable(table);
    else ({ relation, ragged, findings } = await stageRecordByRecord(db, stage, table));
    await runOverCells(db, collectTexts(stage, relation, dictionaries), table.file);
  }
  const texts = new Map<string, readonly string[]>();
  for (const [which, { name }] of dictionaries.entries()) {
    const rows = await db.rows<{ text: string }>(textsOf(stage, which));
    texts.set(
      name,
      rows.map(({ text }) => text),
    );
    if (rows.length > 0) await db.run(createTextType(stage, name, which));
  }
  await db.run(dropTable(textsTable(stage)));
  return { relation, texts, ragged, findings };
}

/**
 * Runs a statement over a file's cells. A failure is a broken program; DuckDB's message is not passed on, for it
 * quotes cells.
 */
export async function runOverCells(db: Db, sql: string, file: string): Promise<void> {
  const isDone = await db.run(sql).then(
    () => true,
    () => false,
  );
  if (!isDone) throw new Error(`${file}: the statement that stages its rows failed`);
}

/** DuckDB's own message is not passed on: it quotes the cells of the row that it stumbled over. */
async function tryCollect(
  db: Db,
  stage: string,
  relation: Relation,
  dictionaries: readonly Dictionary[],
): Promise<boolean> {
  try {
    await db.run(collectTexts(stage, relation, dictionaries));
  } catch {
    return false;
  }
  return !(await mayHoldEmptyRecords(db, stage, dictionaries));
}

/** True when every dictionary has the text of nothing but empty cells: spreadsheets write ";;;" for an empty row. */
async function mayHoldEmptyRecords(
  db: Db,
  stage: string,
  dictionaries: readonly Dictionary[],
): Promise<boolean> {
  const named = dictionaries.map(({ columns }, which) => ({
    which,
    isNamed: columns.some((at) => at !== undefined),
  }));
  for (const { which, isNamed } of named) {
    if (!isNamed) continue;
    const rows = await db.rows<{ text: string }>(textsOf(stage, which));
    if (!rows.some(({ text }) => text.replaceAll(TEXT_SEPARATOR, '').trim() === '')) return false;
  }
  return true;
}

function unreadable({ file, relation }: Table): Texts {
  const message = 'The file is damaged: its records cannot be read to the end.';
  const finding: Finding = {
    rule: 'table/format',
    severity: 'error',
    message,
    remedy: 'Deliver it again.',
    where: { file },
  };
  return { relation, texts: new Map(), ragged: 0, findings: [finding] };
}

/** Values by the position of their text, as a list that the staging statement looks them up in. */
export async function handList(
  db: Db,
  stage: string,
  list: string,
  values: readonly (number | bigint | undefined)[],
): Promise<void> {
  const table = `${stage}_${list}_list`;
  await db.run(`create temp table ${identifier(table)} (position integer, value bigint)`);
  const appender = await db.connection.createAppender(table, 'main', 'temp');
  for (const [position, value] of values.entries()) {
    appender.appendInteger(position);
    if (value === undefined) appender.appendNull();
    else appender.appendBigInt(BigInt(value));
    appender.endRow();
  }
  appender.closeSync();
  await db.run(setList(stage, list, table));
  await db.run(dropTable(table));
}

/** Forgets the texts and the lists. */
export async function forgetDictionaries(
  db: Db,
  stage: string,
  dictionaries: readonly Dictionary[],
  lists: readonly string[],
): Promise<void> {
  await db.run(dropTable(textsTable(stage)));
  for (const { name } of dictionaries) await db.run(dropTextType(stage, name));
  for (const list of lists) await db.run(resetList(stage, list));
}
