// Writes docs/user-files.md from the schemas of the files that cost per user writes.

import { writeFileSync } from 'node:fs';
import { userFilesPage } from '../src/reports/users/layout-page.ts';

writeFileSync(new URL('../docs/user-files.md', import.meta.url), userFilesPage());
