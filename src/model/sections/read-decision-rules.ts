// How decisions are to be read: how often a quantity comes again, whether a later decision ends the one before it, and
// the catalogue of standard times for decisions given as tasks.

import type { Fraction } from '../../money/fraction.ts';
import type { Per } from '../../time/prorate.ts';
import type { DecisionRules } from '../care-sources.ts';
import { complainAt, readNumbers, readTable } from '../tables/read-table.ts';
import { type Fields, missing, readChoice, readEntries, readFields, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

/** The keys of a source of decisions that no other source has. */
export const DECISION_KEYS = ['per', 'pers', 'changes', 'weeks', 'standard-times'] as const;
const PERS: readonly Per[] = ['day', 'week', 'month'];

/** What registers and care systems write in a column that says how often. */
const WRITTEN_PERS: ReadonlyMap<string, Per> = new Map([
  ...['day', 'dag', 'daglig', 'dagligt', 'd'].map((text): [string, Per] => [text, 'day']),
  ...['week', 'uke', 'vecka', 'uge', 'ukentlig', 'u', 'v'].map((text): [string, Per] => [text, 'week']),
  ...['month', 'måned', 'månad', 'md', 'mnd', 'm'].map((text): [string, Per] => [text, 'month']),
]);

/** Reads the rules of a source of decisions; `columns` are its columns. */
export function readDecisionRules(
  spot: Spot,
  fields: Fields<(typeof DECISION_KEYS)[number]>,
  columns: { readonly per?: string; readonly task?: string },
): DecisionRules {
  const per = fields.per && readChoice(fields.per, PERS);
  if (!fields.per && columns.per === undefined)
    missing(spot, 'per', 'Say how often the quantity comes again: "per: week", or name a column "per".');
  const pers = (
    fields.pers ? readEntries(fields.pers, 'texts of the file and day, week or month') : []
  ).flatMap(({ key, value }) => {
    const choice = readChoice(value, PERS);
    return choice ? [[key, choice] as const] : [];
  });
  const times = fields['standard-times'];
  if (columns.task !== undefined && !times)
    missing(
      spot,
      'standard-times',
      'Name the minutes of each task: "standard-times: { table: …, source: … }".',
    );
  if (times && columns.task === undefined)
    complain(times, {
      rule: 'missing',
      message: 'there are standard times, and no column says the task.',
      remedy: 'Name it: "columns: { task: oppgave }".',
    });
  const standardTimes = times && readStandardTimes(times);
  return {
    ...(per === undefined ? {} : { per }),
    pers: new Map([...WRITTEN_PERS, ...pers]),
    changes: (fields.changes && readChoice(fields.changes, ['replace', 'add'])) ?? 'add',
    weeks: (fields.weeks && readChoice(fields.weeks, ['calendar', 'register'])) ?? 'calendar',
    ...(standardTimes ? { standardTimes } : {}),
  };
}

/** `{ table: data/standard-times.csv, source: … }` with the columns task and minutes, one row a task. */
function readStandardTimes(spot: Spot): DecisionRules['standardTimes'] {
  const fields = readFields(spot, 'standard times', ['table', 'source']);
  const source = fields.source
    ? readText(fields.source, 'where the times are from')
    : missing(spot, 'source', 'Say where the times are from: "source: catalogue decided 2024".');
  const file = fields.table
    ? readText(fields.table, 'the path of a table')
    : missing(spot, 'table', 'Name the table: "table: data/standard-times.csv".');
  const table = fields.table && file !== undefined ? readTable(fields.table, file) : undefined;
  if (!table) return undefined;
  const minutes = new Map<string, Fraction>();
  const numbers = readNumbers(table, 'minutes');
  for (const { row, cells } of table.rows) {
    const task = cells.get('task') ?? '';
    const wrong = (column: string, message: string, remedy: string) =>
      complainAt(table, { row, column }, { rule: 'table', message, remedy });
    const time = numbers.get(row);
    if (task === '') wrong('task', 'the task is missing.', 'The table has the columns task and minutes.');
    else if (minutes.has(task)) wrong('task', 'the task stands here twice.', 'Keep one of the two rows.');
    else if (!time || time.num <= 0n)
      wrong('minutes', 'the task has no minutes.', 'Write how many it takes.');
    else minutes.set(task, time);
  }
  return { file: table.file, source: source ?? '', minutes };
}
