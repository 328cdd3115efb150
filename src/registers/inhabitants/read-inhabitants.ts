// Reads who lives in the municipality, or what need they were assessed to have, from a delivered table. Every row
// becomes a person or an assessment under a pseudonym, or a finding.

import type { Finding } from '../../findings/finding.ts';
import type { PeopleSource } from '../../model/model.ts';
import { type Dictionary, dropTable, faultyRows, type Relation } from '../../store/scan.ts';
import {
  countCodes,
  countJudged,
  judgeAssessments,
  judgePeople,
  selectAssessments,
  selectPeople,
  stageCodes,
} from '../../store/scan-people.ts';
import type { ReadContext, ReadOutcome, StagedTable } from '../reader.ts';
import type { Table } from '../tables/delivered-table.ts';
import { faultFindings, type Judged } from '../tables/fault.ts';
import { judgePersons } from '../tables/judge-persons.ts';
import { openTable } from '../tables/open-table.ts';
import { changedMeanwhile, incomplete, noRows, refusal } from '../tables/outcome.ts';
import { stageNumbered } from '../tables/stage-numbered.ts';
import { recordsTable } from '../tables/stage-record-by-record.ts';
import {
  collectDictionaries,
  forgetDictionaries,
  handList,
  runOverCells,
} from '../tables/text-dictionary.ts';
import { withoutSpilling } from '../tables/without-spilling.ts';
import { betweenRows, type JudgedCount, nobody, noKey } from './inhabitant-findings.ts';
import { judgeBirths, judgeDates, judgeNames, judgeSexes, judgeWeights } from './judge-cells.ts';

export const PEOPLE_READER = { name: 'people', version: 1 };

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readInhabitants(
  file: string,
  source: PeopleSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  if (!context.pseudonymise) return refusal('people', [noKey(file)]);
  const opened = await openTable(file, source, context);
  if (!('table' in opened)) return refusal('people', opened.findings);
  if (!opened.table.columns.has('person'))
    return refusal('people', [...opened.findings, incomplete(file, 'person')]);
  return withoutSpilling(context.db, () => readRows(opened.table, source, context));
}

/** The columns whose texts are judged, by what they hold; a column that the file has not is read as empty. */
function dictionariesOf({ columns }: Table, { kind }: PeopleSource): Dictionary[] {
  const dictionary = (name: string, ...canonical: readonly string[]): Dictionary => {
    const at = canonical.map((one) => columns.get(one)).find((position) => position !== undefined);
    return { name, columns: at === undefined ? [] : [at] };
  };
  const person = dictionary('person', 'person');
  return kind === 'people'
    ? [
        person,
        dictionary('birth', 'birth-year', 'birth-date'),
        dictionary('sex', 'sex'),
        dictionary('district', 'district'),
      ]
    : [
        person,
        dictionary('from', 'from'),
        dictionary('to', 'to'),
        dictionary('instrument', 'instrument'),
        dictionary('weight', 'score', 'weight'),
      ];
}

async function readRows(table: Table, source: PeopleSource, context: ReadContext): Promise<ReadOutcome> {
  const { db, stage } = context;
  const { file } = table;
  const dictionaries = dictionariesOf(table, source);
  const columns = dictionaries.map(({ name }) => name);
  try {
    const collected = await collectDictionaries(db, stage, table, dictionaries);
    const { relation, ragged, texts } = collected;
    const found = [...table.findings, ...collected.findings];
    if (!texts.get('person')?.length)
      return refusal('people', [...found, ...noRows(file, ragged, found)], ragged);
    context.progress?.(0.4);

    const cells = judgeCells((name) => texts.get(name) ?? [], source, context);
    for (const [name, { values }] of cells.judged) await handList(db, stage, name, values);
    await runOverCells(db, stageCodes(stage, relation, dictionaries), file);
    const [count] = await db.rows<{ read: bigint; lost: bigint }>(countCodes(stage, columns.slice(1)));
    if (count!.lost > 0n)
      return refusal('people', [...found, changedMeanwhile(file)], Number(count!.read) + ragged);
    context.progress?.(0.8);

    for (const [name, { faults }] of cells.judged)
      found.push(...(await faultFindings(context, file, relation, `"${name}"`, faults)));
    found.push(...(await namelessRows(context, file, relation, source)));
    await db.run(source.kind === 'people' ? judgePeople(stage, relation) : judgeAssessments(stage, relation));
    const counts = await db.rows<JudgedCount>(countJudged(stage));
    found.push(...betweenRows(file, source, counts));
    const kept = counts
      .filter(({ wrong }) => wrong === '' || wrong === 'overlaps')
      .reduce((sum, { rows }) => sum + rows, 0);
    const read = Number(count!.read) + ragged;
    const tables = await stageTables(context, source, cells);
    context.progress?.(1);
    return { register: 'people', read, refused: read - kept, years: [], findings: found, tables };
  } finally {
    await forgetDictionaries(db, stage, dictionaries, columns);
    await db.run(dropTable(recordsTable(stage)));
  }
}

