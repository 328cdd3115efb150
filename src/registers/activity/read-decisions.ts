// Reads decisions: what a person was granted of a service per day, week or month, from one day to another. Each becomes
// a canonical decision, and what it grants in each month of the cost year becomes granted records, less the days on
// which the person was away.

import { type Finding, isRefused } from '../../findings/finding.ts';
import type { CircumstanceSource } from '../../model/care-sources.ts';
import type { ActivitySource } from '../../model/model.ts';
import { type Fraction, fraction, multiply, ONE } from '../../money/fraction.ts';
import { dayOf, daysByMonth, overlap, type Stretch, without } from '../../time/days.ts';
import { type Per, prorateWhole } from '../../time/prorate.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import { type CodedRow, codedRows } from '../tables/coded-rows.ts';
import type { Table } from '../tables/delivered-table.ts';
import { judgeObjects, OBJECT_COLUMNS } from '../tables/judge-objects.ts';
import { judgePersons } from '../tables/judge-persons.ts';
import { judgeDays, judgeMarks, judgeNumbers, judgeWords } from '../tables/judge-texts.ts';
import { markOf, openTable } from '../tables/open-table.ts';
import { refusal } from '../tables/outcome.ts';
import { partsPerWritten } from '../tables/parts-per-written.ts';
import { noKey } from '../tables/person-findings.ts';
import { withoutSpilling } from '../tables/without-spilling.ts';
import type { Decision, Facts, Granted } from './decision.ts';
import { betweenDecisions, noWeekRule, tooManyHours } from './decision-findings.ts';
import { decisionsInForce } from './decisions-in-force.ts';
import { type PersonStretch, readPersonStretches } from './read-person-stretches.ts';
import { stageGranted } from './stage-granted.ts';

export const DECISIONS_READER = { name: 'decisions', version: 2 };

/** A file that says when persons were away, with how it is read and the hash of its bytes. */
export type AbsenceFile = {
  readonly file: string;
  readonly sha256: string;
  readonly declared: CircumstanceSource;
};

const COLUMNS = ['object', 'person', 'quantity', 'per', 'from', 'to', 'decision', 'task'] as const;
type Column = (typeof COLUMNS)[number];

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readDecisions(
  file: string,
  source: ActivitySource,
  absence: readonly AbsenceFile[],
  context: ReadContext,
): Promise<ReadOutcome> {
  const { model } = context;
  if (!context.pseudonymise) return refusal('activity', [noKey('activity', file)]);
  if (source.decisions?.weeks === 'register' && !model.weekRule)
    return refusal('activity', [noWeekRule(file)]);
  return withoutSpilling(context.db, async () => {
    const opened = await openTable(file, source, context);
    if (!('table' in opened)) return refusal('activity', opened.findings);
    const facts = await readFacts(opened.table, source, context);
    if (facts.isUnreadable) return refusal('activity', facts.findings, facts.read);
    context.progress?.(0.4);
    const away = await readAway(absence, context);
    const granted = grantedOf(facts, away, source, context);
    context.progress?.(0.8);
    const { tables, records, sumParts } = await stageGranted(granted.granted, facts, context);
    const findings = [...facts.findings, ...granted.findings];
    context.progress?.(1);
    const kept = granted.granted.length;
    const year = model.years.cost;
    const years = records > 0 || !isRefused(findings) ? [year] : [];
    return {
      register: 'activity',
      read: facts.read,
      refused: facts.read - kept,
      records,
      sumParts,
      years,
      findings,
      tables,
    };
  });
}

type Items = {
  objects: Facts['objects'];
  pseudonyms: readonly string[];
  quantity: readonly Fraction[];
  per: readonly Per[];
  from: readonly (number | undefined)[];
  to: readonly (number | undefined)[];
  minutes: readonly Fraction[];
};

async function readFacts(table: Table, source: ActivitySource, context: ReadContext): Promise<Facts> {
  const at = (name: string): number | undefined => table.columns.get(name);
  const positions = {
    object: OBJECT_COLUMNS.map(at),
    person: [at('person')],
    quantity: [at('quantity')],
    per: [at('per')],
    from: [at('from')],
    to: [at('to')],
    decision: [at('decision')],
    task: [at('task')],
  };
  const items: Items = { objects: [], pseudonyms: [], quantity: [], per: [], from: [], to: [], minutes: [] };
  const counted = source.decisions?.standardTimes ? { ...source, quantityIn: 'minutes' as const } : source;
  const decimal = markOf(table, 'quantity', source.decimal);
  const coded = await codedRows<Column>(
    table,
    {
      columns: positions,
      judge: (textsOf) => judgeColumns(textsOf, { source: counted, decimal }, context, items),
      persons: { register: 'activity', column: source.columns.person ?? '' },
    },
    context,
  );
  const services = new Map(context.model.services.map((service) => [service.id, service]));
  const decisions = coded.rows.map((row): Decision => {
    const { service } = items.objects[row.object]!;
    const known = services.get(service)!;
    const factor = partsPerWritten(known, counted.quantityIn, context.model.weekRule);
    const written = multiply(items.quantity[row.quantity]!, items.minutes[row.task] ?? ONE);
    const per = items.per[row.per]!;
    const to = items.to[row.to];
    return {
      row: row.row,
      object: row.object,
      person: row.person,
      service,
      decision: at('decision') === undefined ? -1 : row.decision,
      task: at('task') === undefined ? -1 : row.task,
      isStay: known.measure === 'day' && per === 'day',
      said: saidBy(row),
      from: items.from[row.from]!,
      ...(to === undefined ? {} : { to }),
      parts: 'parts' in factor ? multiply(written, factor.parts) : fraction(0n),
      per,
    };
  });
  const { isUnreadable, read, findings } = coded;
  return { file: table.file, isUnreadable, read, decisions, findings, ...items };
}

