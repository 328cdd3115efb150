// Reads accepted.yaml: a list of { rule, place, reason, date }. What is wrong in it is told with its line; an entry
// that is not whole accepts nothing.

import { basename } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import { suggestName } from '../../model/yaml/nearest-name.ts';
import { type Fields, missing, readDay, readFields, readText } from '../../model/yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../../model/yaml/spot.ts';
import { readWrittenList } from '../../model/yaml/written-list.ts';
import { holdsIdentity } from '../../registers/people/holds-identity.ts';
import { readIfThere } from '../../store/read-if-there.ts';
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
  const bytes = await readIfThere(file, basename(file));
  return bytes ? parseAccepted(bytes, file) : { accepted: [], findings: [] };
}

/** The same from bytes. */
export function parseAccepted(bytes: Uint8Array, file: string): AcceptedReading {
  const { entries: accepted, findings } = readWrittenList(bytes, file, 'accepted', readEntry);
  return { accepted, findings };
}

function readEntry(spot: Spot): Acceptance | undefined {
  const known = spot.reading.findings.length;
  const fields = readFields(spot, 'an accepted finding', KEYS);
  const place = required(spot, fields, 'place', 'Write it as the findings show it; * stands for any text.');
  const reason = required(spot, fields, 'reason', 'Say why it may stand.');
  const rule = readRule(spot, fields);
  const date = fields.date
    ? readDay(fields.date)
    : missing(spot, 'date', 'Write the day it was accepted, such as 2026-02-14.');
  if (reason !== undefined && holdsIdentity(`${reason} ${place}`))
    complain(fields.reason ?? spot, {
      rule: 'names-a-person',
      message: 'this entry seems to hold an identity number.',
      remedy: 'Say it without naming anyone.',
    });
  if (spot.reading.findings.length > known || !rule || !place || !reason || !date) return undefined;
  const { line, column } = locationOf(spot);
  return { rule, place, reason, date, line, position: column };
}

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