/** A file's cells judged: codes by dictionary, and the small tables that codes point into. */
type Cells = {
  readonly judged: readonly (readonly [
    name: string,
    Pick<Judged, 'faults'> & { readonly values: readonly (number | undefined)[] },
  ])[];
  readonly lists: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
};

function judgeCells(
  textsOf: (name: string) => readonly string[],
  { kind, columns, sexes, weights: declared }: PeopleSource,
  { model, pseudonymise }: ReadContext,
): Cells {
  const { country } = model.municipality;
  const last = Math.max(model.years.cost, model.years.price);
  const persons = judgePersons(textsOf('person'), pseudonymise!, {
    country,
    year: model.years.cost,
    column: columns.person ?? '',
  });
  const people = {
    name: 'persons',
    columns: ['person', 'pseudonym'],
    rows: persons.pseudonyms.map((pseudonym) => [pseudonym]),
  };
  if (kind === 'people') {
    const births = judgeBirths(textsOf('birth'), columns['birth-year'] ?? columns['birth-date'] ?? '', last);
    const districts = judgeNames(textsOf('district'), columns.district ?? '', 'people/district');
    const sex = judgeSexes(textsOf('sex'), columns.sex ?? '', sexes);
    return {
      judged: [
        ['person', persons],
        ['birth', births],
        ['sex', sex],
        ['district', districts],
      ],
      lists: [
        people,
        { name: 'districts', columns: ['district', 'name'], rows: districts.names.map((name) => [name]) },
      ],
    };
  }
  const instruments = judgeNames(textsOf('instrument'), columns.instrument ?? '', 'assessments/instrument');
  const scale = columns.score === undefined ? new Map<string, never>() : declared;
  const weights = judgeWeights(textsOf('weight'), columns.score ?? columns.weight ?? '', scale);
  return {
    judged: [
      ['person', persons],
      ['from', judgeDates(textsOf('from'), columns.from ?? '', false)],
      ['to', judgeDates(textsOf('to'), columns.to ?? '', true)],
      ['instrument', instruments],
      ['weight', weights],
    ],
    lists: [
      people,
      { name: 'instruments', columns: ['instrument', 'name'], rows: instruments.names.map((name) => [name]) },
      {
        name: 'weights',
        columns: ['weight', 'num', 'den'],
        rows: weights.weights.map(({ num, den }) => [`${num}`, `${den}`]),
      },
    ],
  };
}

async function namelessRows(
  { db, stage }: ReadContext,
  file: string,
  relation: Relation,
  { columns }: PeopleSource,
): Promise<Finding[]> {
  const [first] = await db.rows<{ row: number; rows: bigint }>(
    faultyRows(stage, relation, 'person is null', 1),
  );
  return first ? [nobody(file, columns.person ?? '', Number(first.rows), first.row)] : [];
}

/** The tables of the snapshot: persons by number, and the rows that stand. */
async function stageTables(
  { db, stage }: ReadContext,
  { kind }: PeopleSource,
  { lists }: Cells,
): Promise<StagedTable[]> {
  const selects = new Map<string, string>();
  for (const { name, columns, rows } of lists)
    selects.set(name, await stageNumbered(db, `${stage}_${name}`, columns, rows));
  const sql = kind === 'people' ? selectPeople(stage) : selectAssessments(stage);
  return [
    { name: kind, sql },
    { name: 'persons', sql: selects.get('persons')! },
  ];
}
