// How long a person waits for one level of an explanation when the year has ten million activity records: in
// milliseconds beside the 300 that a person hardly notices.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateFjordvik } from '../src/demo/generate-fjordvik.ts';
import { explainFigure, type View } from '../src/explain/explain-figure.ts';
import { readModel } from '../src/model/read-model.ts';
import { runYear } from '../src/run/run-year.ts';
import { Db } from '../src/store/db.ts';
import { openWorkspace } from '../src/store/workspace.ts';
import { type Measured, median, timeMs } from './measured.ts';

const ROUNDS = 7;
/** Fjordvik has some 325,000 activity records; 31 times as many make ten million. */
const SCALE = 31;
const FIGURES: readonly (readonly [string, View])[] = [
  ['price:financing/home-nursing', 'next'],
  ['unit-cost:home-nursing/sjosiden', 'next'],
  ['unit-cost:home-nursing/sjosiden', 'origin'],
  ['pool:management', 'forward'],
  ['pool:care-wages/sjosiden', 'next'],
  ['volume:home-nursing/sjosiden', 'next'],
  ['volume:home-nursing/sjosiden@3', 'next'],
];

/** The slowest level, median of seven, with an engine opened anew for each as the command line does. */
export async function benchExplain(scale = SCALE): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    const { runDir, registersDir, records } = await runFjordvik(dir, scale);
    const measured: Measured[] = [];
    for (const [figure, view] of FIGURES) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        times.push(await timeLevel({ runDir, registersDir }, figure, view));
      const ms = median(times);
      const detail = `${ms.toFixed(0)} ms of 300, ${(records / 1e6).toFixed(1)} million activity records`;
      measured.push({
        name: `explain ${figure}${view === 'next' ? '' : ` by ${view}`}`,
        ratio: ms / 300,
        aim: 1,
        detail,
      });
    }
    return measured;
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function runFjordvik(dir: string, scale: number) {
  const folder = join(dir, 'fjordvik');
  await generateFjordvik(folder, { scale });
  const workspace = openWorkspace(folder);
  const { model } = await readModel(workspace.modelFile);
  if (!model) throw new Error('the demonstration has a model that cannot be read');
  const key = { secret: new Uint8Array(32).fill(7), file: join(dir, 'bench.key') };
  const db = await Db.open();
  const { result } = await runYear({ workspace, model, modelFindings: [], db, key });
  db.close();
  if (!result) throw new Error('the demonstration was refused');
  const certificate = JSON.parse(await readFile(join(result.dir, 'certificate.json'), 'utf8')) as {
    sources: { register: string; read: number }[];
  };
  const records = certificate.sources.reduce(
    (sum, { register, read }) => (register === 'activity' ? sum + read : sum),
    0,
  );
  return { runDir: result.dir, registersDir: workspace.registersDir, records };
}

const timeLevel = (
  where: { runDir: string; registersDir: string },
  figure: string,
  view: View,
): Promise<number> =>
  timeMs(async () => {
    const db = await Db.open();
    await explainFigure({ db, ...where }, figure, view);
    db.close();
  });
