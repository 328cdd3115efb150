// What is read of a SAF-T file, element by element, as the texts that stand there (Skatteetaten, Norwegian SAF-T
// Financial schema 1.00 to 1.30). Everything else in the file is passed over.

/** Header: version, currency, whose it is and the period it was exported for. */
export type SaftHeader = {
  version?: string;
  currency?: string;
  organisation?: string;
  /** Such as "2025-1 2025-12" or "2025-01-01 2025-12-31". */
  selection: { start?: string; startYear?: string; end?: string; endYear?: string };
};

/** MasterFiles/GeneralLedgerAccounts/Account. Balances are debit − credit at the beginning and end of the export. */
export type SaftAccount = {
  id: string;
  /** Code of the Norwegian standard chart of accounts, two or four digits; until 1.20. */
  standard: string;
  groupingCategory: string;
  groupingCode: string;
  openingDebit?: string;
  openingCredit?: string;
  closingDebit?: string;
  closingCredit?: string;
};

/** GeneralLedgerEntries/Journal/Transaction, without its lines. */
export type SaftTransaction = { id: string; period: string; year: string; date: string };

/**
 * A Line of a transaction. `row` is its running number in the file, from 1. `analyses` are those of the types that
 * the source asks for, each with its part of the line's amount where the file says it; at most MOST_ANALYSES + 1.
 */
export type SaftLine = {
  readonly row: number;
  account: string;
  debit?: string;
  credit?: string;
  readonly analyses: SaftAnalysis[];
};

export type SaftAnalysis = { readonly type: string; readonly id: string; readonly amount?: string };
/** No line of a ledger is divided into more parts. */
export const MOST_ANALYSES = 1000;

/** GeneralLedgerEntries: what the file says that it holds. */
export type SaftTotals = { entries?: string; debit?: string; credit?: string };

/** Is told of the parts of a file in the order in which they stand, each when it is whole. */
export type SaftListener = {
  readonly header: (header: SaftHeader) => void;
  readonly account: (account: SaftAccount) => void;
  readonly analysisType: (type: string) => void;
  readonly totals: (totals: SaftTotals) => void;
  readonly line: (line: SaftLine, transaction: SaftTransaction) => void;
  readonly endOfTransaction: (transaction: SaftTransaction) => void;
};
