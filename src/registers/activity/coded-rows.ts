// The rows of a delivered table whose columns are all judged text by text: codes in place of texts, each row once, and
// a finding for every row that has a fault. For tables that TypeScript works on row by row, such as decisions.

import type { Finding } from '../../findings/finding.ts';
import { dropTable } from '../../store/scan.ts';
import { selectCodes } from '../../store/scan-coded.ts';
import { countCodes, stageCodes } from '../../store/scan-people.ts';
import type { ReadContext } from '../reader.ts';
import type { Table } from '../tables/delivered-table.ts';
import { type Fault, faultFindings } from '../tables/fault.ts';
import { changedMeanwhile, noRows } from '../tables/outcome.ts';
import { recordsTable } from '../tables/stage-record-by-record.ts';
import {
  collectDictionaries,
  forgetDictionaries,
  handList,
  runOverCells,
} from '../tables/text-dictionary.ts';

/** Codes of a column's texts, by position: from 0, below 0 the fault at −1 − code, undefined where a cell names nobody. */
export type Judgement = {
  readonly values: readonly (number | undefined)[];
  readonly faults: readonly Fault[];
};

/** A row whose codes are all sound; null where it names nobody. */
export type CodedRow<N extends string> = { readonly row: number } & { readonly [name in N]: number };

/** `read` counts every row of the file; `isUnreadable`: there is nothing to go on with, and the findings say why. */
export type CodedRows<N extends string> = {
  readonly isUnreadable: boolean;
  readonly read: number;
  readonly rows: readonly CodedRow<N>[];
  readonly findings: readonly Finding[];
};

/**
 * Reads the table. `columns` says which of its columns each dictionary joins, `judge` gives the codes of their texts;
 * a dictionary named person may hold nobody, and such rows are left out with a warning.
 */
export async function codedRows<N extends string>(
  table: Table,
  columns: { readonly [name in N]: readonly (number | undefined)[] },
  judge: (textsOf: (name: N) => readonly string[]) => { readonly [name in N]: Judgement },
  context: ReadContext,
): Promise<CodedRows<N>> {
  const { db, stage } = context;
  const { file } = table;
  const names = Object.keys(columns) as N[];
  const dictionaries = names.map((name) => ({ name, columns: columns[name] }));
  try {
    const { relation, ragged, texts, findings } = await collectDictionaries(db, stage, table, dictionaries);
    const found = [...table.findings, ...findings];
    const unreadable = (more: readonly Finding[], read: number): CodedRows<N> => ({
      isUnreadable: true,
      read,
      rows: [],
      findings: [...found, ...more],
    });
    if (!texts.get(names[0]!)?.length) return unreadable(noRows(file, ragged, found), ragged);
    const judged = judge((name) => texts.get(name) ?? []);
    for (const name of names) await handList(db, stage, name, judged[name].values);
    await runOverCells(db, stageCodes(stage, relation, dictionaries), file);
    const certain = names.filter((name) => name !== 'person');
    const [count] = await db.rows<{ read: bigint; lost: bigint }>(countCodes(stage, certain));
    const read = Number(count!.read) + ragged;
    if (count!.lost > 0n) return unreadable([changedMeanwhile(file)], read);
    for (const name of names)
      found.push(...(await faultFindings(context, file, relation, `"${name}"`, judged[name].faults)));
    const all = await db.rows<{ row: number } & { [name in N]: number | null }>(
      selectCodes(stage, relation, names),
    );
    const nameless = all.filter((row) => names.some((name) => row[name] === null));
    if (nameless[0]) found.push(nobody(file, nameless[0].row, nameless.length));
    const rows = all.filter((row): row is CodedRow<N> => names.every((name) => (row[name] ?? -1) >= 0));
    return { isUnreadable: false, read, rows, findings: found };
  } finally {
    await forgetDictionaries(db, stage, dictionaries, names);
    await db.run(dropTable(recordsTable(stage)));
  }
}

const nobody = (file: string, row: number, count: number): Finding => ({
  rule: 'activity/nobody',
  severity: 'warning',
  message: 'Rows name no person and are left out.',
  remedy: 'Fill in the person, or take the rows out.',
  where: { file, row },
  count,
});
