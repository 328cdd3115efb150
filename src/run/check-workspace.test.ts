import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkedModel, type Files } from '../../test/support/checked-workspace.ts';
import { describePlace, isRefused } from '../findings/finding.ts';
import { importSources } from '../registers/import-sources.ts';
import { Db } from '../store/db.ts';
import { workspaceAt } from '../store/workspace.ts';
import { checkWorkspace, type WorkspaceCheck } from './check-workspace.ts';

const KEY = { secret: new Uint8Array(32).fill(7), file: 'of this test' };
const STAY = ['15844100016;nursing-home;north;2025-05;42'];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'innsats-check-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function check(files: Files, accepted?: string): Promise<WorkspaceCheck> {
  for (const [file, lines] of Object.entries(files))
    writeFileSync(join(dir, file), `person;service;unit;date;quantity\n${lines.join('\n')}\n`);
  if (accepted !== undefined) writeFileSync(join(dir, 'accepted.yaml'), accepted);
  const db = await Db.open({ threads: 2 });
  try {
    return await checkWorkspace({
      workspace: workspaceAt(dir),
      model: checkedModel(files),
      modelFindings: [],
      db,
      key: KEY,
    });
  } finally {
    db.close();
  }
}

const rules = ({ findings }: WorkspaceCheck): string[] =>
  findings.map(({ rule, accepted }) => `${rule}${accepted ? ` (${accepted.reason})` : ''}`);

describe('checking a workspace', () => {
  it('asks the rules of files that were never imported, and leaves nothing behind', async () => {
    const checked = await check({ 'delivered.csv': STAY });
    expect(checked.isRegisterChecked).toBe(true);
    expect(rules(checked)).toContain('checks/too-many-days');
    expect(existsSync(join(dir, 'registers'))).toBe(false);
    expect(readdirSync(join(dir, '.innsats'))).toEqual([]);
  });

  it('sweeps away what a check that was killed has left, and not the folder of one that runs', async () => {
    mkdirSync(join(dir, '.innsats', 'checking-2147483646'), { recursive: true });
    mkdirSync(join(dir, '.innsats', `checking-${process.ppid}`));
    await check({ 'delivered.csv': STAY });
    expect(readdirSync(join(dir, '.innsats'))).toEqual([`checking-${process.ppid}`]);
  });

  it('asks of a corrected file what it would be, not what it was', async () => {
    const files = { 'delivered.csv': STAY };
    await check(files);
    const db = await Db.open({ threads: 2 });
    await importSources({ workspace: workspaceAt(dir), model: checkedModel(files), db, key: KEY });
    db.close();
    const corrected = await check({ 'delivered.csv': ['15844100016;nursing-home;north;2025-05;31'] });
    expect(corrected.changes.map(({ kind }) => kind)).toEqual(['corrected']);
    expect(rules(corrected)).not.toContain('checks/too-many-days');
  });

  it('does not ask the rules where the import would be refused, until that is accepted', async () => {
    const files = { 'delivered-1.csv': STAY, 'delivered-2.csv': STAY };
    const refused = await check(files);
    expect(refused.isRegisterChecked).toBe(false);
    expect(rules(refused)).toEqual(['import/duplicate-file']);
    const entry =
      '- { rule: import/duplicate-file, place: delivered-2.csv, reason: two homes, date: 2026-02-14 }\n';
    const accepted = await check(files, entry);
    expect(accepted.isRegisterChecked).toBe(true);
    expect(isRefused(accepted.findings)).toBe(false);
    expect(rules(accepted)).toContain('import/duplicate-file (two homes)');
    expect(rules(accepted)).toContain('checks/too-many-days');
  });

  it('tells of acceptances that have nothing left to accept, but not of costing, which it does not try', async () => {
    const entries = ['checks/turned-sign', 'costing/parked']
      .map((rule) => `- { rule: ${rule}, place: "*", reason: known, date: 2026-02-14 }\n`)
      .join('');
    const { findings } = await check({ 'delivered.csv': STAY }, entries);
    const idle = findings.filter(({ rule }) => rule === 'accepted/nothing-to-accept');
    expect(idle.map(({ where }) => describePlace(where))).toEqual(['accepted.yaml:1:3']);
  });
});
