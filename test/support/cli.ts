// The command line, started as people start it, in an environment of its own: for tests of all that it leaves behind.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/innsats.mjs', import.meta.url));

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** What a process needs to start, and to start quickly (vitest.config.ts). */
const STARTING = ['PATH', 'NODE_COMPILE_CACHE'];

/** Runs `innsats …` in a folder with these environment variables and no others but STARTING, and waits for its end. */
export function innsats(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const starting = STARTING.map((name) => [name, process.env[name] ?? '']);
  const env = { ...Object.fromEntries(starting), ...environment };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [PROGRAM, ...args],
      { cwd, env, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        done({ code, stdout, stderr });
      },
    );
  });
}
