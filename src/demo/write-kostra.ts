// Writes KOSTRA's accounting file (form 0A and its kin): fixed-width records of 48 characters in thousand kroner, as
// municipalities report them to Statistics Norway.

import { writeFile } from 'node:fs/promises';
import { byKey } from '../money/apportion.ts';

/** Account class ("1" operating, "0" investment), function, article and thousand kroner, income negative. */
export type KostraRecord = {
  readonly class: string;
  readonly function: string;
  readonly article: string;
  readonly thousand: number;
};

export type KostraFile = {
  /** "0A": a municipality's operations. */
  readonly form: string;
  readonly year: number;
  /** "1" to "4"; absent in the file of a whole year. */
  readonly quarter?: string;
  /** Municipality and 00: "990200". */
  readonly region: string;
  readonly organisation?: string;
  readonly records: readonly KostraRecord[];
};

/** One record: form 1–2, year 3–6, quarter 7, region 8–13, numbers 14–31, class 32, function 33–36, article 37–39, amount 40–48. */
function recordText(file: KostraFile, record: KostraRecord): string {
  const amount = String(record.thousand);
  const parts: readonly (readonly [text: string, width: number])[] = [
    ...([
      [file.form, 2],
      [String(file.year), 4],
      [file.quarter ?? '', 1],
      [file.region, 6],
    ] as const),
    ...([
      [file.organisation ?? '', 9],
      ['', 9],
    ] as const),
    ...([
      [record.class, 1],
      [record.function, 4],
      [record.article, 3],
      [amount.padStart(9), 9],
    ] as const),
  ];
  return parts
    .map(([text, width]) => {
      if (text.length > width) throw new RangeError(`"${text}" does not fit in ${width} characters`);
      return text.padEnd(width);
    })
    .join('');
}

/** The file's text: records in order of class, function and article, each on a line of 48 characters. */
export function kostraText(file: KostraFile): string {
  const lines = file.records.map((record) => recordText(file, record));
  return lines
    .sort((a, b) => byKey(a.slice(31, 39), b.slice(31, 39)))
    .map((line) => `${line}\n`)
    .join('');
}

/** Writes the file. Throws RangeError when a code or amount does not fit its columns. */
export const writeKostra = (path: string, file: KostraFile): Promise<void> =>
  writeFile(path, kostraText(file));
