// No ledger may keep an identity number as a code of its accounts, whatever format it came in: the register would hold
// it in plain text. Asked of what every reader has staged, before anything is written.

import type { Finding } from '../findings/finding.ts';
import type { Country, LedgerSource } from '../model/model.ts';
import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../tables/ledger.ts';
import { scanForIdentifiers } from './people/scan-for-identifiers.ts';
import type { ReadOutcome } from './reader.ts';
import { identityAstray } from './tables/identity-astray.ts';

const LONG_CODES = readSql(import.meta.url, 'long-codes.sql');

type LongCode = Account & { readonly first: number; readonly rows: number };

/** An error for each field of the account that holds national identity numbers, with its rows and the first of them. */
export async function astrayCodes(
  session: Db,
  { register, tables }: ReadOutcome,
  place: { readonly file: string; readonly country: Country; readonly columns: LedgerSource['columns'] },
): Promise<Finding[]> {
  const select = (name: string) => tables.find((table) => table.name === name)?.sql;
  const [accounts, postings] = [select('accounts'), select('postings')];
  if (register !== 'ledger' || accounts === undefined || postings === undefined) return [];
  const found = await session.rows<LongCode>(LONG_CODES, [accounts, postings]);
  return ACCOUNT_FIELDS.flatMap((field) => astrayIn(field, found, place));
}

function astrayIn(
  field: AccountField,
  found: readonly LongCode[],
  { file, country, columns }: Parameters<typeof astrayCodes>[2],
): Finding[] {
  const astray = found.filter((account) => scanForIdentifiers(account[field], country) > 0);
  const [first] = astray;
  const fault = first && identityAstray(first[field], country, columns[field] ?? field);
  if (!fault) return [];
  const { column, ...said } = fault;
  const count = astray.reduce((sum, { rows }) => sum + rows, 0);
  return [{ ...said, where: { file, row: first.first, column }, count }];
}
