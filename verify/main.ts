// node verify/main.ts <workspace> [run]: checks a run, the latest by default; exit code 1 when a check fails.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRun } from './verify.ts';

const [workspace = '.', run] = process.argv.slice(2);
const runs = join(workspace, '.innsats', 'runs');
const age = (name: string) => statSync(join(runs, name, 'certificate.json')).mtimeMs;
const [latest = ''] = run
  ? [run]
  : readdirSync(runs)
      .filter((name) => !name.includes('.'))
      .sort((a, b) => age(b) - age(a));
const { checks, failures } = await verifyRun(join(runs, latest), workspace);
for (const { name, ok, detail } of checks) console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${detail}`);
for (const { table, key, message } of failures.slice(0, 50)) console.log(`  ${table} ${key}: ${message}`);
process.exitCode = failures.length > 0 ? 1 : 0;
