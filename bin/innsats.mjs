#!/usr/bin/env node
// Starts the program: the compiled one of a published package, the sources themselves in a clone.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `innsats needs Node 22.18 or newer; this is ${process.versions.node}. In a clone, "npm run innsats -- …" brings its own.\n`,
  );
  process.exit(4);
}
const compiled = new URL('../dist/src/cli/main.js', import.meta.url);
const { main } = await import(existsSync(compiled) ? compiled.href : new URL('../src/cli/main.ts', import.meta.url).href);
await main(process.argv);
