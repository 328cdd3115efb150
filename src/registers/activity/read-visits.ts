// Reads deliveries that say when they began and when they ended: the time between is the quantity. A visit belongs to
// the day on which it began; a night shift over midnight, or over the change of the clock, lasts as long as it did.

import type { Finding } from '../../findings/finding.ts';
import { type ActivitySource, WHOLE_MUNICIPALITY } from '../../model/model.ts';
import { countVisits, judgeVisits, selectVisits, yearsOfVisits } from '../../store/scan-visits.ts';
import { stageRows } from '../../store/stage-rows.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import { type Judgement, type StagedCodes, withCodes } from '../tables/coded-rows.ts';
import type { Table } from '../tables/delivered-table.ts';
import { type JudgedObjects, judgeObjects, OBJECT_COLUMNS } from '../tables/judge-objects.ts';
import { judgePersons } from '../tables/judge-persons.ts';
import { openTable } from '../tables/open-table.ts';
import { incomplete, refusal } from '../tables/outcome.ts';
import { partsPerWritten } from '../tables/parts-per-written.ts';
import { noKey } from '../tables/person-findings.ts';
import { stageNumbered } from '../tables/stage-numbered.ts';
import { withoutSpilling } from '../tables/without-spilling.ts';
import { judgeTimes, judgeVisitDays, type TimeColumns } from './judge-times.ts';
import { aboutRows } from './row-findings.ts';

export const VISITS_READER = { name: 'visits', version: 1 };

type Column = 'object' | 'person' | 'day' | 'start' | 'end';
/** What the codes of objects and persons mean. */
type Meaning = { objects: JudgedObjects['objects']; pseudonyms: readonly string[] };

/** True of sources that give a start and an end in place of a quantity. */
export const areVisits = ({ kind, columns }: ActivitySource): boolean =>
  kind === 'records' && columns.start !== undefined && columns.end !== undefined;

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readVisits(
  file: string,
  source: ActivitySource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { columns } = source;
  if (columns.person !== undefined && !context.pseudonymise)
    return refusal('activity', [noKey('activity', file)]);
  const hasUnits = context.model.units.some(({ id }) => id !== WHOLE_MUNICIPALITY);
  if (hasUnits && columns.unit === undefined) return refusal('activity', [incomplete(file, 'unit')]);
  return withoutSpilling(context.db, async () => {
    const opened = await openTable(file, source, context);
    if (!('table' in opened)) return refusal('activity', opened.findings);
    const { table } = opened;
    const meaning: Meaning = { objects: [], pseudonyms: [] };
    const inSeconds = { ...source, quantityIn: 'seconds' } as const;
    return withCodes<Column, ReadOutcome>(
      table,
      {
        columns: columnsOf(table),
        judge: (textsOf) => judge(textsOf, inSeconds, context, meaning),
        ...(columns.person === undefined
          ? {}
          : { persons: { register: 'activity', column: columns.person } }),
      },
      context,
      {
        unreadable: (findings, read) => refusal('activity', findings, read),
        work: (staged) => outcomeOf(file, staged, inSeconds, context, meaning),
      },
    );
  });
}

/** With a date column the times are times of day, and are joined with it. */
function columnsOf({ columns }: Table): { readonly [name in Column]: readonly (number | undefined)[] } {
  const [date, start, end] = ['date', 'start', 'end'].map((name) => columns.get(name));
  const times =
    date === undefined ? { start: [start], end: [end] } : { start: [date, start], end: [date, start, end] };
  return {
    object: OBJECT_COLUMNS.map((name) => columns.get(name)),
    person: [columns.get('person')],
    day: [date ?? start],
    ...times,
  };
}

