// What the story of a followed year works on, and what it tells.

import type { Db } from '../../../src/store/db.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import type { Random } from '../../auditor/generate-network.ts';
import type { MonthsWorld } from './followed-world.ts';

/** What happened, in words, and how often. */
export type MonthsTold = {
  readonly steps: string[];
  followed: number;
  refused: number;
  crashed: number;
  closed: number;
  reopened: number;
  corrections: number;
  rerun: number;
};

/** What the story of a year works on. */
export type Ground = {
  readonly template: Workspace;
  readonly seed: number;
  readonly world: MonthsWorld;
  readonly db: Db;
  readonly random: Random;
  readonly told: MonthsTold;
};

/** One of them, as chance has it; undefined of none. */
export const drawn = <T>(random: Random, all: readonly T[]): T | undefined =>
  all[random.below(all.length || 1)];
