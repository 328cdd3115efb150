// Makes `npm test` and `npm run demo` work from a bare clone: installs the locked dependencies when they are
// absent or older than the lock file. Plain JavaScript, because it runs on whatever Node the machine has; the
// locked dependencies bring the Node that runs everything after it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const marker = `${root}node_modules/.innsats-lock`;
const lock = readFileSync(`${root}package-lock.json`, 'utf8');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  process.stderr.write('Installing the locked dependencies (once) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write(
      'npm ci failed (see above). Innsats needs npm and a route to an npm registry the first time it is set up.\n',
    );
    process.exit(done.status ?? 1);
  }
  writeFileSync(marker, lock);
}
