// Accruals that the model declares: postings that belong to other months than those in which they stand.

import type { CodeSet } from './code-set.ts';
import type { Location } from './location.ts';

/** How postings find their month: those in which they are earned, or so many months before. */
export type AccrualRule =
  /** `earnedOn`: articles whose amounts tell what each month earned; all months alike without them. */
  | { readonly kind: 'month-earned'; readonly earnedOn?: CodeSet }
  | { readonly kind: 'lag'; readonly months: number };

/** A named rule; of several that hold an article the first takes it. */
export type Accrual = {
  readonly name: string;
  readonly articles: CodeSet;
  readonly rule: AccrualRule;
  readonly source?: string;
  readonly at: Location;
};
