// Who has signed for a unit's figures: signed.yaml, a list of { mark, by, date, note } under version control. A mark
// stands for a question and its figures: when they change, so does the mark, and the signature counts no more.

import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import { missing, readDay, readFields, readText } from '../../model/yaml/read-values.ts';
import { locationOf, type Spot } from '../../model/yaml/spot.ts';
import { readWrittenList } from '../../model/yaml/written-list.ts';
import { sha256 } from '../../store/canonical-json.ts';
import type { Db } from '../../store/db.ts';
import { readIfThere } from '../../store/read-if-there.ts';
import { readTable } from '../../store/result-files.ts';
import type { Workspace } from '../../store/workspace.ts';
import { onDisk } from '../../store/workspace-error.ts';
import type { AskedQuestion, Question } from '../../tables/users.ts';
import { USER_QUESTIONS } from '../../tables/users-results.ts';

/** A signature for the figures that a mark stands for, as of a day. */
export type SignOff = {
  readonly mark: string;
  readonly by: string;
  readonly date: string;
  readonly note: string;
  readonly line: number;
};

export type SignOffsRead = { readonly signed: readonly SignOff[]; readonly findings: readonly Finding[] };

const signedFile = ({ dir }: Workspace): string => join(dir, 'signed.yaml');

/** The first eight digits of a hash of what was asked and of the figures. */
function markOf({ kind, service, unit, level, costOre, parts }: Question): string {
  return sha256([kind, service, unit, level, costOre, parts].join('|')).slice(0, 8);
}

/** Reads the file; a workspace without one has no signatures. @throws WorkspaceError when it cannot be read. */
export async function readSignOffs(workspace: Workspace): Promise<SignOffsRead> {
  const file = signedFile(workspace);
  const bytes = await readIfThere(file, basename(file));
  if (!bytes) return { signed: [], findings: [] };
  const { entries: signed, findings } = readWrittenList(bytes, file, 'signed', readSignOff);
  return { signed, findings };
}

/** The marks of the questions that were asked when the users of a run were costed last; none where they were not. */
export async function askedMarks(db: Db, runDir: string): Promise<ReadonlySet<string>> {
  const folder = join(runDir, 'users');
  if (!existsSync(join(folder, `${USER_QUESTIONS.name}.parquet`))) return new Set();
  return new Set((await readTable(db, folder, USER_QUESTIONS)).map((row) => String(row['mark_of'])));
}

/** Adds a signature to signed.yaml, which is made where there is none. @throws WorkspaceError when it cannot be written. */
export const addSignOff = (
  workspace: Workspace,
  { mark, by, date, note }: Omit<SignOff, 'line'>,
): Promise<void> =>
  onDisk('write signed.yaml', () => {
    const more = note === '' ? '' : `, note: ${JSON.stringify(note)}`;
    const line = `- { mark: "${mark}", by: ${JSON.stringify(by)}, date: ${date}${more} }\n`;
    return appendFile(signedFile(workspace), line, 'utf8');
  });

function readSignOff(spot: Spot): SignOff | undefined {
  const fields = readFields(spot, 'a signature', ['mark', 'by', 'date', 'note']);
  const mark = fields.mark ? readText(fields.mark) : missing(spot, 'mark', 'Take it from "innsats users".');
  const by = fields.by ? readText(fields.by) : missing(spot, 'by', 'Write who signs.');
  const date = fields.date
    ? readDay(fields.date)
    : missing(spot, 'date', 'Write the day, such as 2026-02-14.');
  const note = (fields.note && readText(fields.note)) ?? '';
  if (mark === undefined || by === undefined || date === undefined) return undefined;
  return { mark, by, date, note, line: locationOf(spot).line };
}

/** Questions with their marks and signatures; a note for every signature that stands for no question any more. */
export function signQuestions(
  questions: readonly Question[],
  { signed, findings }: SignOffsRead,
): { readonly questions: readonly AskedQuestion[]; readonly findings: readonly Finding[] } {
  const byMark = new Map(signed.map((one) => [one.mark, one]));
  const asked = questions.map((question): AskedQuestion => {
    const mark = markOf(question);
    const found = byMark.get(mark);
    if (!found) return { ...question, mark };
    return { ...question, mark, signed: { by: found.by, date: found.date, note: found.note } };
  });
  const marks = new Set(asked.map(({ mark }) => mark));
  const idle = signed.filter(({ mark }) => !marks.has(mark)).map(idleSignature);
  return { questions: asked, findings: [...findings, ...idle] };
}

const idleSignature = ({ mark, by, line }: SignOff): Finding => ({
  rule: 'signed/no-question',
  severity: 'note',
  message: `the signature of ${by} for ${mark} stands for no question: the figures have changed, or are as expected`,
  remedy: 'Look at the questions that "innsats users" lists now; sign again or take the line out.',
  where: { file: 'signed.yaml', line },
});
