// Opening a workspace: where things stand in it, and what people are told when it is not there.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace } from './workspace.ts';
import { onDisk, WorkspaceError } from './workspace-error.ts';

const dir = mkdtempSync(join(tmpdir(), 'innsats-workspace-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('openWorkspace', () => {
  it('tells that there is no folder, or no model in it, and what to do', () => {
    expect(() => openWorkspace(join(dir, 'nowhere'))).toThrow(
      `There is no folder ${join(dir, 'nowhere')}. Make it, then run "innsats init" in it.`,
    );
    expect(() => openWorkspace(dir)).toThrow(
      `There is no innsats.yaml in ${dir}. Go to the folder that has one, or run "innsats init" here.`,
    );
  });

  it('says where everything stands', () => {
    writeFileSync(join(dir, 'innsats.yaml'), '');
    expect(openWorkspace(dir)).toEqual({
      dir,
      modelFile: join(dir, 'innsats.yaml'),
      acceptedFile: join(dir, 'accepted.yaml'),
      registersDir: join(dir, 'registers'),
      currentFile: join(dir, 'registers', 'current.json'),
      runsDir: join(dir, '.innsats', 'runs'),
      monthsDir: join(dir, '.innsats', 'months'),
      pricesDir: join(dir, 'prices'),
      closingsDir: join(dir, 'closings'),
    });
  });
});

describe('onDisk', () => {
  it.each([
    ['ENOSPC', 'the disk is full: make room and try again'],
    ['EACCES', 'access was denied: check who may read and write there'],
    ['EXDEV', 'the system says EXDEV'],
  ])('tells %s in words', async (code, words) => {
    const failure = onDisk('write the register', () =>
      Promise.reject(Object.assign(new Error(code), { code })),
    );
    await expect(failure).rejects.toThrow(new WorkspaceError(`Could not write the register: ${words}.`));
  });

  it('knows a full disk also when the engine tells of it', async () => {
    const failure = onDisk('write', () => Promise.reject(new Error('IO Error: No space left on device')));
    await expect(failure).rejects.toThrow('the disk is full');
  });
});
