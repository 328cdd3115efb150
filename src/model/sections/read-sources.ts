// Sources: which files the ledger and the activity register are read from, and how the files are written.

import { parseAmount } from '../../money/amount-text.ts';
import type { ActivityState } from '../../tables/activity.ts';
import { ACCOUNT_FIELDS, type AccountField } from '../../tables/ledger.ts';
import type { AccountPart, ActivitySource, AmountFormat, LedgerSource } from '../model.ts';
import { type Names, readName } from '../yaml/names.ts';
import {
  expected,
  type Fields,
  missing,
  readChoice,
  readEntries,
  readFields,
  readInteger,
  readList,
  readNumber,
  readText,
  readYear,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';

export type SourceSection = {
  readonly ledger: readonly LedgerSource[];
  readonly activity: readonly ActivitySource[];
};
/** What sources refer to: services, units, and the levels of each service. */
export type SourceNames = { readonly services: Names; readonly units: Names; readonly levels: Names };

const ENCODINGS = ['utf-8', 'latin-1', 'windows-1252', 'utf-16'] as const;
const FILE_KEYS = [
  'read',
  'kind',
  'files',
  'columns',
  'year',
  'control-total',
  'encoding',
  'delimiter',
] as const;
const LEDGER_KEYS = [...FILE_KEYS, 'account-string', 'amount'] as const;
const ACTIVITY_KEYS = [
  ...FILE_KEYS,
  'state',
  'quantity-in',
  'decimal',
  'services',
  'units',
  'levels',
] as const;
const LEDGER_COLUMNS = [
  ...ACCOUNT_FIELDS,
  'account',
  'year',
  'month',
  'period',
  'date',
  'amount',
  'debit',
  'credit',
] as const;
const ACTIVITY_COLUMNS = [
  'person',
  'service',
  'unit',
  'level',
  'date',
  'month',
  'period',
  'year',
  'quantity',
] as const;
const STATES: readonly ActivityState[] = ['granted', 'planned', 'delivered'];
const QUANTITIES = ['minutes', 'hours', 'seconds', 'hours-per-week', 'hours-per-month'] as const;

/** Reads `sources:`. `account-string` and `amount` beside the lists hold for every ledger source that has none. */
export function readSources(spot: Spot, names: SourceNames): SourceSection {
  const fields = readFields(spot, 'sources', ['ledger', 'activity', 'account-string', 'amount']);
  if (!fields.ledger)
    missing(spot, 'ledger', 'Say which files hold the accounts: "ledger: [{ read: kostra, files: … }]".');
  const shared = {
    accountString: fields['account-string'] && readAccountString(fields['account-string']),
    amount: fields.amount && readAmountFormat(fields.amount),
    hasAmount: fields.amount !== undefined,
  };
  return {
    ledger: fields.ledger
      ? readList(fields.ledger).flatMap((item) => readLedgerSource(item, shared) ?? [])
      : [],
    activity: fields.activity
      ? readList(fields.activity).flatMap((item) => readActivitySource(item, names) ?? [])
      : [],
  };
}

type Shared = {
  readonly accountString: readonly AccountPart[] | undefined;
  readonly amount: AmountFormat | undefined;
  readonly hasAmount: boolean;
};
const KOSTRA_AMOUNT: AmountFormat = { unit: 'thousand', decimal: ',', income: 'negative' };

function readLedgerSource(spot: Spot, shared: Shared): LedgerSource | undefined {
  const fields = readFields(spot, 'a ledger source', LEDGER_KEYS);
  const read = fields.read
    ? readChoice(fields.read, ['kostra', 'table'])
    : missing(spot, 'read', 'Write "read: kostra" or "read: table".');
  const columns = readColumns(fields.columns, LEDGER_COLUMNS);
  const accountString = fields['account-string']
    ? readAccountString(fields['account-string'])
    : shared.accountString;
  const own = fields.amount && readAmountFormat(fields.amount);
  const amount = own ?? (read === 'kostra' ? KOSTRA_AMOUNT : shared.amount);
  if (read === 'kostra') refuseForKostra(fields);
  if (read === 'table') {
    checkLedgerColumns(spot, fields, { columns, accountString });
    if (!fields.amount && !shared.hasAmount)
      missing(
        spot,
        'amount',
        'Say how amounts are written: "amount: { in: kroner, decimal: ",", income: negative }".',
      );
  }
  const control = fields['control-total'] && readControlTotal(fields['control-total']);
  return {
    read: read ?? 'table',
    kind: (fields.kind && readChoice(fields.kind, ['actual', 'budget'])) ?? 'actual',
    columns,
    ...(accountString ? { accountString } : {}),
    amount: amount ?? { unit: 'kroner', decimal: ',', income: 'negative' },
    ...(control === undefined ? {} : { controlTotalOre: control }),
    ...readFileFields(spot, fields),
  };
}

function refuseForKostra(fields: Fields<(typeof LEDGER_KEYS)[number]>): void {
  for (const key of ['columns', 'account-string', 'delimiter', 'amount'] as const) {
    const at = fields[key];
    if (!at) continue;
    const message = `a KOSTRA file has a fixed form: "${key}" is not for it.`;
    complain(at, { rule: 'unknown-key', message, remedy: `Leave out "${key}", or write "read: table".` });
  }
}

function checkLedgerColumns(
  spot: Spot,
  { columns: at }: Fields<(typeof LEDGER_KEYS)[number]>,
  {
    columns,
    accountString,
  }: { columns: LedgerSource['columns']; accountString: readonly AccountPart[] | undefined },
): void {
  if (!at) {
    missing(
      spot,
      'columns',
      'Name the columns of the file: "columns: { account: Kontostreng, amount: Beløp }".',
    );
    return;
  }
  const hasAmount = columns.amount !== undefined;
  const hasSides = columns.debit !== undefined && columns.credit !== undefined;
  if (hasAmount === hasSides)
    missing(at, 'amount', 'Name the column of amounts, or both of debit and credit, not all of them.');
  const dimensions = ACCOUNT_FIELDS.filter((field) => columns[field] !== undefined);
  if (columns.account === undefined && dimensions.length === 0)
    missing(
      at,
      'account',
      `Name the column of the account string, or columns of its parts: ${ACCOUNT_FIELDS.join(', ')}.`,
    );
  if (columns.account !== undefined && !accountString)
    missing(
      at,
      'account-string',
      'Say what the account string is made of: "account-string: [ { responsibility: 4 }, … ]".',
    );
  const twice = accountString?.find(
    ({ field }) => field !== 'skip' && columns.account && columns[field] !== undefined,
  );
  if (twice)
    complain(at, {
      rule: 'expected',
      message: `"${twice.field}" comes both from a column and from the account string.`,
      remedy: 'Name it in one of the two places.',
    });
}

/** `[ { responsibility: 4 }, { function: 3 }, { article: 3, own: 1 }, { object: 3 } ]`: parts in order, with lengths. */
function readAccountString(spot: Spot): AccountPart[] | undefined {
  const fields: readonly (AccountField | 'skip')[] = [...ACCOUNT_FIELDS, 'skip'];
  const parts: AccountPart[] = [];
  for (const item of readList(spot)) {
    for (const { key, at, value } of readEntries(item, 'a part of the account string')) {
      const field = fields.find((name) => name === key);
      const length = readInteger(value, 'a number of characters', 1, 40);
      if (!field) expected(at, `one of ${fields.join(', ')}`);
      else if (field !== 'skip' && parts.some((part) => part.field === field))
        complain(at, { rule: 'duplicate-key', message: `"${field}" stands twice in the account string.` });
      else if (length !== undefined) parts.push({ field, length });
    }
  }
  return parts.length > 0 ? parts : expected(spot, 'at least one part of the account string');
}

function readAmountFormat(spot: Spot): AmountFormat | undefined {
  const fields = readFields(spot, 'amount', ['in', 'decimal', 'income']);
  const unit = fields.in
    ? readChoice(fields.in, ['ore', 'kroner', 'thousand'])
    : missing(spot, 'in', 'Say what amounts are in: "in: kroner", "in: ore" or "in: thousand".');
  const income = fields.income
    ? readChoice(fields.income, ['negative', 'positive'])
    : missing(spot, 'income', 'Say how income stands in the file: "income: negative" or "income: positive".');
  const decimal = fields.decimal ? readChoice(fields.decimal, [',', '.']) : ',';
  return unit && income && decimal ? { unit, income, decimal } : undefined;
}

function readControlTotal(spot: Spot) {
  const text = readText(spot, 'an amount in kroner');
  if (text === undefined) return undefined;
  const decimal = /\.\d\d$/.test(text) ? '.' : ',';
  const found = parseAmount(text, { decimal, unit: 'kroner' });
  return found ?? expected(spot, 'an amount in kroner, such as 434 551 000,00');
}

type Columns<K extends string> = { [name in K]?: string };
function readColumns<K extends string>(spot: Spot | undefined, allowed: readonly K[]): Columns<K> {
  const columns: Columns<K> = {};
  if (!spot) return columns;
  const fields = readFields(spot, 'columns', allowed);
  for (const name of allowed) {
    const at = fields[name];
    const column = at && readText(at, 'the name of a column of the file');
    if (column !== undefined) columns[name] = column;
  }
  return columns;
}

function readFileFields(spot: Spot, fields: Fields<(typeof FILE_KEYS)[number]>) {
  const files = fields.files
    ? readList(fields.files).flatMap((item) => readText(item, 'a path such as data/ledger-2025-*.csv') ?? [])
    : (missing(spot, 'files', 'Name the files: "files: data/ledger-2025-*.csv".') ?? []);
  if (fields.files && files.length === 0) expected(fields.files, 'at least one path');
  const year = fields.year && readYear(fields.year);
  const encoding = fields.encoding && readChoice(fields.encoding, ENCODINGS);
  const delimiter = fields.delimiter && readDelimiter(fields.delimiter);
  return {
    files,
    ...(year === undefined ? {} : { year }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    at: locationOf(spot),
  };
}

function readDelimiter(spot: Spot): string | undefined {
  const raw = spot.node && 'value' in spot.node ? String(spot.node.value) : '';
  if (raw === '\t' || raw === '\\t' || raw === 'tab') return '\t';
  return [';', ',', '|'].includes(raw.trim()) ? raw.trim() : expected(spot, 'one of ";" "," "|" or tab');
}

function readActivitySource(spot: Spot, names: SourceNames): ActivitySource | undefined {
  const fields = readFields(spot, 'an activity source', ACTIVITY_KEYS);
  if (fields.read) readChoice(fields.read, ['table']);
  const kind = fields.kind
    ? readChoice(fields.kind, [...STATES, 'volumes'])
    : missing(
        spot,
        'kind',
        'Write "kind: delivered" (or granted, planned) for records, "kind: volumes" for ready-made totals.',
      );
  const state = fields.state && readChoice(fields.state, STATES);
  if (fields.state && kind !== undefined && kind !== 'volumes')
    complain(fields.state, {
      rule: 'unknown-key',
      message: `"state" is for "kind: volumes"; here "kind: ${kind}" says it.`,
      remedy: 'Leave out "state".',
    });
  const columns = readColumns(fields.columns, ACTIVITY_COLUMNS);
  if (!fields.columns)
    missing(
      spot,
      'columns',
      'Name the columns of the file: "columns: { service: tjeneste, quantity: timer }".',
    );
  else
    for (const column of ['service', 'quantity'] as const)
      if (columns[column] === undefined)
        missing(fields.columns, column, `Name the column that holds the ${column}.`);
  const quantityIn = fields['quantity-in'] && readChoice(fields['quantity-in'], QUANTITIES);
  const control = fields['control-total'] && readNumber(fields['control-total'], 'a quantity');
  return {
    read: 'table',
    kind: kind === 'volumes' ? 'volumes' : 'records',
    state: kind === 'volumes' ? (state ?? 'delivered') : (kind ?? 'delivered'),
    columns,
    services: readMapping(fields.services, names.services),
    units: readMapping(fields.units, names.units),
    levels: readMapping(fields.levels, names.levels),
    ...(quantityIn === undefined ? {} : { quantityIn }),
    decimal: (fields.decimal && readChoice(fields.decimal, [',', '.'])) ?? ',',
    ...(control === undefined ? {} : { controlTotal: control }),
    ...readFileFields(spot, fields),
  };
}

/** Text in the file → id. */
function readMapping(spot: Spot | undefined, names: Names): Map<string, string> {
  const mapping = new Map<string, string>();
  for (const { key, value } of spot
    ? readEntries(spot, `texts of the file and the ${names.what} they stand for`)
    : []) {
    const name = readName(value, names);
    if (name !== undefined) mapping.set(key, name);
  }
  return mapping;
}
