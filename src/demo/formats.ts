// The forms that Fjordvik's registers can be written in.

/** KOSTRA holds neither responsibilities, units, months nor single kroner: with it comes a beginner's model. */
export const LEDGER_FORMATS = ['csv', 'saft', 'sie', 'xlsx', 'parquet', 'kostra'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

/** Forms that a table can have. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
