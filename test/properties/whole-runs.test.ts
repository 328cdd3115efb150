// The whole line on the demonstration municipality, small: its files concatenated, split, renamed, shuffled and read
// with one, two or four threads give the same bytes in every result table.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateFjordvik } from '../../src/demo/generate-fjordvik.ts';
import { readModel } from '../../src/model/read-model.ts';
import { runYear } from '../../src/run/run-year.ts';
import { Db } from '../../src/store/db.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { randomFrom } from '../auditor/generate-network.ts';

const KEY = { secret: new Uint8Array(32).fill(9), file: 'test.key' };
let home = '';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'innsats-whole-'));
  await generateFjordvik(join(home, 'first'), { scale: 0.02 });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The hashes of all result tables but the findings, which name files. */
async function hashesOf(folder: string, threads: number): Promise<Record<string, string>> {
  const workspace = openWorkspace(folder);
  const { model } = await readModel(workspace.modelFile);
  const db = await Db.open({ threads });
  try {
    const { result, findings } = await runYear({ workspace, model: model!, modelFindings: [], db, key: KEY });
    if (!result) throw new Error(findings.map(({ message }) => message).join('\n'));
    const text = readFileSync(join(result.dir, 'certificate.json'), 'utf8');
    const { tables } = JSON.parse(text) as { tables: Record<string, { hash: string }> };
    const entries = Object.entries(tables).filter(([name]) => name !== 'findings');
    return Object.fromEntries(entries.map(([name, { hash }]) => [name, hash]));
  } finally {
    db.close();
  }
}

/** The delivery again, every kind of file cut into `pieces` new files with its rows in an order of chance. */
function delivered(seed: number, pieces: number): string {
  const folder = join(home, `seed-${seed}`);
  cpSync(join(home, 'first'), folder, {
    recursive: true,
    filter: (path) => !/registers|\.innsats/.test(path),
  });
  const random = randomFrom(seed);
  const data = join(folder, 'data');
  for (const start of ['ledger-2025-', 'delivered-2025-home-care-']) {
    const files = readdirSync(data).filter((file) => file.startsWith(start));
    const texts = files.map((file) => decode(readFileSync(join(data, file))).replaceAll('\u00a0', ' '));
    const header = texts[0]!.split(/\r?\n/, 1)[0]!;
    const rows = texts.flatMap((text) => text.split(/\r?\n/).slice(1)).filter((row) => row !== '');
    for (const file of files) rmSync(join(data, file));
    for (let i = rows.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [rows[i], rows[j]] = [rows[j]!, rows[i]!];
    }
    const size = Math.ceil(rows.length / pieces);
    for (let piece = 0; piece < pieces; piece++) {
      const part = rows.slice(piece * size, (piece + 1) * size);
      writeFileSync(
        join(data, `${start}part-${random.below(1e9)}-${piece}.csv`),
        [header, ...part, ''].join('\n'),
      );
    }
  }
  return folder;
}

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

describe('the same books in another delivery', () => {
  it('give the same bytes in every table', async () => {
    mkdirSync(home, { recursive: true });
    const first = await hashesOf(join(home, 'first'), 2);
    expect(Object.keys(first).length).toBeGreaterThan(10);
    for (const [seed, pieces, threads] of [
      [1, 1, 4],
      [2, 7, 1],
    ] as const) {
      expect(await hashesOf(delivered(seed, pieces), threads), `seed ${seed}`).toEqual(first);
    }
  });
});
