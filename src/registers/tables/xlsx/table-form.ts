// What a source says of a workbook's form: its decimal mark, and how long the codes are whose first zeros a spreadsheet
// program may have taken away.

import type { ActivitySource, Country, LedgerSource } from '../../../model/model.ts';
import { ACCOUNT_FIELDS } from '../../../tables/ledger.ts';
import type { TableForm } from '../delivered-table.ts';

/** KOSTRA's functions and articles have three digits. */
const KOSTRA_DIGITS = 3;

/** Lengths of a personal identifier that has lost its first zeros: born on the 1st to 9th, or in the years 2000–2009. */
const SHORT_IDENTIFIERS: { readonly [country in Country]: readonly number[] } = {
  NO: [10],
  SE: [8, 9],
  DK: [9],
};

/** Lengths by the declared account string; without one, KOSTRA's in Norway. */
export function ledgerForm(source: LedgerSource, country: Country): TableForm {
  const codeLengths: { [canonical: string]: readonly number[] } = { person: SHORT_IDENTIFIERS[country] };
  const parts = source.accountString ?? [];
  for (const field of ACCOUNT_FIELDS) {
    const length = parts.reduce((sum, part) => sum + (part.field === field ? part.length : 0), 0);
    if (length > 0) codeLengths[field] = [length];
    else if (country === 'NO' && (field === 'function' || field === 'article'))
      codeLengths[field] = [KOSTRA_DIGITS];
  }
  const whole = parts.reduce((sum, { length, again }) => sum + (again ? 0 : length), 0);
  if (whole > 0) codeLengths.account = [whole];
  if (source.columns.person) codeLengths.person = SHORT_IDENTIFIERS[country];
  return { ...source, decimal: source.amount.decimal, codeLengths };
}

export const activityForm = (source: ActivitySource, country: Country): TableForm => ({
  ...source,
  codeLengths: { person: SHORT_IDENTIFIERS[country] },
});
