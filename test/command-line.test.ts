// The door as a script meets it: exit codes that can be relied on, messages instead of stacks, JSON that parses.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../bin/innsats.mjs', import.meta.url));
const works = fileURLToPath(new URL('cases/e3-reciprocal/input', import.meta.url));
let home = '';
let dir = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'innsats-cli-'));
  dir = join(home, 'works');
  cpSync(works, dir, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function innsats(...args: string[]) {
  const result = spawnSync(process.execPath, [program, ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(`${result.stdout}${result.stderr}`, 'a stack').not.toMatch(/\n\s+at .*\.ts:\d+/);
  return result;
}

describe('exit codes and messages', () => {
  it.each([
    [['nonsense'], 2, "unknown command 'nonsense'"],
    [['run', '--nonsense'], 2, "unknown option '--nonsense'"],
    [['-C', 'nowhere', 'run'], 4, 'There is no folder'],
    [['-C', '.', 'run'], 4, 'There is no innsats.yaml'],
    [['-C', 'works', 'explain', 'unit-cost:machining/machining-hall'], 4, 'Nothing has been run yet'],
    [['-C', 'works', '--lang', 'fi', 'run'], 2, 'choose nb, sv, da, en'],
    [['-C', 'works', 'ledger', '--concept', 'AGD99'], 2, 'There is no cost concept "AGD99"'],
    [['-C', 'works', 'init', '--ledger', 'x.dat'], 3, 'is there already'],
    [['init', '--ledger', 'x.dat'], 4, 'There is no file x.dat'],
    [['generate', 'x', '--ledger', 'pdf'], 2, 'Allowed choices are csv, saft, sie, xlsx, parquet, kostra'],
    [
      ['generate', 'x', '--ledger', 'kostra', '--activity', 'csv'],
      2,
      'Leave out --activity. KOSTRA has neither',
    ],
    [['generate', 'x', '--scale', '0'], 2, 'It must be a number above 0'],
  ] as const)('%j ends with %i', (args, status, message) => {
    const result = innsats(...args);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
  });

  it('a model with mistakes is refused with all of them, by line', () => {
    const broken = join(home, 'broken');
    cpSync(works, broken, { recursive: true });
    const model = readFileSync(join(broken, 'innsats.yaml'), 'utf8');
    writeFileSync(
      join(broken, 'innsats.yaml'),
      model.replace('driver: use', 'driver: uze').replace('country: NO', 'country: XX'),
    );
    const { status, stderr } = innsats('-C', 'broken', 'check');
    expect(status).toBe(3);
    expect(stderr).toMatch(/innsats\.yaml:\d+:\d+: .*uze.*Did you mean "use"\?/);
    expect(stderr).toMatch(/innsats\.yaml:\d+:\d+: .*XX/);
  });

  it('runs, explains, adopts once, and says everything as JSON when asked', () => {
    const run = innsats('-C', 'works', '--json', 'run');
    expect(run.status).toBe(0);
    const { unitCosts } = JSON.parse(run.stdout) as { unitCosts: { service: string; amountOre: string }[] };
    expect(unitCosts.find(({ service }) => service === 'machining')?.amountOre).toBe('175950663');
    const explained = innsats('-C', 'works', '--json', 'explain', 'unit-cost:machining/machining-hall');
    expect((JSON.parse(explained.stdout) as { totalOre: string }).totalOre).toBe('175950663');
    expect(innsats('-C', 'works', 'explain', 'unit-cost:machinin').status).toBe(2);
    expect(innsats('-C', 'works', 'prices', 'adopt', '--date', '2025-12-11').status).toBe(0);
    expect(existsSync(join(dir, 'prices', '2026.yaml'))).toBe(true);
    expect(innsats('-C', 'works', 'prices', 'adopt', '--date', '2025-12-12').status).toBe(3);
    expect(innsats('-C', 'works', 'prices', 'adopt', '--date', 'today').status).toBe(2);
    expect(innsats('-C', 'works', 'verify').status).toBe(0);
  });

  it('a reader that has had enough is no fault', () => {
    const line = `"${process.execPath}" "${program}" --help | head -1; "${process.execPath}" "${program}" -C works verify | head -1`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: home, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('Usage: innsats');
  });

  it('a certificate that does not hold ends with 1', () => {
    const { results } = JSON.parse(innsats('-C', 'works', '--json', 'run').stdout) as { results: string };
    const file = join(results, 'certificate.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"400000000"', '"400000001"'));
    const { status, stdout } = innsats('-C', 'works', 'verify');
    expect(stdout).toContain('does not hold');
    expect(status).toBe(1);
  });
});
