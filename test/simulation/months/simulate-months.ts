// A year that a small municipality follows, from one seed: months are delivered, closed and opened again, files are
// corrected, come late, vanish and are broken, the model and the prices change, imports are killed; and after every step
// what must hold of a followed month is found to hold.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { describeFinding } from '../../../src/findings/finding.ts';
import { closeMonth, closeYear, reopen } from '../../../src/run/month/close-month.ts';
import type { MonthResult } from '../../../src/run/month/run-month.ts';
import type { Db } from '../../../src/store/db.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { randomFrom } from '../../auditor/generate-network.ts';
import { followMonth } from '../../support/followed-workspace.ts';
import { archiveOf, expectOrder } from '../invariants.ts';
import { changeByHand, killImport, killWriting } from './followed-accidents.ts';
import { YEAR } from './followed-books.ts';
import { drawn, type Ground, type MonthsTold } from './followed-ground.ts';
import {
  asClosed,
  expectClosings,
  expectSameAgain,
  expectSoundMonth,
  forget,
} from './followed-invariants.ts';
import { mend, nextMonths, takeSteps } from './followed-steps.ts';
import {
  endMonths,
  type MonthsWorld,
  newMonths,
  openMonth,
  refusalDue,
  writeMonths,
} from './followed-world.ts';

/**
 * How a year is lived through: `monthsAtOnce` are delivered together, after each delivery come so many `steps`, and
 * after each step `rerun` closed months are made again.
 */
export type Pace = { readonly monthsAtOnce: number; readonly steps: number; readonly rerun: number | 'all' };

/** Lives through the year of a seed. Throws with the seed and all steps when something does not hold. */
export async function simulateMonths(
  template: Workspace,
  db: Db,
  { seed, pace }: { readonly seed: number; readonly pace: Pace },
): Promise<MonthsTold> {
  const world = newMonths(template, seed);
  const told: MonthsTold = {
    ...{ steps: [], followed: 0, refused: 0, crashed: 0, closed: 0, reopened: 0, corrections: 0, rerun: 0 },
  };
  try {
    await live({ template, seed, world, db, random: randomFrom(seed), told }, pace);
    return told;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const text = `The followed year of seed ${seed}, ${JSON.stringify(pace)}:\n${told.steps.join('\n')}\n${what}`;
    throw new Error(text, { cause: error });
  } finally {
    endMonths(world);
  }
}

async function live(ground: Ground, pace: Pace): Promise<void> {
  const { world, random, told } = ground;
  const deliver = nextMonths(pace.monthsAtOnce);
  while (world.monthsDelivered < 12) {
    told.steps.push(deliver(world, random)!);
    await afterStep(ground, pace);
    for (let step = 0; step < pace.steps; step++) {
      told.steps.push(await happens(ground));
      await afterStep(ground, pace);
    }
  }
  while (refusalDue(world)) told.steps.push(mend(world, random));
  await afterStep(ground, { ...pace, rerun: 'all' });
  await expectAsIfNothingHappened(ground);
}

/** Something of the year: most often a step of the world; else a month is closed or opened, or something is killed. */
async function happens(ground: Ground): Promise<string> {
  const { world, random } = ground;
  if (refusalDue(world) && random.chance(50)) return mend(world, random);
  const lot = random.below(100);
  if (lot < 30) return (await closeNext(ground)) ?? takeSteps(world, random);
  if (lot < 37) return reopenLast(ground) ?? takeSteps(world, random);
  if (lot < 46) return killImport(ground);
  if (lot < 50) return killWriting(ground) ?? takeSteps(world, random);
  if (lot < 54) return (await changeByHand(ground)) ?? takeSteps(world, random);
  return takeSteps(world, random);
}

/** The program follows a month that is not closed, or refuses it and nothing is otherwise; closed months are as they were. */
async function afterStep(ground: Ground, { rerun }: Pace): Promise<void> {
  const { world, random, told } = ground;
  writeMonths(world);
  const open = openMonth(world);
  const delivered = Math.max(world.monthsDelivered - open + 1, 1);
  await followOpen(ground, open + random.below(delivered));
  expectClosings(world);
  const again =
    rerun === 'all' ? world.closed : Array.from({ length: rerun }, () => drawn(random, world.closed));
  for (const closed of again) {
    if (!closed) continue;
    if (random.chance(50)) forget(world, closed.month);
    await expectSameAgain(world, ground.db, closed);
    told.rerun += 1;
  }
}

