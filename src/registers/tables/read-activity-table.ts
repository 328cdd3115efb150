// Reads activity from a delivered table: one delivery, grant or ready-made volume a row. Every row becomes a record in
// parts of its service's measure, with a pseudonym for its person, or a finding.

import { type Finding, isRefused } from '../../findings/finding.ts';
import { type ActivitySource, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import {
  countRecords,
  type Dictionary,
  dropTable,
  type NumberColumn,
  selectRecords,
  stageRecords,
  yearsOf,
} from '../../store/scan.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import { sayYear } from '../reading-year.ts';
import type { Table } from './delivered-table.ts';
import { faultFindings } from './fault.ts';
import { judgeObjects, OBJECT_COLUMNS } from './judge-objects.ts';
import { judgePeriods, PERIOD_COLUMNS } from './judge-periods.ts';
import { judgePersons } from './judge-persons.ts';
import { numberColumn, openTable } from './open-table.ts';
import { changedMeanwhile, incomplete, noRows, refusal } from './outcome.ts';
import { noKey, personFindings } from './person-findings.ts';
import { recordFindings } from './record-findings.ts';
import { stageNumbered } from './stage-numbered.ts';
import { recordsTable } from './stage-record-by-record.ts';
import { collectDictionaries, forgetDictionaries, handList, runOverCells } from './text-dictionary.ts';
import { weekFindings } from './week-findings.ts';
import { withoutSpilling } from './without-spilling.ts';

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readActivityTable(
  file: string,
  source: ActivitySource,
  context: ReadContext,
): Promise<ReadOutcome> {
  if (source.columns.person !== undefined && !context.pseudonymise)
    return refusal('activity', [noKey('activity', file)]);
  const opened = await openTable(file, source, context);
  if (!('table' in opened)) return refusal('activity', opened.findings);
  const plan = planOf(opened.table, source, context);
  if ('problem' in plan) return refusal('activity', [...opened.findings, plan.problem]);
  return withoutSpilling(context.db, () => readRows(opened.table, plan, source, context));
}

type Plan = {
  readonly object: Dictionary;
  readonly period: Dictionary;
  readonly person?: Dictionary;
  readonly quantity: NumberColumn;
};

/** Which columns of the file hold what. */
function planOf(
  table: Table,
  source: ActivitySource,
  { model }: ReadContext,
): Plan | { readonly problem: Finding } {
  const at = (name: string): number | undefined => table.columns.get(name);
  const quantity = numberColumn(table, 'quantity', source.decimal);
  const hasUnits = model.units.some(({ id }) => id !== WHOLE_MUNICIPALITY);
  if (at('service') === undefined) return { problem: incomplete(table.file, 'service') };
  if (!quantity) return { problem: incomplete(table.file, 'quantity') };
  if (at('unit') === undefined && hasUnits) return { problem: incomplete(table.file, 'unit') };
  const person = at('person');
  return {
    object: { name: 'object', columns: OBJECT_COLUMNS.map(at) },
    period: { name: 'period', columns: PERIOD_COLUMNS.map(at).filter((column) => column !== undefined) },
    ...(person !== undefined && { person: { name: 'person', columns: [person] } }),
    quantity,
  };
}

async function readRows(
  table: Table,
  plan: Plan,
  source: ActivitySource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { db, stage, model } = context;
  const { file } = table;
  const dictionaries = [plan.object, plan.period, ...(plan.person ? [plan.person] : [])];
  try {
    const collected = await collectDictionaries(db, stage, table, dictionaries);
    const { relation, ragged, texts } = collected;
    const found = [...table.findings, ...collected.findings];
    if (!texts.get('object')?.length)
      return refusal('activity', [...found, ...noRows(file, ragged, found)], ragged);
    context.progress?.(0.4);

    const objects = judgeObjects(texts.get('object') ?? [], model, source);
    const periods = judgePeriods(texts.get('period') ?? [], {
      rule: 'activity/period',
      column: (name) => source.columns[name],
      year: source.year ?? model.years.cost,
      ...(source.year !== undefined && { declaredYear: source.year }),
      onlyYear: model.years.cost,
      hasPersons: plan.person !== undefined,
    });
    const persons =
      plan.person &&
      judgePersons(texts.get('person') ?? [], context.pseudonymise!, {
        country: model.municipality.country,
        year: source.year ?? model.years.cost,
        column: source.columns.person ?? '',
      });
    const told = { register: 'activity', column: source.columns.person ?? '' } as const;
    await handList(db, stage, 'object', objects.values);
    await handList(db, stage, 'factor', objects.factors);
    await handList(db, stage, 'period', periods.values);
    await handList(db, stage, 'day', periods.days);
    if (persons) await handList(db, stage, 'person', persons.values);
    const { factorDenominator } = objects;
    await runOverCells(db, stageRecords(stage, relation, { ...plan, factorDenominator }), file);
    context.progress?.(0.9);

    const [count] = await db.rows<Count>(countRecords(stage));
    const { read, sound, total, lost } = count!;
    if (lost > 0n) return refusal('activity', [...found, changedMeanwhile(file)], Number(read) + ragged);
    found.push(
      ...(await faultFindings(context, file, relation, 'object', objects.faults)),
      ...(await faultFindings(context, file, relation, 'period', periods.faults)),
      ...(await faultFindings(context, file, relation, 'person', persons?.faults ?? [])),
      ...(persons ? await personFindings(context, table, relation, told, persons) : []),
      ...periods.notes.map((note): Finding => ({ ...note, where: { file } })),
      ...(await recordFindings(context, table, relation, source)),
      ...(await weekFindings(context, table, relation, source, objects.objects)),
      ...objects.ignoredLevels.map((service) => ignoredLevel(file, service, source)),
    );
    if (sound === 0n && !isRefused(found)) found.push(nothingLeft(file, model.years.cost, source));
    const objectsSql = await stageNumbered(
      db,
      `${stage}_objects`,
      ['object', ...OBJECT_COLUMNS],
      objects.objects.map(({ service, unit, level }) => [service, unit, level]),
    );
    const pseudonyms = (persons?.pseudonyms ?? []).map((pseudonym) => [pseudonym]);
    const personsSql = await stageNumbered(db, `${stage}_persons`, ['person', 'pseudonym'], pseudonyms);
    const years = await db.rows<{ year: number }>(yearsOf(stage, 'activity'));
    context.progress?.(1);
    return {
      register: 'activity',
      read: Number(read) + ragged,
      refused: Number(read - sound) + ragged,
      sumParts: total,
      years: years.map(({ year }) => year),
      findings: found,
      tables: [
        { name: 'records', sql: selectRecords(stage, relation) },
        { name: 'objects', sql: objectsSql },
        { name: 'persons', sql: personsSql },
      ],
    };
  } finally {
    await forgetDictionaries(db, stage, dictionaries, ['object', 'factor', 'period', 'day', 'person']);
    await db.run(dropTable(recordsTable(stage)));
  }
}

type Count = { readonly read: bigint; readonly sound: bigint; readonly total: bigint; readonly lost: bigint };

const nothingLeft = (file: string, year: number, source: ActivitySource): Finding => ({
  rule: 'activity/other-year',
  severity: 'error',
  message: `No row of the file counts in ${sayYear(year, source)}.`,
  remedy: `Deliver the activity of ${year}, or correct years in the model.`,
  where: { file },
});

const ignoredLevel = (file: string, service: string, source: ActivitySource): Finding => ({
  rule: 'activity/level',
  severity: 'note',
  message: `${service} has no levels in the model; what the column says of it is left out.`,
  where: { file, ...(source.columns.level && { column: source.columns.level }) },
});
