// A first costing from nothing but a KOSTRA file and typed-in volumes, as the README promises: on a real municipality's
// file where it is at hand (../shared/data), and on another, with other functions, that the generator writes.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neighbourKostra } from '../src/demo/neighbour-kostra.ts';
import { writeKostra } from '../src/demo/write-kostra.ts';

const program = fileURLToPath(new URL('../bin/innsats.mjs', import.meta.url));
const real = fileURLToPath(new URL('../../shared/data/kostra/0A_V2019_K4_R040200.dat', import.meta.url));
const isHere = existsSync(real);
if (!isHere)
  console.warn('The real KOSTRA file of region 040200 is not at ../shared/data: its tests are skipped.');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-first-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function innsats(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, [program, '-C', dir, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** One column of a result table of the only run. */
function column(table: string, name: string): string[] {
  const runs = join(dir, '.innsats', 'runs');
  const [header = '', ...rows] = readFileSync(join(runs, readdirSync(runs)[0]!, `${table}.csv`), 'utf8')
    .trim()
    .split('\r\n');
  return rows.map((row) => row.split(',')[header.split(',').indexOf(name)]!);
}

describe.skipIf(!isHere)('the real file of region 040200', () => {
  it('gives institutions their unit cost: adjusted gross of 253 and 261 over the days', () => {
    writeFileSync(
      join(dir, 'volumes.csv'),
      'tjeneste;enhet;mengde;funksjon\nInstitusjon;døgn;65 700;253 261\n',
    );
    expect(innsats('init', '--ledger', real, '--volumes', join(dir, 'volumes.csv')).status).toBe(0);
    expect(innsats('run').status).toBe(0);
    expect(column('unit_costs', 'amount_ore')).toEqual([String((181_474n + 13_193n) * 100_000n)]);
    expect(column('unit_costs', 'parts')).toEqual(['65700000']);
    expect(innsats('verify').status).toBe(0);
  });

  it('does not divide 254 by hours, and says why', () => {
    writeFileSync(
      join(dir, 'volumes.csv'),
      'service;measure;quantity;functions\nHome care;hour;300000;254\n',
    );
    expect(innsats('init', '--ledger', real, '--volumes', join(dir, 'volumes.csv')).status).toBe(0);
    const model = readFileSync(join(dir, 'innsats.yaml'), 'utf8');
    expect(model).toContain('Function 254 divided by hours is no unit price');
    const offered = model.replace(
      'not-costed: home services together',
      'concept: AGD4, answers: provider, driver: volumes, to: home-care',
    );
    writeFileSync(join(dir, 'innsats.yaml'), offered);
    const { status, stderr } = innsats('run');
    expect(status).toBe(3);
    expect(stderr).toContain('254');
  });

  it('shows every published cost concept of care (E7), in thousand kroner', () => {
    writeFileSync(
      join(dir, 'volumes.csv'),
      'service;measure;quantity;functions\nInstitution;day;65700;253 261\n',
    );
    innsats('init', '--ledger', real, '--volumes', join(dir, 'volumes.csv'));
    const { stdout } = innsats(
      '--json',
      'ledger',
      '--by',
      'function',
      '--function',
      '234,253,254,261',
      '--concept',
      'AGD9,AGD10,net,AGD3,AGD4',
    );
    const lines = JSON.parse(stdout) as { code: string; concepts: Record<string, string> }[];
    const thousands = lines.map(({ code, concepts }) => [
      code,
      ...Object.values(concepts).map((ore) => Number(ore) / 100_000),
    ]);
    expect(Object.keys(lines[0]!.concepts)).toEqual(['AGD10', 'AGD3', 'AGD4', 'AGD9', 'net']);
    expect(thousands).toEqual([
      ['234', 9_612, 9_602, 9_603, 9_819, 5_352],
      ['253', 197_899, 189_829, 181_474, 209_000, 168_543],
      ['254', 251_023, 239_006, 229_177, 263_356, 241_103],
      ['261', 13_193, 14_116, 13_193, 15_517, 13_163],
    ]);
  });
});

describe('another municipality’s file, with other functions', () => {
  it('gives kindergartens and schools their unit costs', async () => {
    const ledger = join(dir, '0A_2025.dat');
    await writeKostra(ledger, neighbourKostra());
    writeFileSync(
      join(dir, 'volumes.csv'),
      'service;measure;quantity;functions\nBarnehage;barn;412;201 221\nGrunnskole;elev;905;202 222\n',
    );
    expect(innsats('init', '--ledger', ledger, '--volumes', join(dir, 'volumes.csv')).status).toBe(0);
    const run = innsats('run');
    expect(run.stderr).not.toContain('✗');
    expect(run.status).toBe(0);
    expect(column('unit_costs', 'service')).toHaveLength(2);
    for (const amount of column('unit_costs', 'amount_ore')) expect(BigInt(amount)).toBeGreaterThan(0n);
    expect(innsats('verify').status).toBe(0);
  });

  it('without volumes, writes a table to fill in with every function of the ledger', async () => {
    const ledger = join(dir, '0A_2025.dat');
    await writeKostra(ledger, neighbourKostra());
    const { status, stdout } = innsats('init', '--ledger', ledger);
    expect(status).toBe(0);
    expect(stdout).toContain('volumes.csv');
    expect(readFileSync(join(dir, 'data', 'volumes.csv'), 'utf8')).toContain('Barnehage;;;201');
  });
});
