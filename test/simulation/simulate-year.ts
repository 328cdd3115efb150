// A year in the life of a small municipality, from one seed: files are delivered, corrected, broken and mended, the
// model, the units and the key change, imports crash; and after every step what must hold is found to hold.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { describeFinding } from '../../src/findings/finding.ts';
import { readModel } from '../../src/model/read-model.ts';
import { importSources } from '../../src/registers/import-sources.ts';
import { type RunResult, runYear } from '../../src/run/run-year.ts';
import { Db } from '../../src/store/db.ts';
import { WorkspaceError } from '../../src/store/workspace-error.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import { FAULTS, faultyOperations } from '../import/faulty-operations.ts';
import { exportFile, type LedgerForm } from './delivered-file.ts';
import {
  archiveOf,
  bytesOf,
  expectInForce,
  expectKey,
  expectOrder,
  expectSound,
  registerInForce,
} from './invariants.ts';
import { mend, mendAll, takeStep } from './steps.ts';
import { booksOf, newWorld, refusalDue, truthOf, type World, writeWorld } from './world.ts';

/** What happened, in words, and how often. */
export type Year = {
  readonly steps: readonly string[];
  readonly taken: number;
  readonly refused: number;
  readonly crashed: number;
};

type Telling = { -readonly [K in keyof Year]: K extends 'steps' ? string[] : Year[K] };

