// Persons that postings name, such as whom an invoice is for: pseudonyms, what is to be said of them, and their table.

import type { Finding } from '../../findings/finding.ts';
import type { LedgerSource } from '../../model/model.ts';
import type { Relation } from '../../store/scan.ts';
import type { ReadContext, StagedTable } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import { faultFindings } from './fault.ts';
import { type JudgedPersons, judgePersons } from './judge-persons.ts';
import { personFindings } from './person-findings.ts';
import { stageNumbered } from './stage-numbered.ts';

const columnOf = ({ columns }: LedgerSource): string => columns.person ?? '';

/** The texts of the person column as pseudonyms; most postings name nobody. */
export const judgeNamed = (
  texts: readonly string[],
  source: LedgerSource,
  { model, pseudonymise }: ReadContext,
): JudgedPersons =>
  judgePersons(texts, pseudonymise!, {
    register: 'ledger',
    column: columnOf(source),
    country: model.municipality.country,
    year: source.year ?? model.years.cost,
  });

/** What is wrong with the numbers, by row and never by number; a note where the column names nobody at all. */
export async function namedFindings(
  context: ReadContext,
  table: Table,
  relation: Relation,
  { source, persons }: { readonly source: LedgerSource; readonly persons: JudgedPersons },
): Promise<Finding[]> {
  const { file } = table;
  const column = columnOf(source);
  const told = { register: 'ledger', column } as const;
  const isNobody = persons.pseudonyms.length === 0 && persons.faults.length === 0;
  return [
    ...(await faultFindings(context, file, relation, 'person', persons.faults)),
    ...(await personFindings(context, table, relation, told, persons)),
    ...(isNobody ? [namesNobody(file, column)] : []),
  ];
}

const namesNobody = (file: string, column: string): Finding => ({
  rule: 'ledger/names-nobody',
  severity: 'note',
  message: 'The column of persons is empty: no posting becomes a cost of one person.',
  remedy: 'Look at columns: person in the source if invoices should name persons.',
  where: { file, column },
});

/** The table persons(person, pseudonym). */
export const stagePersons = async (
  { db, stage }: ReadContext,
  { pseudonyms }: JudgedPersons,
): Promise<StagedTable> => ({
  name: 'persons',
  sql: await stageNumbered(
    db,
    `${stage}_persons`,
    ['person', 'pseudonym'],
    pseudonyms.map((pseudonym) => [pseudonym]),
  ),
});
