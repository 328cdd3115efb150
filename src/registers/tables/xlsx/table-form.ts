// What a source says of a workbook's form: its decimal mark, and how long the codes are whose first zeros a spreadsheet
// program may have taken away.

import type { Country, LedgerSource } from '../../../model/model.ts';
import { ACCOUNT_FIELDS } from '../../../tables/ledger.ts';
import type { TableForm } from '../delivered-table.ts';

/** KOSTRA's functions and articles have three digits. */
const KOSTRA_DIGITS = 3;

/**
 * Lengths by the declared account string; without one, KOSTRA's in Norway, but for own accounts. Persons have none: their numbers control
 * themselves, and get lost zeros back where they are valid with them.
 */
export function ledgerForm(source: LedgerSource, country: Country): TableForm {
  const codeLengths: { [canonical: string]: number } = {};
  const parts = source.accountString ?? [];
  for (const field of ACCOUNT_FIELDS) {
    const length = parts.reduce((sum, part) => sum + (part.field === field ? part.length : 0), 0);
    if (length > 0) codeLengths[field] = length;
    else if (country === 'NO' && (field === 'function' || (field === 'article' && !source.accountMap)))
      codeLengths[field] = KOSTRA_DIGITS;
  }
  const whole = parts.reduce((sum, { length, again }) => sum + (again ? 0 : length), 0);
  if (whole > 0) codeLengths['account'] = whole;
  return { ...source, decimal: source.amount.decimal, codeLengths };
}
