// What goes wrong in a year that is followed, and is nobody's decision: imports that are killed, closings and results
// that are half written, and a hand in what is closed.

import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readModel } from '../../../src/model/read-model.ts';
import { importSources } from '../../../src/registers/import-sources.ts';
import { WorkspaceError } from '../../../src/store/workspace-error.ts';
import { monthText } from '../../../src/time/month-text.ts';
import { FAULTS, faultyOperations } from '../../import/faulty-operations.ts';
import { followMonth, KEY } from '../../support/followed-workspace.ts';
import { archiveOf, expectOrder } from '../invariants.ts';
import { YEAR } from './followed-books.ts';
import { drawn, type Ground } from './followed-ground.ts';
import { openMonth, writeMonths } from './followed-world.ts';

/** An import that goes wrong somewhere: the register is the old one or the new one. */
export async function killImport({ world, db, random, told }: Ground): Promise<string> {
  writeMonths(world);
  const { workspace } = world;
  const { model } = await readModel(workspace.modelFile);
  const fault = FAULTS[random.below(FAULTS.length)]!;
  const at = 1 + random.below(30 + 4 * world.inbox.size);
  const before = archiveOf(workspace);
  const { operations } = faultyOperations(fault, at);
  const error = await importSources({ workspace, model: model!, db, key: KEY, operations }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error) expect(error).toBeInstanceOf(WorkspaceError);
  expectOrder(workspace, before, true);
  told.crashed += error ? 1 : 0;
  return `${fault} at operation ${at} of an import${error ? '' : ', which ends well'}`;
}

/** The program is killed while it writes a closing or a month's results, which leaves half of them; or a disk does that. */
export function killWriting({ world, random }: Ground): string | undefined {
  const { closingsDir, monthsDir } = world.workspace;
  if (random.chance(50)) {
    const name = monthText(YEAR, openMonth(world));
    mkdirSync(closingsDir, { recursive: true });
    writeFileSync(join(closingsDir, `${name}.json.writing`), '{ "format": 1, "year"');
    return `the closing of ${name} is killed half-way`;
  }
  const folder = existsSync(monthsDir) ? drawn(random, readdirSync(monthsDir)) : undefined;
  const file = folder && drawn(random, readdirSync(join(monthsDir, folder)));
  if (!file) return undefined;
  truncateSync(join(monthsDir, folder, file), 10);
  return `${folder}/${file} is cut to its first bytes`;
}

/** Somebody changes a digit of a closing. Nothing is followed until it is taken from version control again. */
export async function changeByHand({ world, db, random }: Ground): Promise<string | undefined> {
  const closed = drawn(random, world.closed);
  if (!closed) return undefined;
  const file = join(world.workspace.closingsDir, `${monthText(YEAR, closed.month)}.json`);
  const text = readFileSync(file, 'utf8');
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = drawn(random, places)!;
  writeFileSync(file, `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`);
  await expect(followMonth(world.workspace, db, openMonth(world))).rejects.toThrow(WorkspaceError);
  writeFileSync(file, text);
  return `a digit of the closing of month ${closed.month} is changed, which is refused, and put back`;
}
