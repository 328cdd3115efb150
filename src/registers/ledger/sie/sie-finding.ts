// A finding of the SIE reader before the file's name is put on it.

import type { Finding, Severity } from '../../../findings/finding.ts';
import { ore } from '../../../money/ore.ts';

export type Said = {
  /** Without "sie/". */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly row?: number | undefined;
  readonly count?: number;
  readonly amountOre?: bigint;
};

/** The finding; its place has the row and as yet no file. */
export function sieFinding({ rule, severity, message, remedy, row, count, amountOre }: Said): Finding {
  return {
    rule: `sie/${rule}`,
    severity,
    message,
    remedy,
    where: { file: '', ...(row === undefined ? {} : { row }) },
    ...(count === undefined ? {} : { count }),
    ...(amountOre === undefined ? {} : { amountOre: ore(amountOre) }),
  };
}
