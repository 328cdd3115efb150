// Reads accepted.yaml: a list of { rule, place, reason, date }. What is wrong in it is told with its line; an entry
// that is not whole accepts nothing.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import { suggestName } from '../../model/yaml/nearest-name.ts';
import { parseModelDocument } from '../../model/yaml/parse-document.ts';
import {
  expected,
  type Fields,
  missing,
  readFields,
  readList,
  readText,
} from '../../model/yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../../model/yaml/spot.ts';
import { workspaceError } from '../../store/workspace-error.ts';
import { RULE_BOOK } from '../rule-book.ts';
import type { Acceptance } from './acceptance.ts';

/** The rooms whose findings are about data and can be accepted; rules of the checks are known one by one. */
const ROOMS = [
  ...[
    'activity',
    'assessments',
    'capacity',
    'checks',
    'circumstances',
    'costing',
    'decisions',
    'financing',
    'import',
    'kostra',
  ],
  ...[
    'ledger',
    'model',
    'paid-hours',
    'people',
    'prices',
    'saft',
    'sie',
    'suspensions',
    'table',
    'users',
    'waiting-list',
  ],
];
const KEYS = ['rule', 'place', 'reason', 'date'] as const;
type Key = (typeof KEYS)[number];

export type AcceptedReading = {
  readonly accepted: readonly Acceptance[];
  readonly findings: readonly Finding[];
};

/**
 * Reads the file; a workspace without one accepts nothing. Findings have rules that begin with "accepted/".
 * @throws WorkspaceError when the file is there and cannot be read.
 */
export async function readAccepted(file: string): Promise<AcceptedReading> {
  try {
    return parseAccepted(await readFile(file), file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { accepted: [], findings: [] };
    throw workspaceError(`read ${basename(file)}`, error);
  }
}

/** The same from bytes. */
export function parseAccepted(bytes: Uint8Array, file: string): AcceptedReading {
  const { root, findings } = parseModelDocument(bytes, file);
  const accepted = root?.node ? readList(root).flatMap((entry) => readEntry(entry) ?? []) : [];
  return { accepted, findings: findings.map(asOwn) };
}

const asOwn = (finding: Finding): Finding => ({
  ...finding,
  rule: finding.rule.replace(/^model\//, 'accepted/'),
});

function readEntry(spot: Spot): Acceptance | undefined {
  const known = spot.reading.findings.length;
  const fields = readFields(spot, 'an accepted finding', KEYS);
  const place = required(spot, fields, 'place', 'Write it as the findings show it; * stands for any text.');
  const reason = required(spot, fields, 'reason', 'Say why it may stand.');
  const rule = readRule(spot, fields);
  const date = readDate(spot, fields);
  if (reason !== undefined && HOLDS_A_PERSON.test(`${reason} ${place}`))
    complain(fields.reason ?? spot, {
      rule: 'names-a-person',
      message: 'this entry seems to hold an identity number.',
      remedy: 'Say it without naming anyone.',
    });
  if (spot.reading.findings.length > known || !rule || !place || !reason || !date) return undefined;
  const { line, column } = locationOf(spot);
  return { rule, place, reason, date, line, position: column };
}

/** Six or eight digits of a date of birth and the four or five after them, however they are kept apart. */
const HOLDS_A_PERSON = /(?<!\d)(\d{2})?\d{6}[-+ ]?\d{4,5}(?!\d)/;

function required(spot: Spot, fields: Fields<Key>, key: Key, remedy: string): string | undefined {
  const field = fields[key];
  return field ? readText(field) : missing(spot, key, remedy);
}

function readRule(spot: Spot, fields: Fields<Key>): string | undefined {
  const rule = required(spot, fields, 'rule', 'Take it from the findings, such as checks/too-many-days.');
  if (rule === undefined) return undefined;
  const [room = '', name = ''] = rule.split('/');
  const inBook = RULE_BOOK.map((one): string => one.name);
  const isKnown =
    room === 'checks' ? inBook.includes(rule) : ROOMS.includes(room) && /^[a-z0-9-]+$/.test(name);
  if (isKnown) return rule;
  const remedy = suggestName(
    rule,
    room === 'checks' || name === '' ? inBook : ROOMS.map((one) => `${one}/…`),
  );
  complain(fields.rule ?? spot, { rule: 'unknown-rule', message: `there is no rule "${rule}".`, remedy });
  return undefined;
}

function readDate(spot: Spot, fields: Fields<Key>): string | undefined {
  const text = required(spot, fields, 'date', 'Write the day it was accepted, such as 2026-02-14.');
  if (text === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  return isDay ? text : expected(fields.date ?? spot, 'a day such as 2026-02-14');
}
