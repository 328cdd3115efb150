// The tables of a followed year that say what units earned, what other models give, and how the year is settled.

import type { Run } from '../../load.ts';
import type { About } from '../../rows.ts';

/** What identifies a row of each table, and what is checked of it. */
export const TABLES = {
  earned: ['model unit month kind service level name', 'price × quantity, grants, limits; rounded together'],
  unit_months: ['unit month', 'frame, earned and spent'],
  shadow: ['model unit month', 'what every model gives, and would have given on the cost year’s own volumes'],
  unpriced: ['unit service level month', 'quantities without a price'],
  settlements: ['unit', 'kept + returned = carried + covered = result; the reserve gets what is left'],
} as const satisfies { readonly [table: string]: About };
export type EarnedTable = keyof typeof TABLES;
export type EarnedRun = Run<EarnedTable | 'quantities' | 'expenses'>;
