// npm run demo: the main job on the demonstration municipality, from nothing to a page to look at. Writes Fjordvik
// into demo/, costs and prices it, lets the independent checker verify the run, and says what to run next.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateFjordvik } from '../demo/generate-fjordvik.ts';
import { KEY_FILE_VARIABLE } from '../registers/people/pseudonym.ts';
import { run } from './commands/run.ts';
import { verify } from './commands/verify.ts';
import { endProgress, print, progressLine, strong } from './output.ts';

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
await run({ workspace });
print();
await verify({ workspace });
print(`
To run commands on the demonstration yourself:
  export ${KEY_FILE_VARIABLE}=demo/pseudonym.key
  npm run innsats -- -C demo/fjordvik check
  npm run innsats -- -C demo/fjordvik explain price:financing/home-nursing
  npm run innsats -- -C demo/fjordvik explain pool:management --forward`);
