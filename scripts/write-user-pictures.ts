// Draws the pictures of docs/cost-per-user.md from the demonstration municipality, as its page shows them: how few carry
// how much, which services go together, and the units of nursing homes. Run it again when the drawing or Fjordvik has changed.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { readModel } from '../src/model/read-model.ts';
import {
  combinationsPicture,
  concentrationPicture,
  unitsPicture,
} from '../src/reports/users/users-pictures.ts';
import { runYear } from '../src/run/run-year.ts';
import { usersOfRun } from '../src/run/users/users-of-run.ts';
import { Db } from '../src/store/db.ts';
import { openWorkspace } from '../src/store/workspace.ts';

const WIDTH = 760;
const BACKGROUND = '<rect width="100%" height="100%" fill="#fff"/>';

const folder = mkdtempSync(join(tmpdir(), 'innsats-picture-'));
const db = await Db.open();
try {
  await generateFjordvik(join(folder, 'fjordvik'));
  const workspace = openWorkspace(join(folder, 'fjordvik'));
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new Error('the demonstration has a model that cannot be read');
  const key = { secret: new Uint8Array(32).fill(7), file: 'of these pictures' };
  const { result } = await runYear({ workspace, model, modelFindings: [], db, key });
  if (!result) throw new Error('the demonstration was refused');
  const run = await usersOfRun({ workspace, model, db, runDir: result.dir });
  if ('refused' in run) throw new Error('the demonstration has users that were refused');
  const nursing = run.units.filter(({ service }) => service === 'nursing-home');
  const pictures = {
    concentration: concentrationPicture(run, 'en'),
    combinations: combinationsPicture(model, run, 'en'),
    units: unitsPicture(model, nursing, 'en'),
  };
  mkdirSync(new URL('../docs/pictures/', import.meta.url), { recursive: true });
  for (const [name, draw] of Object.entries(pictures)) {
    const picture = draw?.(WIDTH, 'picture').replace('</desc>', `</desc>${BACKGROUND}`);
    writeFileSync(new URL(`../docs/pictures/users-${name}.svg`, import.meta.url), `${picture}\n`);
  }
} finally {
  db.close();
  rmSync(folder, { recursive: true });
}
