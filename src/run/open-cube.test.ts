import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cost } from '../costing/cost.ts';
import { volumesByUnit } from '../costing/organised.ts';
import { generateFjordvik } from '../demo/generate-fjordvik.ts';
import type { Model } from '../model/model.ts';
import { readModel } from '../model/read-model.ts';
import { price } from '../prices/price.ts';
import { Db } from '../store/db.ts';
import { openWorkspace, type Workspace } from '../store/workspace.ts';
import type { Volume } from '../tables/activity.ts';
import type { Cube } from '../tables/cube.ts';
import { openCube } from './open-cube.ts';
import { type RunResult, runYear } from './run-year.ts';

let home = '';
let db: Db;
let workspace: Workspace;
let model: Model;
let run: RunResult;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'innsats-open-cube-'));
  await generateFjordvik(join(home, 'fjordvik'), { scale: 0.02 });
  workspace = openWorkspace(join(home, 'fjordvik'));
  model = (await readModel(workspace.modelFile)).model!;
  db = await Db.open({ threads: 2 });
  await expect(openCube({ workspace, model, db })).rejects.toThrow('Nothing has been imported yet');
  const key = { secret: new Uint8Array(32).fill(9), file: 'test.key' };
  run = (await runYear({ workspace, model, modelFindings: [], db, key })).result!;
});
afterAll(() => {
  db.close();
  rmSync(home, { recursive: true, force: true });
});

/** Object, month and state → parts, from the cells. */
function sumsOf({ objects, starts, month, parts }: Cube): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [o, { service, unit, level }] of objects.entries())
    for (const [state, column] of Object.entries(parts))
      for (let i = starts[o]!; i < starts[o + 1]!; i++) {
        const key = [service, unit, level, state, month[i]].join('/');
        if (column[i]! > 0) sums.set(key, (sums.get(key) ?? 0n) + BigInt(column[i]!));
      }
  return sums;
}

const volumeSums = (volumes: readonly Volume[]): Map<string, bigint> =>
  new Map(
    volumes.map(({ service, unit, level, state, month, parts }) => [
      [service, unit, level, state, month].join('/'),
      parts,
    ]),
  );

describe('the cube of a workspace', () => {
  it('starts from what a run costs and prices: the same to the last byte', async () => {
    const opened = await openCube({ workspace, model, db });
    const { costs } = cost({ model, ...opened });
    expect(costs).toEqual(run.costs);
    expect(price({ model, costs: costs! }).prices).toEqual(run.prices);
  });

  it('holds the volumes of the run, person by person', async () => {
    const { cube, volumes } = await openCube({ workspace, model, db });
    expect(sumsOf(cube)).toEqual(volumeSums(volumes));
    expect(volumeSums(volumesByUnit(model, volumes))).toEqual(volumeSums(run.volumes));
    expect(cube.persons.length).toBeGreaterThan(20);
    expect(cube.persons.every((person) => /^[a-z][0-9a-f]{32}$/.test(person))).toBe(true);
  });

  it('has what a unit that ended did at the one that took over; what several share stays', async () => {
    const heirs = new Map([
      ['sjosiden', [{ unit: 'innlandet', weight: 1n }]],
      ['solvang', ['bakkehaugen', 'fjordglott'].map((unit) => ({ unit, weight: 1n }))],
    ]);
    const organisation = { as: 'now', holdings: [], heirs } as const;
    const { cube } = await openCube({ workspace, model: { ...model, organisation }, db });
    const units = new Set(cube.objects.map(({ unit }) => unit));
    expect([units.has('sjosiden'), units.has('innlandet'), units.has('solvang')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
