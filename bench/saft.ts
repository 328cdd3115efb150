// What a ledger in SAF-T costs to read beside an XML parser that nothing listens to, and whether memory grows with it.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSaft } from '../src/demo/write-saft.ts';
import { type Measured, median } from './measured.ts';
import { saftLines } from './saft-lines.ts';

const ONCE = fileURLToPath(new URL('read-saft-once.ts', import.meta.url));
const ROUNDS = 7;
const FILE = { year: 2025, organisation: '999999999', name: 'Fjordvik' };
/** A line and its share of the voucher take some 340 bytes. */
const LINES_PER_MB = 2_950;

type Once = { readonly ms: number; readonly rows: number; readonly peakMb: number };

/** Time at 20 MB, the two taking turns, median of seven; peak memory at 10 and at `largeMb`, 2 GB in a soak. */
export async function benchSaft(largeMb = 200): Promise<Measured[]> {
  const dir = await mkdtemp(join(tmpdir(), 'innsats-bench-'));
  try {
    return [await benchSpeed(dir), await benchMemory(dir, largeMb)];
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function benchSpeed(dir: string): Promise<Measured> {
  const path = await write(dir, 20);
  const reads: number[] = [];
  const parses: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    parses.push(once(path, 'parse').ms);
    const found = once(path, 'read');
    reads.push(found.ms);
    rows = found.rows;
  }
  const [readMs, parseMs] = [median(reads), median(parses)];
  return {
    name: 'SAF-T ÷ parser alone',
    ratio: readMs / parseMs,
    aim: 3,
    detail: `${Math.round(rows / readMs)} thousand rows a second: ${readMs.toFixed(0)} ms against ${parseMs.toFixed(0)} ms`,
  };
}

async function benchMemory(dir: string, largeMb: number): Promise<Measured> {
  const small = once(await write(dir, 10), 'read');
  const path = await write(dir, largeMb);
  const large = once(path, 'read');
  const size = (await stat(path)).size / 1e6;
  return {
    name: 'SAF-T memory, large ÷ 10 MB',
    ratio: large.peakMb / small.peakMb,
    aim: 1.5,
    detail: `${large.peakMb.toFixed(0)} MB for a file of ${size.toFixed(0)} MB, ${large.rows} rows; ${small.peakMb.toFixed(0)} MB for one of 10 MB`,
  };
}

async function write(dir: string, megabytes: number): Promise<string> {
  const path = join(dir, `${megabytes}.xml`);
  await writeSaft(path, { ...FILE, lines: saftLines(megabytes * LINES_PER_MB) });
  return path;
}

const once = (path: string, what: 'read' | 'parse'): Once =>
  JSON.parse(execFileSync(process.execPath, [ONCE, path, what], { encoding: 'utf8' })) as Once;
