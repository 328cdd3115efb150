// What stands in place of a frame that a unit does not have.

import type { FinancingTextKey } from '../../words/financing-texts.ts';
import { heldUntil, type MonthlyReport } from './monthly-report.ts';

/** Keys of what is said where a figure would stand, in a narrow column and below a title. */
export type AbsentFrame = {
  readonly figure: FinancingTextKey;
  readonly short: FinancingTextKey;
  readonly sentence: 'frameElsewhere' | 'frameMissing';
};

/** The purchaser holds the frame where any purchaser holds one; else nobody has been found to have voted it. */
export const absentFrame = (report: MonthlyReport): AbsentFrame =>
  heldUntil(report).length > 0
    ? { figure: 'heldByPurchaser', short: 'heldShort', sentence: 'frameElsewhere' }
    : { figure: 'noFrame', short: 'noFrameShort', sentence: 'frameMissing' };
