// What a practice's checker is.

import type { Reads, Run } from './load.ts';
import type { About, Due, Fail } from './rows.ts';

/** The tables that it knows, and what must stand in them; what rows cannot tell goes to `fail`. */
export type Checker<T extends string = string> = {
  readonly tables: { readonly [table in T]: About };
  readonly reads?: Reads;
  derive(run: Run<T>, fail: Fail): Due<T>;
};
