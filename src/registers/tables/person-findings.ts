// What is to be said of the identity numbers of a file: how many do not agree with themselves, in how many rows, and
// how many got their lost zeros back. Never which.

import type { Finding } from '../../findings/finding.ts';
import { faultyRows, type Relation } from '../../store/scan.ts';
import type { Doubt } from '../people/national-number.ts';
import type { ReadContext, ReadOutcome } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import type { JudgedPersons } from './judge-persons.ts';

/** Whose rules they are: a rule's name begins with its register. */
type Register = ReadOutcome['register'];

/** A warning for numbers in doubt, with their rows and the first of them, and a note for restored ones. */
export async function personFindings(
  { db, stage }: ReadContext,
  { file }: Pick<Table, 'file'>,
  relation: Relation,
  { register, column }: { readonly register: Register; readonly column: string },
  { inDoubt, firstInDoubt, restored }: JudgedPersons,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (inDoubt.length > 0) {
    const [first] = await db.rows<{ row: number; rows: bigint }>(
      faultyRows(stage, relation, `person >= ${firstInDoubt}`, 1),
    );
    if (first)
      findings.push(
        doubtful(
          register,
          inDoubt.map(({ doubt }) => doubt!),
          { file, row: first.row, column },
          first.rows,
        ),
      );
  }
  if (restored > 0) findings.push(restoredZeros(register, restored, { file, column }));
  return findings;
}

const DOUBTS: { readonly [doubt in Doubt]: string } = {
  'check-digit': 'with a wrong control digit',
  date: 'with a date that does not exist',
  length: 'with a digit missing',
};

function doubtful(
  register: Register,
  doubts: readonly Doubt[],
  where: Finding['where'],
  rows: bigint,
): Finding {
  const kinds = (Object.keys(DOUBTS) as Doubt[]).flatMap((doubt) => {
    const count = doubts.filter((one) => one === doubt).length;
    return count > 0 ? [`${count} ${DOUBTS[doubt]}`] : [];
  });
  return {
    rule: `${register}/identity-number`,
    severity: 'warning',
    message: `${doubts.length === 1 ? 'An identity number is' : `${doubts.length} identity numbers are`} not valid (${kinds.join(', ')}). The rows count; whoever they mean is taken for somebody else than the person with the right number.`,
    remedy: 'Correct the numbers in the system that the file comes from.',
    where,
    count: Number(rows),
  };
}

const restoredZeros = (register: Register, persons: number, where: Finding['where']): Finding => ({
  rule: `${register}/identity-zeros`,
  severity: 'note',
  message: `${persons === 1 ? 'An identity number' : `${persons} identity numbers`} had lost zeros in front, as spreadsheets do; they were put back.`,
  remedy: 'Format the column as text before the file is saved.',
  where,
});

/** The file cannot be read without a key. */
export const noKey = (register: Register, file: string): Finding => ({
  rule: `${register}/no-key`,
  severity: 'error',
  message: 'The file names persons, and there is no key to make pseudonyms with.',
  remedy: 'Let INNSATS_PSEUDONYM_KEY_FILE name the key file, outside the workspace.',
  where: { file },
});
