// The page on files is what the schemas say, and every table that is written is on it.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { userFilesPage } from '../../src/reports/users/layout-page.ts';
import { writeCareWorkspace } from './care-workspace.ts';
import { costWorkspace, inFolders, userFiles } from './costed-workspace.ts';

it('docs/user-files.md is what the schemas say (node scripts/write-user-files.ts writes it again)', () => {
  expect(readFileSync(new URL('../../docs/user-files.md', import.meta.url), 'utf8')).toBe(userFilesPage());
});

it('every file that is written is on the page, with its columns', async () => {
  const files = await inFolders(1, async (dir = '') => {
    writeCareWorkspace(dir);
    return userFiles(await costWorkspace(dir));
  });
  const page = userFilesPage();
  for (const [name, text] of files) {
    const table = name.replace(/^.*\/|\.csv$/g, '');
    const [, part = ''] = page.split(`### ${table}\n`);
    const columns = [...part.split('###')[0]!.matchAll(/^\| (\w+) \| [A-Z]{3}/gm)].map(
      ([, column]) => column,
    );
    expect(columns, table).toEqual(text.split('\r\n')[0]!.split(','));
  }
  expect(files.size).toBe(page.match(/^### /gm)!.length);
});
