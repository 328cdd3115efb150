// Why a workbook cannot be read, told in the reader's own words: what the packages say of a broken file may quote it.

export type WorkbookFault = { readonly rule: string; readonly message: string; readonly remedy: string };

/** Thrown inside the reading of a workbook, and made a finding where it ends. */
export class WorkbookError extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault.message);
    this.name = 'WorkbookError';
    this.fault = fault;
  }
}

const REMEDY = 'Open it in the spreadsheet program, save it again, and deliver that.';

/** The file is broken: `what` says where it does not hold. */
export const damaged = (what: string): WorkbookError =>
  new WorkbookError({
    rule: 'table/format',
    message: `The workbook is damaged or cut short: ${what}.`,
    remedy: REMEDY,
  });

/** The file is whole, and not what can be read. */
export const refused = (message: string, remedy = REMEDY): WorkbookError =>
  new WorkbookError({ rule: 'table/format', message, remedy });
