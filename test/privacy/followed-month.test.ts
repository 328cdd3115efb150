// A followed month from prices to settlement and cost per user, by the command line: none of the identity numbers that
// its deliveries name stands in any output, page, closing, table or log.

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import { innsats } from '../support/cli.ts';
import { followedWorkspace, PERSONS, writeFiles } from '../support/followed-workspace.ts';
import { filesBelow, numbersIn, searchFolder } from './search-for-numbers.ts';

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());

const COMMANDS = [
  'budget',
  'run --month 2026-01',
  'run --month 2026-01 --unit north --joint --json',
  'close 2026-01 --date 2026-02-10',
  'run --month 2026-12',
  'verify --month 2026-12',
  'explain earned:north@3',
  'explain quantity:delivered/home-care/north@3',
  'explain efficiency:north@3/usage',
  'settle',
  'run',
  'users --outliers',
  'whatif --growth wages=5%',
];

describe('a followed month', () => {
  it('names nobody', async () => {
    const workspace = await followedWorkspace(db);
    const keyFile = `${workspace.dir}.key`;
    writeFileSync(keyFile, Buffer.alloc(32, 7), { mode: 0o600 });
    writeFiles(workspace, {
      'comments/2026-01.yaml': `- { unit: north, text: "concerns ${PERSONS[0]}", by: leader, date: 2026-02-01 }\n`,
    });
    expect(PERSONS.length).toBeGreaterThan(4);
    for (const command of COMMANDS) {
      const ended = await innsats(command.split(' '), workspace.dir, { INNSATS_PSEUDONYM_KEY_FILE: keyFile });
      expect(numbersIn(`${ended.stdout}\n${ended.stderr}`, PERSONS), command).toBe(0);
      expect([0, 1], `${command}\n${ended.stderr}`).toContain(ended.code);
    }
    expect(filesBelow(workspace.dir).length).toBeGreaterThan(100);
    expect(await searchFolder(db, workspace.dir, PERSONS, ['data', 'comments'])).toEqual([]);
  }, 120_000);
});
