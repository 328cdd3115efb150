// What every explanation reads from.

import type { Db } from '../store/db.ts';

/** Where the run and the registers lie, and the engine to read them with. */
export type ExplainContext = { readonly db: Db; readonly runDir: string; readonly registersDir: string };
