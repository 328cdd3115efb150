// npm run demo: the main job on the demonstration municipality, from nothing to a page to look at. Writes Fjordvik
// into demo/, costs and prices it, lets the independent checker verify the run, and says what to run next.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateFjordvik } from '../demo/generate-fjordvik.ts';
import { KEY_FILE_VARIABLE } from '../registers/people/pseudonym.ts';
import { adopt } from './commands/prices.ts';
import { run } from './commands/run.ts';
import { users } from './commands/users.ts';
import { verify } from './commands/verify.ts';
import { endProgress, print, progressLine, strong } from './output.ts';
import { runMonthly } from './show-month.ts';

const folder = resolve('demo');
const workspace = join(folder, 'fjordvik');

mkdirSync(folder, { recursive: true });
rmSync(workspace, { recursive: true, force: true });
// Fjordvik's persons do not exist, so their key is no secret: a fixed one makes every demonstration the same.
const keyFile = join(folder, 'pseudonym.key');
writeFileSync(keyFile, Buffer.alloc(32, 'fjordvik demonstration key'), { mode: 0o600 });
process.env[KEY_FILE_VARIABLE] = keyFile;

await generateFjordvik(workspace, { progress: (file) => progressLine(`writing ${file} …`) });
endProgress();
print(
  strong(
    'Fjordvik kommune does not exist: its ledger, its activity and its 20,000 inhabitants are made up.\n',
  ),
);
print(strong('1 · What the services cost in 2025, and what they should be paid in 2026\n'));
await run({ workspace });
print();
await verify({ workspace });

print(strong('\n2 · 2026 followed month by month: who overran, and whose choice was it?\n'));
await adopt({ workspace, date: '2025-12-11' });
await adopt({ workspace, date: '2025-12-11', model: 'average-2026' });
print();
await runMonthly({ workspace, month: { year: 2026, month: 12 } });
print();
await verify({ workspace, month: '2026-12' });

print(strong('\n3 · What every user’s combination of services cost in 2025\n'));
await users({ workspace });

print(`
To run commands on the demonstration yourself:
  export ${KEY_FILE_VARIABLE}=demo/pseudonym.key
  npm run innsats -- -C demo/fjordvik check
  npm run innsats -- -C demo/fjordvik explain price:financing/home-nursing
  npm run innsats -- -C demo/fjordvik explain efficiency:innlandet
  npm run innsats -- -C demo/fjordvik run --month 2026-05
  npm run innsats -- -C demo/fjordvik whatif --growth wages=5%`);
