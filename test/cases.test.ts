// Whole-program cases: a workspace and the commands given in it, against what they printed and wrote. A changed result
// is written beside the expected one, in actual/; "npm run cases" takes the changed results as the expected ones.

import { spawnSync } from 'node:child_process';
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
import { describe, expect, it } from 'vitest';

const cases = fileURLToPath(new URL('cases', import.meta.url));
const program = fileURLToPath(new URL('../bin/innsats.mjs', import.meta.url));
const isTaking = process.env['TAKE_CASES'] === '1';
/** The tables of a run and of a followed month that a case shows whole. */
const SHOWN = {
  runs: ['unit_costs.csv', 'prices.csv', 'ends.csv'],
  months: ['unit_months.csv', 'variances.csv'],
};

/** What a case came to: file name → text. */
function play(name: string): Map<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-case-'));
  const results = new Map<string, string>();
  try {
    cpSync(join(cases, name, 'input'), dir, { recursive: true });
    const keyFile = `${dir}.key`;
    writeFileSync(keyFile, Buffer.alloc(32, 'the key of the cases'), { mode: 0o600 });
    const commands = readFileSync(join(cases, name, 'commands'), 'utf8')
      .trim()
      .split('\n');
    const printed = commands.map((command) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...command.split(' ')], {
        cwd: dir,
        encoding: 'utf8',
        env: { ...process.env, INNSATS_PSEUDONYM_KEY_FILE: keyFile, NO_COLOR: '1' },
      });
      const complaints = status === 0 ? '' : stderr;
      return `$ innsats ${command}\n${stdout}${complaints}[exit ${status}]\n`;
    });
    results.set('output.txt', printed.join('\n'));
    rmSync(keyFile);
    for (const [folder, files] of Object.entries(SHOWN)) {
      const runs = join(dir, '.innsats', folder);
      for (const run of existsSync(runs) ? readdirSync(runs) : []) {
        for (const file of files) results.set(file, readFileSync(join(runs, run, file), 'utf8'));
      }
    }
    return results;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function write(folder: string, results: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of results) writeFileSync(join(folder, file), text);
}

describe('cases', () => {
  for (const name of readdirSync(cases).filter((entry) => existsSync(join(cases, entry, 'commands')))) {
    it(name, () => {
      const results = play(name);
      const expected = join(cases, name, 'expected');
      if (isTaking) write(expected, results);
      const wanted = new Map(
        (existsSync(expected) ? readdirSync(expected) : []).map((file) => [
          file,
          readFileSync(join(expected, file), 'utf8'),
        ]),
      );
      const isSame = [...new Set([...wanted.keys(), ...results.keys()])].every(
        (file) => wanted.get(file) === results.get(file),
      );
      const actual = join(cases, name, 'actual');
      if (isSame) rmSync(actual, { recursive: true, force: true });
      else write(actual, results);
      expect(Object.fromEntries(results)).toEqual(Object.fromEntries(wanted));
    });
  }
});
