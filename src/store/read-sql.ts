// Statements live in .sql files that an analyst can read and run; this reads one that stands beside the code.

import { readFileSync } from 'node:fs';

/** The text of a statement: `readSql(import.meta.url, 'account-totals.sql')`. */
export const readSql = (beside: string, file: string): string => readFileSync(new URL(file, beside), 'utf8');
