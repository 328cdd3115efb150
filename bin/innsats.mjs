#!/usr/bin/env node
// Starts the program: the compiled one of a published package, the sources themselves in a clone. Where the machine's
// Node is too old, the Node that came with the dependencies is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // Node keeps its compiled form of the program's own files, so that a command starts in half the time.
  nodeModule.enableCompileCache();
  const compiled = new URL('../dist/src/cli/main.js', import.meta.url);
  const sources = new URL('../src/cli/main.ts', import.meta.url);
  const { main } = await import(existsSync(compiled) ? compiled.href : sources.href);
  await main(process.argv);
} else {
  process.exitCode = startWithOwnNode();
}

/** The exit code of the same command under the Node of the dependencies; 4 where there is none for this machine. */
function startWithOwnNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const found = nodeModule
      .createRequire(import.meta.url)
      .resolve(`node-${platform}-${process.arch}/package.json`);
    const node = join(dirname(found), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    return spawnSync(node, args, { stdio: 'inherit' }).status ?? 70;
  } catch {
    process.stderr.write(`innsats needs Node 22.18 or newer; this is ${process.versions.node}.\n`);
    return 4;
  }
}
