// Accruals: postings that count in other months than those in which they stand.

/** A posted amount of a unit and month (1 to 12; 0 where the source gives the year only), in øre. */
export type UnitPosting = {
  readonly unit: string;
  readonly year: number;
  readonly month: number;
  readonly article: string;
  readonly amountOre: bigint;
};

/**
 * What is to be added to a unit's month by an accrual of the model, in øre (expense positive). The lines of a unit and
 * an accrual sum to zero over the year.
 */
export type AccrualLine = {
  readonly unit: string;
  readonly accrual: string;
  readonly month: number;
  readonly amountOre: bigint;
};
