// Another key gives everybody another pseudonym and nothing else: all files with persons are read again, the ledger is
// not, and the costs are the same. Never are two keys in force together.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import { type Ended, innsats } from '../support/cli.ts';
import { HEADER, type Place, writeWorkspace } from './small-workspace.ts';

let db: Db;
beforeAll(async () => {
  db = await Db.open({ threads: 1 });
});
afterAll(() => db.close());

const row = (person: string): string => `${person};home-nursing;sjosiden;2025-03-31;60;\n`;
let place: Place;
afterEach(() => rmSync(place.root, { recursive: true }));

const run = (key: string, ...more: string[]): Promise<Ended> =>
  innsats(['-C', place.workspace, ...more], place.root, {
    ...place.environment,
    INNSATS_PSEUDONYM_KEY_FILE: join(place.root, 'keys', key),
  });
const currentFile = (): string => join(place.workspace, 'registers', 'current.json');
const inForce = (): string[] => JSON.parse(readFileSync(currentFile(), 'utf8')) as string[];
type Note = { readonly hash: string; readonly file: string; readonly keyId?: string };
const notes = (): Note[] =>
  inForce()
    .map((hash) => join(place.workspace, 'registers', hash, 'source.json'))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Note)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
const pseudonyms = async (): Promise<string[]> => {
  const files = notes().filter(({ keyId }) => keyId !== undefined);
  const paths = files.map(({ hash }) => join(place.workspace, 'registers', hash, 'persons.parquet'));
  const rows = await db.rows<{ pseudonym: string }>(
    `select distinct pseudonym from read_parquet(['${paths.join("', '")}']) order by 1`,
  );
  return rows.map(({ pseudonym }) => pseudonym);
};
const unitCosts = ({ stdout }: Ended): unknown => (JSON.parse(stdout) as { unitCosts: unknown }).unitCosts;

describe('another key', () => {
  it('reads all files with persons again, tells it, and costs the same', async () => {
    place = writeWorkspace({
      'delivered-1.csv': HEADER + row('01818512321') + row('02818512360'),
      'delivered-2.csv': HEADER + row('018185 12321') + row('A-17'),
    });
    const first = await run('a.key', '--json', 'run');
    expect(first.code).toBe(0);
    expect(first.stderr).not.toContain('another than before');
    const [one, two, ledger] = notes();
    const before = await pseudonyms();
    expect(before).toHaveLength(3);

    const second = await run('b.key', '--json', 'run');
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(
      /The key for pseudonyms is another than before \([0-9a-f]{12}, it was [0-9a-f]{12}\): everybody has a new pseudonym, and all files with persons are read again\./,
    );
    const after = await pseudonyms();
    expect(after).toHaveLength(3);
    expect(after.filter((pseudonym) => before.includes(pseudonym))).toEqual([]);
    expect(notes()[2]).toEqual(ledger);
    expect(notes().map(({ keyId }) => keyId)).not.toContain(one!.keyId);
    expect(unitCosts(second)).toEqual(unitCosts(first));

    const back = await run('a.key', '--json', 'run');
    expect(back.stderr).toContain('another than before');
    expect(notes()).toEqual([one, two, ledger]);
    expect(unitCosts(back)).toEqual(unitCosts(first));
    expect((await run('a.key', '--json', 'run')).stderr).not.toContain('another than before');
  });

  it('never stands beside the former: a register of two keys is read again with one', async () => {
    place = writeWorkspace({
      'delivered-1.csv': HEADER + row('01818512321'),
      'delivered-2.csv': HEADER + row('02818512360'),
    });
    await run('a.key', 'run');
    const [one] = notes();
    await run('b.key', 'run');
    const [, two, ledger] = notes();
    expect(one!.keyId).not.toBe(two!.keyId);
    writeFileSync(currentFile(), JSON.stringify([one!.hash, two!.hash, ledger!.hash].sort()));
    expect((await run('a.key', 'run')).code).toBe(0);
    expect(notes().map(({ keyId }) => keyId)).toEqual([one!.keyId, one!.keyId, undefined]);
  });

  it('is refused inside the workspace, with a message that says how to put it right', async () => {
    place = writeWorkspace({ 'delivered-1.csv': HEADER + row('01818512321') });
    writeFileSync(join(place.workspace, 'k'), Buffer.alloc(32, 'k'));
    const ended = await run('../workspace/k', 'run');
    expect(ended.code).toBe(4);
    expect(ended.stderr).toContain('Move it out and let INNSATS_PSEUDONYM_KEY_FILE name its new place.');
  });
});
