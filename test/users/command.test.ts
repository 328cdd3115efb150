// innsats users as people start it: what it shows, what it refuses, what it leaves on the disk, and that nobody is named.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, innsats } from '../support/cli.ts';
import { writeCareWorkspace } from './care-workspace.ts';
import { inFolders } from './costed-workspace.ts';

let [here, other, finish]: [string, string, () => void] = ['', '', () => {}];
let environment: Readonly<Record<string, string>>;
const run = (...args: string[]): Promise<Ended> => innsats(args, here, environment);

beforeAll(async () => {
  const ready = new Promise<void>((resolve) => {
    void inFolders(3, async (first = '', second = '', keys = '') => {
      const key = join(keys, 'key');
      writeFileSync(key, Buffer.alloc(32, 'the key of the tests'), { mode: 0o600 });
      environment = { INNSATS_PSEUDONYM_KEY_FILE: key, NO_COLOR: '1' };
      [here, other] = [first, second];
      writeCareWorkspace(here);
      writeCareWorkspace(other, { id: '9902', seed: 5, method: '{ step-down: [kitchen, staff] }' });
      await innsats(['run'], here, environment);
      const done = new Promise<void>((end) => {
        finish = end;
      });
      resolve();
      await done;
    });
  });
  await ready;
});
afterAll(() => finish());

describe('innsats users', () => {
  it('shows the finding first, and tables of at most 100 characters', async () => {
    for (const options of [
      [],
      ['--outliers'],
      ['--combinations'],
      ['--accounts'],
      ['--service', 'group-home'],
    ]) {
      const { code, stdout } = await run('users', ...options);
      expect(code, stdout).toBe(0);
      const [finding = '', ...lines] = stdout.split('\n');
      expect(finding).toMatch(/\d/);
      const table = lines.filter((line) => /─|│| {2}\S/.test(line) && !/Next:|kr\. |mill\./.test(line));
      for (const line of table.filter((each) => !each.startsWith('!') && !each.startsWith('·')))
        expect([...line].length, line).toBeLessThanOrEqual(100);
    }
  });

  it('speaks the four languages', async () => {
    for (const [language, word] of [
      ['nb', 'Brukere'],
      ['sv', 'Brukare'],
      ['da', 'Modtagere'],
      ['en', 'Users'],
    ] as const)
      expect((await run('--lang', language, 'users')).stdout).toContain(word);
  });

  it('gives machines all but persons', async () => {
    const { stdout } = await run('--json', 'users');
    const found = JSON.parse(stdout) as {
      users: number;
      lines: { kind: string; amountOre: string }[];
      ledgerOre: string;
    };
    const sum = found.lines.reduce((all, { amountOre }) => all + BigInt(amountOre), 0n);
    expect(String(sum)).toBe(found.ledgerOre);
    expect(found.users).toBe(51);
    expect(stdout).not.toMatch(/[plu][0-9a-f]{32}/);
  });

  it('names nobody anywhere: no identity of the files is in anything that is written or shown', async () => {
    const { stdout } = await run('users', '--outliers');
    const runs = join(here, '.innsats');
    const texts = readdirSync(runs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    for (const text of [stdout, ...texts])
      expect(/(?<![0-9A-Za-z])[KHE]-\d+(?!\d)/.exec(text)?.[0]).toBeUndefined();
  });

  it('leads from a user to postings and records', async () => {
    const { stdout } = await run('users');
    const figure = /explain (user:\w+)/.exec(stdout)![1]!;
    const first = await run('explain', figure);
    const part = /user:\w+@[\w/-]+/.exec(first.stdout)![0];
    const second = await run('explain', part);
    const object = /unit-cost:[\w/-]+/.exec(second.stdout)![0];
    const third = await run('explain', object);
    for (const { code, stdout: text } of [first, second, third]) expect(code, text).toBe(0);
    expect((await run('explain', part.replace(/^user:\w+@/, 'users:'))).stdout).toContain('Users of');
  });

  it('compares with a municipality whose users are costed, and says so where they are not', async () => {
    const before = await run('users', '--compare', other);
    expect([before.code, before.stderr]).toEqual([4, expect.stringContaining('Nothing has been run yet')]);
    await innsats(['run'], other, environment);
    expect((await run('users', '--compare', other)).stderr).toContain('are not costed yet');
    await innsats(['users'], other, environment);
    const { code, stdout } = await run('users', '--compare', other);
    expect(code).toBe(0);
    expect(stdout).toMatch(/costs \S+ kr (more|less) per inhabitant than in Municipality 9902/);
    expect(stdout).toContain('≠  method                 reciprocal               step-down');
    expect(stdout).toContain('The same data by the method of Municipality 9902');
  });

  it('signs for a question by its mark, and tells of a signature that stands for none', async () => {
    const { stdout } = await run('users');
    const mark = /(?<=\s)[0-9a-f]{8}(?=\s|$)/m.exec(stdout)![0];
    const signed = await run(
      'users',
      'sign',
      mark,
      '--by',
      'Anna "A" Berg',
      '--date',
      '2026-02-14',
      '--note',
      'ok: yes',
    );
    expect(signed.code, signed.stderr).toBe(0);
    expect((await run('users')).stdout).toContain(`${mark}  2026-02-14 Anna "A" Berg`);
    expect((await run('users', 'sign', 'ffffffff', '--by', 'Anna', '--date', '2026-02-14')).code).toBe(2);
    expect((await run('users', 'sign', mark, '--by', 'Anna', '--date', 'yesterday')).code).toBe(2);
    writeFileSync(join(here, 'signed.yaml'), '- { mark: "00000000", by: Anna, date: 2026-02-14 }\n');
    expect((await run('users')).stdout).toContain('stands for no question');
    writeFileSync(join(here, 'signed.yaml'), '- { mark: "00000000", by: Anna, date: today }\n');
    expect((await run('users')).code).toBe(3);
    writeFileSync(join(here, 'signed.yaml'), '');
  });

  it('refuses another model than the run’s, an unknown service, a folder that is none', async () => {
    expect((await run('users', '--service', 'nothing')).code).toBe(2);
    expect((await run('users', '--last-year', '/nowhere')).code).toBe(4);
    const model = join(here, 'innsats.yaml');
    const text = readFileSync(model, 'utf8');
    writeFileSync(model, text.replace('jump: 10 %', 'jump: 11 %'));
    const { code, stderr } = await run('users');
    expect([code, stderr]).toEqual([4, expect.stringContaining('The model has changed')]);
    writeFileSync(model, text);
  });

  it('is verified with the run', async () => {
    await run('users');
    const { code, stdout } = await run('verify');
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('user_natures');
  });
});
