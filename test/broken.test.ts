// Broken files, each in a folder of its own: a recipe of what is wrong, and what the import says of it. A file that is
// refused leaves the register byte for byte as it was; one that is only told is read.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeFinding } from '../src/findings/finding.ts';
import type { Model } from '../src/model/model.ts';
import { ore } from '../src/money/ore.ts';
import { importSources } from '../src/registers/import-sources.ts';
import { Db } from '../src/store/db.ts';
import { workspaceAt } from '../src/store/workspace.ts';
import { sampleModel } from './import/sample-model.ts';
import { cook, type Recipe } from './support/broken-file.ts';
import { LEDGER } from './support/table-workspace.ts';

const cases = fileURLToPath(new URL('broken', import.meta.url));
const isTaking = process.env['TAKE_CASES'] === '1';

let db: Db;
let good = '';
beforeAll(async () => {
  db = await Db.open();
  good = mkdtempSync(join(tmpdir(), 'innsats-broken-'));
  mkdirSync(join(good, 'data'));
  writeFileSync(join(good, 'data', 'good.csv'), 'Kontostreng;Periode;Beløp\n47102540101;2025-01;1000,00\n');
  const { refused } = await importSources({
    workspace: workspaceAt(good),
    model: modelOf({ about: '' }),
    db,
  });
  expect(refused).toBe(false);
});
afterAll(() => {
  db.close();
  rmSync(good, { recursive: true });
});

/** Reads good.csv, and the broken file beside it. */
function modelOf({ source = {}, file }: Recipe): Model {
  const { controlTotal, ...more } = source;
  const sound = { ...LEDGER, files: ['data/good.csv'] };
  const total = controlTotal === undefined ? {} : { controlTotalOre: ore(BigInt(controlTotal)) };
  const broken = { ...LEDGER, ...more, ...total, files: [`data/${file ?? 'broken.csv'}`] };
  return sampleModel({ ledger: file === undefined ? [sound] : [sound, broken] }, 2025);
}

/** Everything that the register is, by file. */
const register = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(join(dir, 'registers'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(dir.length), readFileSync(path, 'hex')]),
  );

/** "refused" or "told", and the findings about the broken file. */
async function outcomeOf(recipe: Recipe): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-broken-'));
  try {
    cpSync(good, dir, { recursive: true });
    const before = register(dir);
    const file = recipe.file ?? (recipe.workbook || recipe.archive ? 'broken.xlsx' : 'broken.csv');
    writeFileSync(join(dir, 'data', file), cook(recipe));
    const model = modelOf({ ...recipe, file });
    const { findings, refused } = await importSources({ workspace: workspaceAt(dir), model, db });
    if (refused) expect(register(dir)).toEqual(before);
    else expect(register(dir).size).toBeGreaterThan(before.size);
    const lines = findings.map((one) => `${one.severity} ${one.rule}: ${describeFinding(one)}`);
    return `${[refused ? 'refused' : 'told', ...lines].join('\n').replaceAll('\u00a0', ' ')}\n`;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('broken files', () => {
  for (const name of readdirSync(cases)) {
    it(name, async () => {
      const recipe = JSON.parse(readFileSync(join(cases, name, 'recipe.json'), 'utf8')) as Recipe;
      const outcome = await outcomeOf(recipe);
      const expected = join(cases, name, 'expected.txt');
      if (isTaking) writeFileSync(expected, outcome);
      expect(outcome).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
      expect(outcome.split('\n').length, 'a finding that names it').toBeGreaterThan(2);
    }, 20_000);
  }

  it('are many', () => expect(readdirSync(cases).length).toBeGreaterThanOrEqual(60));
});
