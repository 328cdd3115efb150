// How findings of a financing year are made: what they are told from, and where they stand.

import type { Finding, Severity } from '../findings/finding.ts';
import { ore } from '../money/ore.ts';
import type { FinancingInput, FinancingYear, PoolMonth } from '../tables/financing.ts';
import { monthText } from '../time/month-text.ts';
import type { EarnedMonth } from './earned.ts';
import type { Expenses } from './expense.ts';
import type { Frames } from './frame.ts';
import type { Ground } from './ground.ts';
import type { Funding } from './paid.ts';
import type { Standards } from './standard.ts';

export type Told = {
  readonly ground: Ground;
  readonly input: FinancingInput;
  readonly inForce: Funding;
  readonly standards: Standards;
  readonly expenses: Expenses;
  readonly frames: Frames;
  /** Units that have anything. */
  readonly units: readonly string[];
  /** Months under the model in force. */
  readonly earned: readonly EarnedMonth[];
  readonly values: FinancingYear;
};

/** A finding about `key`, at the financing section of the model. */
export function telling(
  { ground: { financing } }: Pick<Told, 'ground'>,
  [severity, rule, key]: readonly [Severity, string, string],
  [message, remedy]: readonly [string, string],
  touched: Pick<Finding, 'count' | 'amountOre' | 'volume'> = {},
): Finding {
  const { file, line, column } = financing.at;
  const where = { file, line, position: column, key };
  return { rule: `financing/${rule}`, severity, message, remedy, where, ...touched };
}

/** How many rows and øre postings are. */
export const rowsAndOre = (rows: readonly PoolMonth[]): Pick<Finding, 'count' | 'amountOre'> => ({
  count: rows.reduce((sum, row) => sum + row.rows, 0),
  amountOre: ore(rows.reduce((sum, row) => sum + row.amountOre, 0n)),
});

/** "2026-01 to 2026-03, 2026-07" */
export function monthNames(year: number, months: readonly number[]): string {
  const name = (month: number): string => monthText(year, month);
  const runs: number[][] = [];
  for (const month of [...new Set(months)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === month - 1) last.push(month);
    else runs.push([month]);
  }
  return runs
    .map((run) => (run.length === 1 ? name(run[0]!) : `${name(run[0]!)} to ${name(run.at(-1)!)}`))
    .join(', ');
}
