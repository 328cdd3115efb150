import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trackedFiles } from './tracked-files.ts';

it('names what git tracks below the paths, and nothing outside a repository', () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-tracked-'));
  try {
    mkdirSync(join(dir, 'data'));
    writeFileSync(join(dir, 'data', 'visits-1.csv'), 'x');
    writeFileSync(join(dir, 'data', 'area.csv'), 'x');
    expect(trackedFiles(dir, ['data/visits-*.csv'])).toEqual([]);
    spawnSync('git', ['init', '-q'], { cwd: dir });
    expect(trackedFiles(dir, ['data/visits-*.csv'])).toEqual([]);
    spawnSync('git', ['add', 'data'], { cwd: dir });
    expect(trackedFiles(dir, ['data/visits-*.csv', 'registers'])).toEqual(['data/visits-1.csv']);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
