// A year that is paid by what was granted, of a municipality that does not register what is given.

import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Db } from '../../src/store/db.ts';
import { verifyRun } from '../../verify/verify.ts';
import { FILES, followedWorkspace, followMonth } from '../support/followed-workspace.ts';

it('is as fresh as its grants, and says of nothing that it was not delivered', async () => {
  const db = await Db.open({ threads: 1 });
  const model = FILES['innsats.yaml']!.replaceAll('kind: delivered', 'kind: granted')
    .replace('volumes: delivered', 'volumes: granted')
    .replace('basis: delivered', 'basis: granted');
  const workspace = await followedWorkspace(db, { 'innsats.yaml': model });
  try {
    const { result, findings } = await followMonth(workspace, db, 6);
    expect(result?.year.freshness).toEqual({ ledgerMonth: 6, activityMonth: 6 });
    expect(findings.filter(({ rule }) => rule.startsWith('financing/'))).toEqual([]);
    const lines = new Set(result?.year.months.flatMap((month) => month.lines.map(({ line }) => line)));
    expect(lines.has('usage')).toBe(true);
    expect(lines.has('granted-not-delivered')).toBe(false);
    expect((await verifyRun(result!.dir, workspace.dir)).failures).toEqual([]);
  } finally {
    db.close();
    rmSync(workspace.dir, { recursive: true, force: true });
  }
});
