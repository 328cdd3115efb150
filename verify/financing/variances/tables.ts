// The tables of a followed year that say whose the differences are.

import type { Run } from '../../load.ts';
import type { About } from '../../rows.ts';

/** What identifies a row of each table, and what is checked of it. */
export const TABLES = {
  variances: [
    'unit month variance line',
    'every line by formula; together frame − earned, and earned − spent',
  ],
  staffing: ['unit month', 'hours, wages that the financing carries, and the terms of the break-even share'],
} as const satisfies { readonly [table: string]: About };
export type VarianceTable = keyof typeof TABLES;
export type VarianceRun = Run<VarianceTable | 'quantities' | 'expenses' | 'unit_months'>;