function judge(
  textsOf: (name: Column) => readonly string[],
  source: ActivitySource,
  { model, pseudonymise }: ReadContext,
  meaning: Meaning,
): { readonly [name in Column]: Judgement } {
  const { columns, year } = source;
  const objects = judgeObjects(textsOf('object'), model, source);
  const persons =
    columns.person === undefined
      ? undefined
      : judgePersons(textsOf('person'), pseudonymise!, {
          country: model.municipality.country,
          year: year ?? model.years.cost,
          column: columns.person,
        });
  Object.assign(meaning, { objects: objects.objects, pseudonyms: persons?.pseudonyms ?? [] });
  const { date, start = '', end = '' } = columns;
  const times: TimeColumns = { start, end, ...(date === undefined ? {} : { date }) };
  return {
    object: objects,
    person: persons ?? { values: textsOf('person').map(() => undefined), faults: [] },
    day: judgeVisitDays(textsOf('day'), date ?? start, { cost: model.years.cost, declared: year }),
    start: judgeTimes(textsOf('start'), 'start', times),
    end: judgeTimes(textsOf('end'), 'end', times),
  };
}

type Count = {
  readonly wrong: '' | 'zero' | 'reversed' | 'long';
  readonly rows: number;
  readonly first: number;
  readonly parts: bigint;
  readonly nameless: number;
  readonly firstNameless: number;
};

async function outcomeOf(
  file: string,
  { relation, read, findings }: StagedCodes,
  source: ActivitySource,
  { db, stage, model, progress }: ReadContext,
  { objects, pseudonyms }: Meaning,
): Promise<ReadOutcome> {
  const services = new Map(model.services.map((service) => [service.id, service]));
  const parts = objects.map(({ service }, object) => {
    const factor = partsPerWritten(services.get(service)!, source.quantityIn, model.weekRule);
    const { num, den } = 'parts' in factor ? factor.parts : { num: 0n, den: 1n };
    return { object, num, den };
  });
  await stageRows(db, `${stage}_parts`, { object: 'INTEGER', num: 'BIGINT', den: 'BIGINT' }, parts);
  await db.run(judgeVisits(stage, relation));
  const counts = await db.rows<Count>(countVisits(stage));
  const sound = counts.find(({ wrong }) => wrong === '');
  const texts = objects.map(({ service, unit, level }) => [service, unit, level]);
  const numbered = async (
    name: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ) => ({
    name,
    sql: await stageNumbered(db, `${stage}_${name}`, columns, rows),
  });
  const years = await db.rows<{ year: number }>(yearsOfVisits(stage));
  progress?.(1);
  return {
    register: 'activity',
    read,
    refused: read - (sound?.rows ?? 0),
    sumParts: sound?.parts ?? 0n,
    years: years.map(({ year }) => year),
    findings: [...findings, ...betweenTimes(file, source, counts)],
    tables: [
      { name: 'records', sql: selectVisits(stage) },
      await numbered('objects', ['object', ...OBJECT_COLUMNS], texts),
      await numbered(
        'persons',
        ['person', 'pseudonym'],
        pseudonyms.map((one) => [one]),
      ),
    ],
  };
}

const SAYINGS = {
  zero: ['activity/zero', 'Visits that ended when they began are left out.'],
  reversed: ['activity/end-before-start', 'Visits that ended before they began are left out.'],
  long: [
    'activity/longer-than-a-day',
    'Visits of more than 24 hours are left out: an end was not recorded in time.',
  ],
} as const;

function betweenTimes(file: string, { columns }: ActivitySource, counts: readonly Count[]): Finding[] {
  return counts.flatMap(({ wrong, rows, first, nameless, firstNameless }): Finding[] => {
    if (wrong === '') {
      if (nameless === 0 || columns.person === undefined) return [];
      const nobody = {
        rule: 'activity/nobody',
        severity: 'warning',
        message: 'Rows name no person; they count in volumes and not with any user.',
        remedy: 'Fill in the person, if there is one.',
      } as const;
      const where = { file, row: firstNameless, column: columns.person };
      return [{ ...nobody, where, count: nameless }];
    }
    const [rule, message] = SAYINGS[wrong];
    const remedy = 'Correct the times in the system that they come from.';
    const saying = { rule, severity: 'warning', message, remedy } as const;
    return aboutRows(saying, file, columns.end ?? '', [{ row: first }]).map((one) => ({
      ...one,
      count: rows,
    }));
  });
}
