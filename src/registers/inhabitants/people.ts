// What the register in force knows of people: one person a pseudonym, however many files name them, and their
// assessments of need.

import type { Finding } from '../../findings/finding.ts';
import { byKey } from '../../money/apportion.ts';
import { fraction } from '../../money/fraction.ts';
import type { Db } from '../../store/db.ts';
import { readSql } from '../../store/read-sql.ts';
import { WorkspaceError } from '../../store/workspace-error.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';
import type { Assessment, PeopleKind, Person } from '../../tables/people.ts';
import { type Register, snapshotTable } from '../register.ts';
import { canonicalRows, type Snapshot } from '../snapshot.ts';

const PEOPLE = readSql(import.meta.url, 'people.sql');
const ASSESSMENTS = readSql(import.meta.url, 'assessments.sql');

/** People in order of pseudonym; a finding where files tell different things of the same person. */
export type PeopleRead = { readonly people: readonly Person[]; readonly findings: readonly Finding[] };

/**
 * Everybody of the register in force, once. Where files differ on a person, the first file by name counts, and what it
 * does not know is taken from the next.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function people(db: Db, register: Register): Promise<PeopleRead> {
  const known = new Map<string, Person>();
  const findings: Finding[] = [];
  for (const snapshot of snapshotsOf(register, 'people')) {
    const differing: Person[] = [];
    for (const { isSound: _, ...person } of await wholeSnapshot<Person>(db, PEOPLE, register, snapshot)) {
      const before = known.get(person.person);
      if (before && differ(before, person)) differing.push(person);
      known.set(person.person, before ? filledIn(before, person) : person);
    }
    if (differing.length > 0) findings.push(differs(snapshot.file, differing.length));
  }
  return { people: [...known.values()].sort((a, b) => byKey(a.person, b.person)), findings };
}

/**
 * All assessments of the register in force, each once; in order of person, instrument, start and end. Where two of one
 * person and instrument overlap, the one that began last holds.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function assessments(db: Db, register: Register): Promise<Assessment[]> {
  const found = new Map<string, Assessment>();
  for (const snapshot of snapshotsOf(register, 'assessments')) {
    const rows = await wholeSnapshot<AssessmentRow>(db, ASSESSMENTS, register, snapshot);
    for (const { isSound: _, weightNum, weightDen, ...rest } of rows) {
      const assessment = { ...rest, weight: fraction(weightNum, weightDen) };
      const { person, instrument, from, to, weight } = assessment;
      found.set(keyOf(person, instrument, from, to, weight.num, weight.den), assessment);
    }
  }
  return valuesInOrder(found);
}

type AssessmentRow = Omit<Assessment, 'weight'> & { readonly weightNum: bigint; readonly weightDen: bigint };

const snapshotsOf = ({ snapshots }: Register, kind: PeopleKind): Snapshot[] =>
  snapshots.filter((snapshot) => snapshot.register === 'people' && snapshot.kind === kind);

/** The rows of a snapshot, once that is found to be all of what was imported. */
async function wholeSnapshot<T>(
  db: Db,
  statement: string,
  register: Register,
  snapshot: Snapshot,
): Promise<readonly (T & { readonly isSound: boolean })[]> {
  const tables = [snapshot.kind, 'persons'].map((table) => snapshotTable(register, snapshot, table));
  const rows = await db.rows<T & { readonly isSound: boolean }>(statement, tables).catch((cause: unknown) => {
    throw damaged(snapshot, cause);
  });
  if (rows.length === canonicalRows(snapshot) && rows.every(({ isSound }) => isSound)) return rows;
  throw damaged(snapshot);
}

const damaged = ({ hash, file }: Snapshot, cause?: unknown): WorkspaceError =>
  new WorkspaceError(
    `registers/${hash} does not hold what was imported from ${file}. Remove that folder and import the file again.`,
    { cause },
  );

/** True where both know a thing and not the same. */
const differ = (a: Person, b: Person): boolean =>
  (a.birthYear !== b.birthYear && a.birthYear > 0 && b.birthYear > 0) ||
  (a.sex !== b.sex && a.sex !== '' && b.sex !== '') ||
  (a.district !== b.district && a.district !== '' && b.district !== '');

const filledIn = (known: Person, more: Person): Person => ({
  person: known.person,
  birthYear: known.birthYear || more.birthYear,
  sex: known.sex || more.sex,
  district: known.district || more.district,
});

const differs = (file: string, persons: number): Finding => ({
  rule: 'people/files-differ',
  severity: 'warning',
  message: `The file tells ${persons === 1 ? 'of a person' : `of ${persons} persons`} another birth year, sex or district than a file before it; the file before it counts.`,
  remedy: 'Name only the file that is to count, or deliver both as of one day.',
  where: { file },
  count: persons,
});