const saidBy = (row: CodedRow<Column>): string => COLUMNS.map((column) => row[column]).join(' ');

/** Judges the texts of every column, quantities by the mark of their column; `items` takes what their codes mean. */
function judgeColumns(
  textsOf: (name: Column) => readonly string[],
  { source, decimal }: { readonly source: ActivitySource; readonly decimal: ',' | '.' },
  { model, pseudonymise }: ReadContext,
  items: Items,
) {
  const { columns, decisions } = source;
  const objects = judgeObjects(textsOf('object'), model, source);
  const persons = judgePersons(textsOf('person'), pseudonymise!, {
    country: model.municipality.country,
    year: model.years.cost,
    column: columns.person ?? '',
  });
  const quantity = judgeNumbers(textsOf('quantity'), {
    rule: 'decisions/quantity',
    column: columns.quantity ?? '',
    decimal,
  });
  const pers = new Map([
    ...(decisions?.pers ?? []),
    ...(decisions?.per ? [['', decisions.per] as const] : []),
  ]);
  const per = judgeWords(textsOf('per'), pers, {
    rule: 'decisions/per',
    column: columns.per ?? '',
    what: 'day, week or month',
    remedy: 'Say what it stands for under "pers" in the source: day, week or month.',
  });
  const days = (name: 'from' | 'to') =>
    judgeDays(textsOf(name), {
      rule: 'decisions/date',
      column: columns[name] ?? '',
      mayBeOpen: name === 'to',
    });
  const [from, to] = [days('from'), days('to')];
  const times = decisions?.standardTimes;
  const task = times
    ? judgeWords(textsOf('task'), times.minutes, {
        rule: 'decisions/task',
        column: columns.task ?? '',
        what: `task of ${times.file}`,
        remedy: 'Add it there with its minutes, or correct the row.',
      })
    : { ...judgeMarks(textsOf('task')), items: [] };
  Object.assign(items, {
    objects: objects.objects,
    pseudonyms: persons.pseudonyms,
    quantity: quantity.items,
    per: per.items,
    from: from.items,
    to: to.items,
    minutes: task.items,
  });
  const decision = judgeMarks(textsOf('decision'));
  return { object: objects, person: persons, quantity, per, from, to, decision, task };
}

/** Who was away when, of every file that says it. What is wrong with those files is said where they are read. */
async function readAway(
  absence: readonly AbsenceFile[],
  context: ReadContext,
): Promise<ReadonlyMap<string, readonly PersonStretch[]>> {
  const all: PersonStretch[] = [];
  for (const [i, { file, declared }] of absence.entries()) {
    const stage = `${context.stage}_away${i}`;
    all.push(...(await readPersonStretches(file, declared, { ...context, stage, progress: () => {} })).rows);
  }
  return Map.groupBy(all, ({ person }) => person);
}

function grantedOf(
  { file, decisions, pseudonyms }: Facts,
  away: ReadonlyMap<string, readonly PersonStretch[]>,
  source: ActivitySource,
  { model }: ReadContext,
): { readonly granted: readonly Granted[]; readonly findings: readonly Finding[] } {
  const year = model.years.cost;
  const whole = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const reversed = decisions.filter(({ from, to }) => to !== undefined && to < from);
  const forward = decisions.filter(({ from, to }) => to === undefined || to >= from);
  const elsewhere = forward.filter((one) => !overlap(one, whole));
  const inYear = forward.filter((one) => overlap(one, whole));
  const settled = decisionsInForce(inYear, source.decisions?.changes ?? 'add');
  const weeksPerMonth = source.decisions?.weeks === 'register' ? model.weekRule?.weeksPerMonth : undefined;
  const granted = settled.inForce.map((one): Granted => {
    const { from, until, decided } = one;
    const shared = until !== undefined && until < from ? undefined : overlap(stretchOf(from, until), whole);
    const gone = (away.get(pseudonyms[decided.person]!) ?? []).filter(
      ({ service }) => service === '' || service === decided.service,
    );
    const days = daysByMonth(shared ? without(shared, gone) : [], year);
    const { parts: quantity, per } = decided;
    const months = prorateWhole({ quantity, per, year, days, weeksPerMonth });
    return { ...one, days: days.reduce((sum, some) => sum + some, 0), months };
  });
  const findings = [
    ...betweenDecisions(file, source, year, { reversed, elsewhere, ...settled }),
    ...tooManyHours(file, source, inYear, model),
  ];
  return { granted, findings };
}

const stretchOf = (from: number, to: number | undefined): Stretch =>
  to === undefined ? { from } : { from, to };