/** Lives through the year, delivered in so many parts. Throws with the seed and all steps when something does not hold. */
export async function simulateYear(seed: number, parts: number): Promise<Year> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-year-'));
  const db = await Db.open({ threads: 1 });
  const year: Telling = { steps: [], taken: 0, refused: 0, crashed: 0 };
  try {
    const world = newWorld(seed, parts, dir);
    await live(world, db, randomFrom(seed), year);
    return year;
  } catch (error) {
    const steps = year.steps.join('\n');
    throw new Error(
      `The year of seed ${seed} in ${parts} parts:\n${steps}\n${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  } finally {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

const MOST_STEPS_A_PART = 3;

async function live(world: World, db: Db, random: Random, year: Telling): Promise<void> {
  for (let step = 0; world.partsDelivered < world.parts && step < MOST_STEPS_A_PART * world.parts; step++) {
    const isMending = world.partsDelivered > 0 && refusalDue(world) !== undefined && random.chance(60);
    year.steps.push(await (isMending ? mend(world) : takeStep(world, random)));
    if (random.chance(12)) await crash(world, db, random, year);
    if (random.chance(4)) await twoAtOnce(world, db, year);
    await settle(world, db, random, year);
  }
  year.steps.push(await mendAll(world, random));
  const result = await settle(world, db, random, year);
  expect(result && SHOWN.map((name) => readFileSync(join(result.dir, name), 'utf8'))).toEqual(
    await cleanYear(world, db),
  );
}

const SHOWN = ['unit_costs.csv', 'prices.csv', 'ends.csv'];

/** The program runs: either it takes the inbox as it is, whole, or it refuses it and nothing is otherwise than before. */
async function settle(world: World, db: Db, random: Random, year: Telling): Promise<RunResult | undefined> {
  const before = archiveOf(world.workspace);
  const due = refusalDue(world);
  const told = await run(world, db);
  expectOrder(world.workspace, before);
  if (due !== undefined) {
    expect(told.result, `taken, though ${due}`).toBeUndefined();
    expect(archiveOf(world.workspace)).toEqual(before);
    await expectInForce(world, db, world.inForce);
    year.refused += 1;
    year.steps.push(`   refused, since ${due}`);
    return undefined;
  }
  expect(told.result, `refused:\n${told.findings.join('\n')}`).toBeDefined();
  world.inForce = world.inbox;
  await expectInForce(world, db, world.inForce);
  await expectKey(world);
  await expectSound(world, told.result!);
  if (random.chance(25)) await expectSameAgain(world, db, told.result!);
  year.taken += 1;
  return told.result;
}

async function run(world: World, db: Db) {
  writeWorld(world);
  const { workspace, key } = world;
  const { model, findings: modelFindings } = await readModel(workspace.modelFile);
  if (!model) return { findings: modelFindings.map(describeFinding) };
  const { result, findings, notices } = await runYear({ workspace, model, modelFindings, db, key });
  const errors = [...findings, ...notices].filter(({ severity }) => severity === 'error');
  return { findings: errors.map(describeFinding), ...(result ? { result } : {}) };
}

async function expectSameAgain(world: World, db: Db, { id, dir }: RunResult): Promise<void> {
  const [archive, bytes] = [archiveOf(world.workspace), bytesOf(dir)];
  rmSync(dir, { recursive: true });
  expect((await run(world, db)).result?.id).toBe(id);
  expect(bytesOf(dir)).toEqual(bytes);
  expect(archiveOf(world.workspace)).toEqual(archive);
}

/** The import request of the world as it is; undefined where the model has a mistake. */
async function requestOf(world: World, db: Db) {
  writeWorld(world);
  const { workspace, key } = world;
  const { model } = await readModel(workspace.modelFile);
  return model && { workspace, model, db, key };
}

/** An import that goes wrong somewhere: the register is the old one or the new one, and can be read. */
async function crash(world: World, db: Db, random: Random, year: Telling): Promise<void> {
  const request = await requestOf(world, db);
  if (!request) return;
  const fault = FAULTS[random.below(FAULTS.length)]!;
  const at = 1 + random.below(fault === 'killed' || fault === 'exception' ? 30 + 12 * world.inbox.size : 15);
  const before = archiveOf(world.workspace);
  const { operations } = faultyOperations(fault, at);
  const error = await importSources({ ...request, operations }).then(() => undefined, asError);
  if (error) expect(error).toBeInstanceOf(WorkspaceError);
  year.steps.push(`   ${fault} at operation ${at} of an import${error ? '' : ', which ends well'}`);
  year.crashed += error ? 1 : 0;
  expectOrder(world.workspace, before, true);
  const isNew = archiveOf(world.workspace).current !== before.current;
  if (isNew) expect(refusalDue(world)).toBeUndefined();
  if (isNew) world.inForce = world.inbox;
  await expectInForce(world, db, world.inForce);
}

/** Two imports at once: one is told that another is at work, or both come to the same. */
async function twoAtOnce(world: World, db: Db, year: Telling): Promise<void> {
  const request = await requestOf(world, db);
  if (!request) return;
  const ended = await Promise.allSettled([importSources(request), importSources(request)]);
  const failed = ended.flatMap((one) => (one.status === 'rejected' ? [asError(one.reason)] : []));
  for (const error of failed) expect(error.message).toContain('is at work in this workspace');
  expect(failed.length).toBeLessThan(2);
  year.steps.push(`   two imports at once${failed.length > 0 ? ', one of which waits for the other' : ''}`);
  if (refusalDue(world) === undefined) world.inForce = world.inbox;
  await expectInForce(world, db, world.inForce);
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

function formsOf({ inbox, model, reorganised }: World): (part: number) => LedgerForm {
  const isDivided = reorganised === 'divided' && model.edits.has('as organised now');
  const forms = new Map(
    [...inbox.values()].flatMap(({ part, form }) => (form === 'visits.csv' ? [] : [[part, form]])),
  );
  return (part) => (isDivided && forms.get(part)) || 'csv';
}

/**
 * What the same year comes to in a workspace where nothing ever went wrong and all of it was delivered as CSV. Seen as
 * divided between heirs, it is delivered in the forms that it has: heirs get their parts of every account string, and
 * forms write other strings.
 */
async function cleanYear(world: World, db: Db): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-clean-'));
  try {
    const clean = newWorld(world.seed, world.parts, dir);
    clean.reorganised = world.reorganised;
    const formOf = formsOf(world);
    const parts = Array.from({ length: world.parts }, (_, i) => booksOf(clean, i + 1));
    clean.model = { forms: new Set(parts.map(({ part }) => formOf(part))), edits: world.model.edits };
    const files = parts.flatMap((books) => [
      {
        name: `data/ledger-${books.part}.${formOf(books.part)}`,
        file: exportFile(books, formOf(books.part)),
      },
      { name: `data/visits-${books.part}.csv`, file: exportFile(books, 'visits.csv') },
    ]);
    clean.inbox = new Map(
      await Promise.all(files.map(async ({ name, file }) => [name, await file] as const)),
    );
    const { result, findings } = await run(clean, db);
    expect(result, findings.join('\n')).toBeDefined();
    expect(await registerInForce(clean, db)).toEqual(truthOf(world.inForce));
    return SHOWN.map((name) => readFileSync(join(result!.dir, name), 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
