// Reads comments/2026-04.yaml: what managers say of their unit's month, until when something is to be done, and how far
// it has come. Shown on the page; no part of any figure.

import { basename } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { namesOf, readName } from '../../model/yaml/names.ts';
import { missing, readChoice, readDay, readFields, readText } from '../../model/yaml/read-values.ts';
import { complain, type Spot } from '../../model/yaml/spot.ts';
import { readWrittenList } from '../../model/yaml/written-list.ts';
import { holdsIdentity } from '../../registers/people/holds-identity.ts';
import { readIfThere } from '../../store/read-if-there.ts';
import type { ManagerComment } from '../../tables/financing.ts';

const KEYS = ['unit', 'text', 'by', 'date', 'deadline', 'status'] as const;
const STATUSES = ['open', 'under-way', 'done'] as const;

export type CommentsReading = {
  readonly comments: readonly ManagerComment[];
  readonly findings: readonly Finding[];
};

/**
 * The comments of a month; none where there is no file. An entry that is not whole is told and left out.
 * @throws WorkspaceError when the file is there and cannot be read.
 */
export async function readComments(file: string, month: number, model: Model): Promise<CommentsReading> {
  const name = `comments/${basename(file)}`;
  const bytes = await readIfThere(file, name);
  if (!bytes) return { comments: [], findings: [] };
  const { entries: comments, findings } = readWrittenList(bytes, file, 'comments', (entry) =>
    readComment(entry, month, model),
  );
  return { comments, findings: findings.map((finding) => asWarning(finding, name)) };
}

/** A comment that cannot be shown stops no month; the file is named as it stands in the workspace. */
const asWarning = (finding: Finding, file: string): Finding => ({
  ...finding,
  severity: 'warning',
  where: { ...finding.where, file },
});

function readComment(spot: Spot, month: number, model: Model): ManagerComment | undefined {
  const known = spot.reading.findings.length;
  const fields = readFields(spot, 'a comment', KEYS);
  const units = namesOf(
    'unit',
    model.units.map(({ id }) => id),
  );
  const unit = fields.unit
    ? readName(fields.unit, units)
    : missing(spot, 'unit', 'Say which unit it is about: "unit: sjosiden".');
  const text = fields.text ? readText(fields.text) : missing(spot, 'text', 'Say what there is to say.');
  const by = fields.by ? readText(fields.by) : missing(spot, 'by', 'Say who says it, by role.');
  const date = fields.date
    ? readDay(fields.date)
    : missing(spot, 'date', 'Write the day: "date: 2026-05-12".');
  const deadline = fields.deadline && readDay(fields.deadline);
  const status = fields.status ? readChoice(fields.status, STATUSES) : 'open';
  if (text !== undefined && holdsIdentity(text))
    complain(fields.text ?? spot, {
      rule: 'names-a-person',
      message: 'this comment seems to hold an identity number.',
      remedy: 'Say it without naming anyone.',
    });
  if (spot.reading.findings.length > known || !unit || !text || !by || !date || !status) return undefined;
  return { unit, month, text, author: by, date, status, ...(deadline ? { deadline } : {}) };
}
