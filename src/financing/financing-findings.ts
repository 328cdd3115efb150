// What a financing year has to tell.

import type { Finding } from '../findings/finding.ts';
import type { FinancingInput, FinancingYear } from '../tables/financing.ts';
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
  readonly values: FinancingYear;
};

export function financingFindings({ ground }: Told): Finding[] {
  return [...ground.profiles.findings()];
}