/** Follows a month that is not closed; there is none where all twelve are. */
async function followOpen({ world, db, told }: Ground, month: number): Promise<MonthResult | undefined> {
  if (world.closed.length === 12) return undefined;
  const before = archiveOf(world.workspace);
  const due = refusalDue(world);
  const { result, refusedBy, findings } = await followMonth(world.workspace, db, month);
  expectOrder(world.workspace, before);
  expect(refusedBy, findings.map(describeFinding).join('\n')).toBe(due);
  if (due) {
    expect(result).toBeUndefined();
    if (due === 'import') expect(archiveOf(world.workspace)).toEqual(before);
    told.refused += 1;
    told.steps.push(`   month ${month} is refused by its ${due}`);
    return undefined;
  }
  await expectSoundMonth(world, result!);
  told.followed += 1;
  told.corrections += result!.corrections.length;
  return result;
}

const MOST_AT_ONCE = 3;

/** Closes some of the next months that have been delivered; the year, where there are none left. */
async function closeNext(ground: Ground): Promise<string | undefined> {
  const { world, random, told } = ground;
  if (refusalDue(world)) return undefined;
  if (world.closed.length === 12) return lockYear(world);
  const waiting = world.monthsDelivered - world.closed.length;
  if (waiting <= 0) return undefined;
  const count = 1 + random.below(Math.min(waiting, MOST_AT_ONCE));
  for (let n = 0; n < count; n++) {
    const result = (await followOpen(ground, openMonth(world)))!;
    closeMonth(world.workspace, result, `${YEAR}-12-31`);
    world.closed = [...world.closed, asClosed(result)];
    told.closed += 1;
  }
  return `${count} months are closed, to ${world.closed.length}`;
}

function lockYear(world: MonthsWorld): string | undefined {
  if (world.isYearLocked) return undefined;
  closeYear(world.workspace, YEAR, `${YEAR + 1}-02-01`);
  world.isYearLocked = true;
  return 'the year is locked';
}

/** Opens what was closed last; a month of a locked year is not opened, nor one that others rest on. */
function reopenLast({ world, told }: Ground): string | undefined {
  const last = world.closed.length;
  if (last === 0) return undefined;
  const why = { reopened: `${YEAR}-12-31`, reason: `found after ${last} months` };
  const isYear = world.isYearLocked;
  const refused = isYear ? last : last - 1;
  if (refused > 0)
    expect(() => reopen(world.workspace, { year: YEAR, month: refused }, why)).toThrow(
      isYear ? 'reopen the year' : 'reopen that first',
    );
  const file = reopen(world.workspace, isYear ? { year: YEAR } : { year: YEAR, month: last }, why);
  expect(readFileSync(file.replace(/json$/, 'why.json'), 'utf8')).toContain(why.reason);
  world.isYearLocked = false;
  if (!isYear) world.closed = world.closed.slice(0, -1);
  world.reopenings += 1;
  told.reopened += 1;
  return isYear ? 'the year is opened again' : `month ${last} is opened again`;
}

const SHOWN = ['unit_months.csv', 'variances.csv', 'earned.csv', 'expenses.csv', 'settlements.csv'];

/** December is what it is where all of it lay there from the beginning, nothing was closed and nothing went wrong. */
async function expectAsIfNothingHappened(ground: Ground): Promise<void> {
  const { template, seed, world, told } = ground;
  while (world.closed.length === 12) told.steps.push(reopenLast(ground)!);
  const tables = async (of: MonthsWorld): Promise<string[]> => {
    const result = (await followOpen({ ...ground, world: of }, 12))!;
    return SHOWN.map((name) => readFileSync(join(result.dir, name), 'utf8'));
  };
  const { inbox, edits, decisions } = world;
  const clean: MonthsWorld = { ...newMonths(template, seed), inbox, edits, decisions };
  try {
    writeMonths(clean);
    expect(await tables(world)).toEqual(await tables(clean));
  } finally {
    endMonths(clean);
  }
  told.steps.push('December is as if nothing had happened');
}
