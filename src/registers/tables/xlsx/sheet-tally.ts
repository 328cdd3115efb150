// What only a sheet can have wrong, counted by kind and column while its rows are read, and told once.

import type { Finding } from '../../../findings/finding.ts';

/** What is wrong with a cell, or with a row (`hidden`). */
export type What = 'error' | 'missing' | 'digits' | 'zeros' | 'formula' | 'hidden';

const SAYS: {
  readonly [what in What]: Pick<Finding, 'rule' | 'severity' | 'remedy'> & { readonly says: string };
} = {
  error: {
    rule: 'table/error-value',
    severity: 'error',
    says: 'holds an error value, such as #N/A, in place of its own',
    remedy: 'Correct the formula in the workbook, and save it again.',
  },
  missing: {
    rule: 'table/formula',
    severity: 'error',
    says: 'holds a formula that was never calculated',
    remedy: 'Open the workbook in the spreadsheet program, let it calculate, and save it again.',
  },
  digits: {
    rule: 'table/long-number',
    severity: 'error',
    says: 'holds a number of more than 15 digits, of which a sheet loses the last',
    remedy: 'Format the column as text, and fill it in again from the system that it comes from.',
  },
  zeros: {
    rule: 'table/lost-zeros',
    severity: 'error',
    says: 'holds a code as a number that is shorter than the code: it has lost its first zeros',
    remedy: 'Format the column as text, and fill it in again from the system that it comes from.',
  },
  formula: {
    rule: 'table/formula',
    severity: 'warning',
    says: 'holds a formula; the value that was stored with it is read',
    remedy: 'Check that the workbook was calculated before it was saved, or deliver values.',
  },
  hidden: {
    rule: 'table/hidden',
    severity: 'note',
    says: 'is hidden in the sheet; it is read',
    remedy: 'Nothing to do if it belongs to the ledger or the activity; else take it out.',
  },
};

/** Counts what is wrong by kind and column, with the first row of each. */
export class SheetTally {
  private readonly file: string;
  private readonly seen = new Map<
    string,
    { what: What; column: string | undefined; row: number; count: number }
  >();

  constructor(file: string) {
    this.file = file;
  }

  add(what: What, row: number, column?: string): void {
    const key = `${what}\n${column ?? ''}`;
    const known = this.seen.get(key);
    if (known) known.count += 1;
    else this.seen.set(key, { what, column, row, count: 1 });
  }

  findings(): Finding[] {
    return [...this.seen.values()].map(({ what, column, row, count }) => {
      const { rule, severity, says, remedy } = SAYS[what];
      const one = column === undefined ? 'row' : 'cell';
      const message = `${count === 1 ? `A ${one} ${says}` : `${count} ${one}s, of which this is the first: each ${says}`}.`;
      const where = { file: this.file, row, ...(column !== undefined && { column }) };
      return { rule, severity, message, ...(remedy !== undefined && { remedy }), where, count };
    });
  }
}
