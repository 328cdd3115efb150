// The tables of a followed year that say what was voted, spent and done.

import type { Run } from '../../load.ts';
import type { About } from '../../rows.ts';
import { ACCOUNT } from '../followed/ground.ts';

/** What identifies a row of each table, and what is checked of it. */
export const TABLES = {
  placed: [`kind year ${ACCOUNT}`, 'every account string at its unit, in the first pool that fits'],
  expenses: [
    'unit month pool nature kind',
    'postings in the pools of the price; accruals, which sum to zero',
  ],
  quantities: ['unit service level month state', 'counted again, by person where it matters'],
  held_frames: ['purchaser month', 'what purchasers are voted'],
  corrections: ['unit month', 'what closed months come to now − as they were closed'],
} as const satisfies { readonly [table: string]: About };
export type SpentTable = keyof typeof TABLES;
export type SpentRun = Run<SpentTable | 'unit_months'>;
