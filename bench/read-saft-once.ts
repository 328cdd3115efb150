// Reads one SAF-T file in a process of its own and says how long it took and what memory it came to:
// node bench/read-saft-once.ts <file> read|parse — the whole reader, or the parser alone with nothing listening.

import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SaxesParser } from 'saxes';
import type { LedgerSource } from '../src/model/model.ts';
import { readSaft } from '../src/registers/ledger/saft/read-saft.ts';
import { Db } from '../src/store/db.ts';

const SOURCE: LedgerSource = {
  read: 'saft',
  kind: 'actual',
  files: [],
  columns: {},
  dimensions: { responsibility: 'A', function: 'F' },
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 1, column: 1 },
};
const MODEL = {
  municipality: { id: '9901', country: 'NO' },
  years: { cost: 2025, price: 2026 },
  units: [],
  services: [],
} as const;

async function read(path: string): Promise<number> {
  const db = await Db.open({ threads: 2 });
  const context = { db, workspaceDir: dirname(path), stage: 'bench', model: MODEL };
  const outcome = await readSaft(basename(path), SOURCE, context);
  if (outcome.findings.length > 0 || outcome.sumOre !== 0n) throw new Error('the file was not read whole');
  db.close();
  return outcome.read;
}

async function parse(path: string): Promise<number> {
  const parser = new SaxesParser({ xmlns: false });
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }))
    parser.write(chunk as string);
  parser.close();
  return 0;
}

const [path = '', what] = process.argv.slice(2);
const start = performance.now();
const rows = await (what === 'parse' ? parse(path) : read(path));
const ms = performance.now() - start;
process.stdout.write(JSON.stringify({ ms, rows, peakMb: process.resourceUsage().maxRSS / 1024 }));
