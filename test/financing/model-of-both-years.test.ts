// What is told of a model that is followed: of its cost year, and what only the finance year has; each once.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requireFinancing } from '../../src/cli/month-door.ts';
import { workspaceAt } from '../../src/store/workspace.ts';
import { FILES, writeFiles } from '../support/followed-workspace.ts';

it('a purchaser that changes in the finance year is told, though the cost year knows nothing of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-both-years-'));
  try {
    const rows = [
      'id;name;kind;responsibilities;purchaser;from;to',
      'north;North;provider;1000-1009;office;;2026-06-30',
      'north;North;provider;1000-1009;other;2026-07-01;',
      'south;South;provider;2000-2009;office;;',
      'office;Office;purchaser;3000;;;',
      'other;Other;purchaser;3100;;;',
    ];
    writeFiles(workspaceAt(dir), { ...FILES, 'data/units.csv': `${rows.join('\n')}\n` });
    const { findings } = await requireFinancing({ workspace: dir });
    expect(findings.map(({ message }) => message)).toEqual([
      'no nature is called "income": what units earn themselves counts as goods.',
      'the unit "north" changes its purchaser within the year; it is taken for the whole year as it is in the end.',
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
