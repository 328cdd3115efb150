// What every explanation reads from.

import type { NumberLanguage } from '../money/amount-text.ts';
import type { Db } from '../store/db.ts';

/**
 * Where the run and the registers lie, the engine to read them with, and how amounts inside texts are written
 * (English when absent).
 */
export type ExplainContext = {
  readonly db: Db;
  readonly runDir: string;
  readonly registersDir: string;
  readonly language?: NumberLanguage;
};
