// The published build: TypeScript compiled into dist/, with the SQL statements that stand beside it.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
const isWindows = process.platform === 'win32';
const compiled = spawnSync(isWindows ? 'tsc.cmd' : 'tsc', ['--project', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
  shell: isWindows,
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
for (const folder of ['src', 'verify']) {
  cpSync(`${root}${folder}`, `${root}dist/${folder}`, {
    recursive: true,
    filter: (path) => !/\.(ts|md)$/.test(path),
  });
}
