// An account that the demonstration municipality means to have in its ledger.

import type { MONTHS, Months } from './fjordvik-articles.ts';

/** An account of the plan: its year's amount in øre, its months, and how many postings it has a month. */
export type PlannedAccount = {
  /** The unit whose expense or income it is; the ledger knows only the responsibility. */
  readonly unit: string;
  readonly responsibility: string;
  readonly function: string;
  readonly article: string;
  readonly own: string;
  readonly object: string;
  readonly amountOre: bigint;
  readonly months: keyof typeof MONTHS;
  /** What its months are multiplied by, where the year has a story of its own. */
  readonly factors?: Months;
  readonly postingsPerMonth: number;
  readonly text: string;
};
