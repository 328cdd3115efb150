// The rows of a delivered table whose columns are all judged text by text: codes in place of texts, each row once, and
// a finding for every row that has a fault. For tables that TypeScript works on row by row, such as decisions.

import type { Finding } from '../../findings/finding.ts';
import { dropTable, type Relation } from '../../store/scan.ts';
import { selectCodes } from '../../store/scan-coded.ts';
import { countCodes, stageCodes } from '../../store/scan-people.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import { type Fault, faultFindings } from './fault.ts';
import type { JudgedPersons } from './judge-persons.ts';
import { changedMeanwhile, noRows } from './outcome.ts';
import { personFindings } from './person-findings.ts';
import { recordsTable } from './stage-record-by-record.ts';
import { collectDictionaries, forgetDictionaries, handList, runOverCells } from './text-dictionary.ts';

/** Codes of a column's texts, by position: from 0, below 0 the fault at −1 − code, undefined where a cell names nobody. */
export type Judgement = {
  readonly values: readonly (number | undefined)[];
  readonly faults: readonly Fault[];
};

/** A row whose codes are all sound. */
export type CodedRow<N extends string> = { readonly row: number } & { readonly [name in N]: number };

/** `read` counts every row of the file; `isUnreadable`: there is nothing to go on with, and the findings say why. */
export type CodedRows<N extends string> = {
  readonly isUnreadable: boolean;
  readonly read: number;
  readonly rows: readonly CodedRow<N>[];
  readonly findings: readonly Finding[];
};

/** Which columns of the table each dictionary joins, and how their texts are judged. */
export type Coding<N extends string> = {
  readonly columns: { readonly [name in N]: readonly (number | undefined)[] };
  readonly judge: (textsOf: (name: N) => readonly string[]) => { readonly [name in N]: Judgement };
  /** Of a file of persons: how the column is named, and whose rules its findings go by. */
  readonly persons?: { readonly register: ReadOutcome['register']; readonly column: string };
};

/** Rows as codes, staged in the engine under the context's stage; all faults of texts are among the findings. */
export type StagedCodes = {
  readonly relation: Relation;
  readonly read: number;
  readonly findings: readonly Finding[];
};

/**
 * Stages the table's rows as codes and hands them to `work`; the cells' texts are forgotten when it is done. What
 * cannot be read at all goes to `unreadable` with the reason.
 */
export async function withCodes<N extends string, T>(
  table: Table,
  { columns, judge, persons }: Coding<N>,
  context: ReadContext,
  {
    work,
    unreadable,
  }: {
    readonly work: (staged: StagedCodes) => Promise<T>;
    readonly unreadable: (findings: readonly Finding[], read: number) => T;
  },
): Promise<T> {
  const { db, stage } = context;
  const { file } = table;
  const names = Object.keys(columns) as N[];
  const dictionaries = names.map((name) => ({ name, columns: columns[name] }));
  try {
    const { relation, ragged, texts, findings } = await collectDictionaries(db, stage, table, dictionaries);
    const found = [...table.findings, ...findings];
    if (!texts.get(names[0]!)?.length) return unreadable([...found, ...noRows(file, ragged, found)], ragged);
    const judged = judge((name) => texts.get(name) ?? []);
    for (const name of names) await handList(db, stage, name, judged[name].values);
    await runOverCells(db, stageCodes(stage, relation, dictionaries), file);
    const certain = names.filter((name) => name !== 'person');
    const [count] = await db.rows<{ read: bigint; lost: bigint }>(countCodes(stage, certain));
    const read = Number(count!.read) + ragged;
    if (count!.lost > 0n) return unreadable([...found, changedMeanwhile(file)], read);
    for (const name of names)
      found.push(...(await faultFindings(context, file, relation, `"${name}"`, judged[name].faults)));
    const who = (judged as { readonly person?: Judgement }).person;
    if (persons && who && 'inDoubt' in who)
      found.push(...(await personFindings(context, table, relation, persons, who as JudgedPersons)));
    return await work({ relation, read, findings: found });
  } finally {
    await forgetDictionaries(db, stage, dictionaries, names);
    await db.run(dropTable(recordsTable(stage)));
  }
}

/** Reads the table's rows for work row by row. Rows that name nobody are left out with a warning. */
export function codedRows<N extends string>(
  table: Table,
  coding: Coding<N>,
  context: ReadContext,
): Promise<CodedRows<N>> {
  const { db, stage } = context;
  const names = Object.keys(coding.columns) as N[];
  return withCodes(table, coding, context, {
    unreadable: (findings, read): CodedRows<N> => ({ isUnreadable: true, read, rows: [], findings }),
    work: async ({ relation, read, findings }) => {
      const all = await db.rows<{ row: number } & { [name in N]: number | null }>(
        selectCodes(stage, relation, names),
      );
      const nameless = all.filter((row) => names.some((name) => row[name] === null));
      const rows = all.filter((row): row is CodedRow<N> => names.every((name) => (row[name] ?? -1) >= 0));
      const first = nameless[0];
      const left = first ? [nobody(table.file, first.row, nameless.length)] : [];
      return { isUnreadable: false, read, rows, findings: [...findings, ...left] };
    },
  });
}

const nobody = (file: string, row: number, count: number): Finding => ({
  rule: 'activity/nobody',
  severity: 'warning',
  message: 'Rows name no person and are left out.',
  remedy: 'Fill in the person, or take the rows out.',
  where: { file, row },
  count,
});
