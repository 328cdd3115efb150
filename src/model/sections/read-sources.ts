// Sources: which files the ledger and the activity register are read from, and how the files are written.

import type { PeopleKind } from '../../tables/people.ts';
import type { CircumstanceSource } from '../care-sources.ts';
import type { ActivitySource, LedgerSource, PeopleSource } from '../model.ts';
import { type Fields, missing, readFields, readList } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';
import { readActivitySource } from './read-activity-source.ts';
import { circumstanceKind, readCircumstanceSource } from './read-circumstance-source.ts';
import { readAccountString, readAmountFormat, readLedgerSource } from './read-ledger-source.ts';
import type { SourceNames } from './read-mapping.ts';
import { readPeopleSource } from './read-people-source.ts';

export type SourceSection = {
  readonly ledger: readonly LedgerSource[];
  readonly activity: readonly ActivitySource[];
  readonly circumstances?: readonly CircumstanceSource[];
  readonly people?: readonly PeopleSource[];
};

/** Reads `sources:`. `account-string` and `amount` beside the lists hold for every ledger source that has none. */
export function readSources(spot: Spot, names: SourceNames): SourceSection {
  const fields = readFields(spot, 'sources', [
    'ledger',
    'activity',
    'people',
    'assessments',
    'account-string',
    'amount',
  ]);
  if (!fields.ledger)
    missing(spot, 'ledger', 'Say which files hold the accounts: "ledger: [{ read: kostra, files: … }]".');
  const shared = {
    accountString: fields['account-string'] && readAccountString(fields['account-string']),
    amount: fields.amount && readAmountFormat(fields.amount),
    hasAmount: fields.amount !== undefined,
  };
  const items = (fields.activity ? readList(fields.activity) : []).map((item) => ({
    item,
    kind: circumstanceKind(item),
  }));
  const circumstances = items.flatMap(({ item, kind }) =>
    kind ? [readCircumstanceSource(item, kind, names)] : [],
  );
  return {
    ledger: fields.ledger
      ? readList(fields.ledger).flatMap((item) => readLedgerSource(item, shared) ?? [])
      : [],
    activity: items.flatMap(({ item, kind }) => (kind ? [] : (readActivitySource(item, names) ?? []))),
    ...(circumstances.length > 0 ? { circumstances } : {}),
    ...(fields.people || fields.assessments ? { people: readPeople(fields) } : {}),
  };
}

const readPeople = (fields: Fields<PeopleKind>): PeopleSource[] =>
  (['people', 'assessments'] as const).flatMap((kind) => {
    const at = fields[kind];
    return at ? readList(at).flatMap((item) => readPeopleSource(item, kind) ?? []) : [];
  });
