// A decision as it is worked on between the file and the register, and what it grants.

import type { Finding } from '../../findings/finding.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { Per } from '../../time/prorate.ts';
import type { Decided, InForce } from './decisions-in-force.ts';

/** A sound row: `object` and `person` are numbers of the file, `parts` what comes again `per` day, week or month. */
export type Decision = Decided & { readonly object: number; readonly parts: Fraction; readonly per: Per };

/** A decision with what it grants in each month of the cost year, in parts, and the days on which it was in force. */
export type Granted = InForce<Decision> & { readonly days: number; readonly months: readonly bigint[] };

/** What stands in the file: its sound rows, the objects and pseudonyms that their numbers mean. */
export type Facts = {
  readonly file: string;
  readonly isUnreadable: boolean;
  readonly read: number;
  readonly decisions: readonly Decision[];
  readonly objects: readonly { readonly service: string; readonly unit: string; readonly level: string }[];
  readonly pseudonyms: readonly string[];
  readonly findings: readonly Finding[];
};
