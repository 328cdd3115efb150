// The data files of a generated workspace, read back as plainly as can be: no reader of the program is asked.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Fields = readonly string[];

/** The rows, without headers, of the files in `data/` whose names begin so. */
export async function rowsOfFiles(dir: string, prefix: string): Promise<Fields[]> {
  const names = (await readdir(join(dir, 'data'))).filter((name) => name.startsWith(prefix)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(dir, 'data', name), encodingOf(name))));
  return texts.flatMap((text) =>
    text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';')),
  );
}
/** The old accounting system of Fjordvik wrote Latin-1. */
const encodingOf = (name: string): 'latin1' | 'utf8' => (/ledger-2025-q[12]/.test(name) ? 'latin1' : 'utf8');

/** "1 234,50" in hundredths: øre, or hundredths of an hour. */
export const hundredthsOf = (text: string): bigint => BigInt(text.replaceAll(/[ ,]/g, ''));

/** A sum for each key. */
export function sumsBy<K>(
  rows: readonly Fields[],
  keyOf: (row: Fields) => K,
  of: (row: Fields) => bigint,
): Map<K, bigint> {
  const found = new Map<K, bigint>();
  for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0n) + of(row));
  return found;
}
