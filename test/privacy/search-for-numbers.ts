// Looks for planted identity numbers in everything under a folder: as text in any spelling and encoding, as numbers in
// binary, and, since Parquet is compressed, cell by cell through the engine.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Db } from '../../src/store/db.ts';

/** Where numbers stand: file (or the name of a text) and how often. Only the places are told, never the number. */
export type Sighting = { readonly where: string; readonly numbers: number };

/** The numbers that a text holds, however they are divided by up to three other characters, or with a zero lost. */
export function numbersIn(text: string, planted: readonly string[]): number {
  const squeezed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\D{4,}/g, 'x')
    .replace(/[^\dx]/g, '');
  return planted.filter((number) => squeezed.includes(number) || holdsWithoutZero(squeezed, number)).length;
}

const holdsWithoutZero = (text: string, number: string): boolean =>
  number.startsWith('0') && text.includes(number.slice(1));

/** Sightings in every file under the folder, except below `leftOut` (paths relative to it). */
export async function searchFolder(
  db: Db,
  root: string,
  planted: readonly string[],
  leftOut: readonly string[],
): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  for (const file of filesBelow(root)) {
    const name = relative(root, file).replaceAll('\\', '/');
    if (leftOut.some((path) => name === path || name.startsWith(`${path}/`))) continue;
    const bytes = readFileSync(file);
    const cells = file.endsWith('.parquet') ? await cellsOf(db, file) : '';
    const readings = [
      name,
      cells,
      ...['latin1', 'utf8', 'utf16le'].map((code) => bytes.toString(code as 'utf8')),
    ];
    const numbers = Math.max(...readings.map((text) => numbersIn(text, planted)), binaryIn(bytes, planted));
    if (numbers > 0) sightings.push({ where: name, numbers });
  }
  return sightings;
}

/** How many files are searched: a search of nothing finds nothing. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function cellsOf(db: Db, file: string): Promise<string> {
  const rows = await db.rows<{ cells: string }>(
    'select to_json(columns(*))::varchar as cells from (select t as row from read_parquet($file) t)',
    { file },
  );
  return rows.map(({ cells }) => cells).join('\n');
}

/** The numbers as 64-bit integers or doubles, as a program would store them that took them for quantities. */
function binaryIn(bytes: Buffer, planted: readonly string[]): number {
  const eight = Buffer.alloc(8);
  return planted.filter((number) => {
    eight.writeBigInt64LE(BigInt(number));
    if (bytes.includes(eight)) return true;
    eight.writeDoubleLE(Number(number));
    return bytes.includes(eight);
  }).length;
}
