// Ledger sources: accounts and budgets, as KOSTRA, SAF-T or SIE files or as tables with an account string.

import { ACCOUNT_FIELDS, type AccountField } from '../../tables/ledger.ts';
import type { AccountPart, AmountFormat, LedgerSource } from '../model.ts';
import {
  expected,
  type Fields,
  missing,
  readChoice,
  readEntries,
  readFields,
  readInteger,
  readKroner,
  readList,
} from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';
import { readAccountMap } from './read-account-map.ts';
import { readDimensions } from './read-dimensions.ts';
import { FILE_KEYS, readColumns, readFileFields } from './read-file-fields.ts';

const LEDGER_KEYS = [
  ...FILE_KEYS,
  'budget',
  'account-string',
  'amount',
  'dimensions',
  'account-map',
] as const;
type LedgerKey = (typeof LEDGER_KEYS)[number];
const LEDGER_COLUMNS = [
  ...ACCOUNT_FIELDS,
  'account',
  'person',
  'year',
  'month',
  'period',
  'date',
  'amount',
  'debit',
  'credit',
] as const;

/** What stands beside the lists and holds for every ledger source that has none of its own. */
export type SharedForm = {
  readonly accountString: readonly AccountPart[] | undefined;
  readonly amount: AmountFormat | undefined;
  readonly hasAmount: boolean;
};
type Form = LedgerSource['read'];
type FixedForm = Exclude<Form, 'table'>;

/** How amounts stand in the files that have a form of their own: income is negative in all of them. */
const FIXED_AMOUNTS: { readonly [form in FixedForm]: AmountFormat } = {
  kostra: { unit: 'thousand', decimal: ',', income: 'negative' },
  saft: { unit: 'kroner', decimal: '.', income: 'negative' },
  sie: { unit: 'kroner', decimal: '.', income: 'negative' },
};

/** The keys of tables alone. */
const TABLE_ONLY = ['columns', 'account-string', 'delimiter', 'amount', 'sheet', 'header-row'] as const;

/** The keys that say what each form says itself, or does not have. */
const NOT_FOR: { readonly [form in Form]: readonly LedgerKey[] } = {
  kostra: [...TABLE_ONLY, 'dimensions', 'account-map'],
  saft: [...TABLE_ONLY, 'encoding'],
  sie: TABLE_ONLY,
  table: ['dimensions'],
};
const FORM_NAMES = { kostra: 'a KOSTRA file', saft: 'a SAF-T file', sie: 'a SIE file' } as const;

/** Reads one ledger source. */
export function readLedgerSource(spot: Spot, shared: SharedForm): LedgerSource | undefined {
  const fields = readFields(spot, 'a ledger source', LEDGER_KEYS);
  const read = fields.read
    ? readChoice(fields.read, ['kostra', 'table', 'saft', 'sie'])
    : missing(spot, 'read', 'Write "read: kostra", "read: saft", "read: sie" or "read: table".');
  const columns = readColumns(fields.columns, LEDGER_COLUMNS);
  const accountString = fields['account-string']
    ? readAccountString(fields['account-string'])
    : shared.accountString;
  const own = fields.amount && readAmountFormat(fields.amount);
  const isTable = read === undefined || read === 'table';
  const amount = isTable ? (own ?? shared.amount) : FIXED_AMOUNTS[read];
  if (read) refuseWhatDoesNotFit(fields, read);
  const dimensions = fields.dimensions && readDimensions(fields.dimensions);
  const accountMap = fields['account-map'] && readAccountMap(fields['account-map']);
  if (read === 'table') {
    checkLedgerColumns(spot, fields, { columns, accountString });
    if (!fields.amount && !shared.hasAmount)
      missing(
        spot,
        'amount',
        'Say how amounts are written: "amount: { in: kroner, decimal: ",", income: negative }".',
      );
  }
  const control = fields['control-total'] && readKroner(fields['control-total']);
  return {
    read: read ?? 'table',
    ...readKind(fields),
    columns,
    ...(isTable && accountString ? { accountString } : {}),
    ...(dimensions ? { dimensions } : {}),
    ...(accountMap ? { accountMap } : {}),
    amount: amount ?? { unit: 'kroner', decimal: ',', income: 'negative' },
    ...(control === undefined ? {} : { controlTotalOre: control }),
    ...readFileFields(spot, fields),
  };
}

/** `kind: budget` is the original one unless `budget: revised` says other. */
function readKind({ kind: at, budget: which }: Fields<LedgerKey>): Pick<LedgerSource, 'kind' | 'budget'> {
  const kind = (at && readChoice(at, ['actual', 'budget'])) ?? 'actual';
  const budget = which && readChoice(which, ['original', 'revised']);
  if (which && kind === 'actual')
    complain(which, {
      rule: 'unknown-key',
      message: '"budget" says which budget a source holds; this one holds the accounts.',
      remedy: 'Write "kind: budget" beside it, or leave it out.',
    });
  return { kind, ...(budget === undefined ? {} : { budget }) };
}

function refuseWhatDoesNotFit(fields: Fields<LedgerKey>, form: Form): void {
  for (const key of NOT_FOR[form]) {
    const at = fields[key];
    if (!at) continue;
    const [message, remedy] =
      form === 'table'
        ? [`a table has columns: "${key}" is not for it.`, `Leave out "${key}"; name the columns instead.`]
        : [
            `${FORM_NAMES[form]} has a fixed form: "${key}" is not for it.`,
            `Leave out "${key}", or write "read: table".`,
          ];
    complain(at, { rule: 'unknown-key', message, remedy });
  }
}

function checkLedgerColumns(
  spot: Spot,
  { columns: at, 'account-map': map }: Fields<LedgerKey>,
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
  const hasArticle = columns.article !== undefined || accountString?.some(({ field }) => field === 'article');
  if (map && !hasArticle)
    missing(
      at,
      'article',
      'Name the column of the own account as "article", or give the account string a part "article": the account map is looked up by it.',
    );
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

/**
 * The account string of the Danish authorised chart of accounts, 16 digits (Budget- og regnskabssystem for kommuner,
 * chapter 2.0): main account 1, main function and function 4, dranst 1, ownership 1, cost centre 4, grouping 3, main
 * article and article 2. The main account is the class, and begins the function too, which is known by all five digits
 * ("5.30.26"). Dranst and ownership together are the object: "11" is operating, the municipality's own.
 */
const DANISH_ACCOUNT_STRING: readonly AccountPart[] = [
  { field: 'class', length: 1, again: true },
  { field: 'function', length: 5 },
  { field: 'object', length: 2 },
  { field: 'responsibility', length: 4 },
  { field: 'own', length: 3 },
  { field: 'article', length: 2 },
];

/** `[ { responsibility: 4 }, { function: 3 }, { article: 3, own: 1 }, { object: 3 } ]`: parts in order, with lengths; or `danish`. */
export function readAccountString(spot: Spot): readonly AccountPart[] | undefined {
  if (isText(spot, 'danish')) return DANISH_ACCOUNT_STRING;
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

const isText = ({ node }: Spot, text: string): boolean =>
  node !== undefined && node !== null && 'value' in node && node.value === text;

/** `{ in: kroner, decimal: ",", income: negative }`; `in` and `income` have no default, they move money. */
export function readAmountFormat(spot: Spot): AmountFormat | undefined {
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
