// The canonical ledger: what every reader of accounts and budgets produces, and what costing reads of it.

/** The dimensions of an account string. `own` holds the municipality's own digits after the official article. */
export type AccountField = 'class' | 'responsibility' | 'function' | 'article' | 'own' | 'object' | 'project';
export const ACCOUNT_FIELDS: readonly AccountField[] = [
  'class',
  'responsibility',
  'function',
  'article',
  'own',
  'object',
  'project',
];

/** The accounts, the original budget, and the budget as revised during the year. */
export type LedgerKind = 'actual' | 'budget' | 'revised-budget';

/** The kind of a source's rows; a budget is the original one unless it says other. */
export const ledgerKind = (source: {
  readonly kind: 'actual' | 'budget';
  readonly budget?: 'original' | 'revised';
}): LedgerKind => (source.kind === 'budget' && source.budget === 'revised' ? 'revised-budget' : source.kind);

/** One distinct account string; a dimension that the file does not have is "". Codes are text: "010". */
export type Account = { readonly [field in AccountField]: string };

/**
 * What one account holds in a year: the sum of its postings in øre (expense positive, income negative) and how many.
 * Pools are found by account, never by posting: postings of one account string always share a pool.
 */
export type AccountTotal = Account & {
  readonly kind: LedgerKind;
  readonly year: number;
  /** Where totals are by month, as dated units need them; 0 where the source gives the year only. */
  readonly month?: number;
  readonly rows: number;
  readonly amountOre: bigint;
};

/** What an account string holds in one month; month is 0 where the source gives the year only. */
export type MonthTotal = AccountTotal & { readonly month: number };

/**
 * What postings that name a person come to on one account in a month (0 where the source gives the year only), in øre.
 * `person` is a pseudonym; the same postings are in the account's total too.
 */
export type NamedPosting = Account & {
  readonly person: string;
  readonly year: number;
  readonly month: number;
  readonly rows: number;
  readonly amountOre: bigint;
};

/** A stable text key of an account: its dimensions in order, joined by "·", without trailing empties. */
export const accountKey = (account: Account): string =>
  ACCOUNT_FIELDS.map((field) => account[field])
    .join('·')
    .replace(/·+$/, '');
