// Reads comments/2026-04.yaml: what managers say of their unit's month, until when something is to be done, and how far
// it has come. Shown on the page; no part of any figure.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import type { Model } from '../../model/model.ts';
import { namesOf, readName } from '../../model/yaml/names.ts';
import { parseModelDocument } from '../../model/yaml/parse-document.ts';
import {
  expected,
  missing,
  readChoice,
  readFields,
  readList,
  readText,
} from '../../model/yaml/read-values.ts';
import { complain, type Spot } from '../../model/yaml/spot.ts';
import { workspaceError } from '../../store/workspace-error.ts';
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
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { comments: [], findings: [] };
    throw workspaceError(`read comments/${basename(file)}`, error);
  }
  const { root, findings } = parseModelDocument(bytes, file);
  const comments = root?.node
    ? readList(root).flatMap((entry) => readComment(entry, month, model) ?? [])
    : [];
  return { comments, findings: findings.map(asOwn) };
}

const asOwn = (finding: Finding): Finding => ({
  ...finding,
  severity: 'warning',
  rule: finding.rule.replace(/^model\//, 'comments/'),
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
  if (text !== undefined && HOLDS_A_PERSON.test(text))
    complain(fields.text ?? spot, {
      rule: 'names-a-person',
      message: 'this comment seems to hold an identity number.',
      remedy: 'Say it without naming anyone.',
    });
  if (spot.reading.findings.length > known || !unit || !text || !by || !date || !status) return undefined;
  return { unit, month, text, author: by, date, status, ...(deadline ? { deadline } : {}) };
}

/** Six or eight digits of a date of birth and the four or five after them, however they are kept apart. */
const HOLDS_A_PERSON = /(?<!\d)(\d{2})?\d{6}[-+ ]?\d{4,5}(?!\d)/;

function readDay(spot: Spot): string | undefined {
  const text = readText(spot, 'a day such as 2026-05-12');
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  return isDay ? text : expected(spot, 'a day such as 2026-05-12');
}
