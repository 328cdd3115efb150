// Broken files from short recipes, so that a case reads as what is wrong with it and no binary file is kept.

import type { LedgerSource } from '../../src/model/model.ts';
import { type HandMade, type Part, partsOf, row, type Word, zipOf } from './hand-made-workbook.ts';

/** What is done to the bytes, in order. Places below 0 count from the end. */
export type Step =
  | { readonly cut: number }
  | { readonly flip: number; readonly by: number }
  | { readonly put: string; readonly at: number }
  | { readonly append: string }
  /** Takes the first occurrence of a text, and repeats it. */
  | { readonly repeat: string; readonly times: number }
  | { readonly encode: 'latin1' | 'utf16le' };

/**
 * A ledger: as `text` (rows under the usual header where `rows` are given), as bytes in hexadecimal, or as a workbook
 * whose parts may be changed, or as an archive of other files.
 */
export type Recipe = {
  /** What is wrong, for people. */
  readonly about: string;
  readonly file?: string;
  readonly source?: Partial<LedgerSource> & { readonly controlTotal?: string };
  readonly text?: string;
  readonly rows?: readonly string[];
  readonly hex?: string;
  readonly workbook?: Partial<HandMade> & { readonly words?: readonly (readonly Word[])[] };
  /** By name; null takes the part away. A part that is not there is added. */
  readonly parts?: { readonly [name: string]: Partial<Part> | null };
  readonly archive?: { readonly [name: string]: string };
  readonly steps?: readonly Step[];
};

const HEADER = 'Kontostreng;Periode;Beløp';

/** The bytes that a recipe makes. */
export function cook(recipe: Recipe): Buffer {
  let bytes = rawOf(recipe);
  for (const step of recipe.steps ?? []) bytes = changed(bytes, step);
  return bytes;
}

function rawOf(recipe: Recipe): Buffer {
  if (recipe.hex !== undefined) return Buffer.from(recipe.hex, 'hex');
  if (recipe.rows) return Buffer.from(`${[HEADER, ...recipe.rows].join('\n')}\n`);
  if (recipe.archive)
    return zipOf(Object.entries(recipe.archive).map(([name, content]) => ({ name, content })));
  if (recipe.workbook) return zipOf(changedParts(partsOf(handMade(recipe.workbook)), recipe.parts ?? {}));
  return Buffer.from(recipe.text ?? '');
}

const handMade = ({ words, ...made }: NonNullable<Recipe['workbook']>): HandMade => ({
  rows: [HEADER.split(';'), ...(words ?? [])].map((cells, i) => row(i + 1, cells)).join(''),
  ...made,
});

function changedParts(parts: readonly Part[], changes: NonNullable<Recipe['parts']>): Part[] {
  const kept = parts.flatMap((part) => {
    const change = changes[part.name];
    return change === null ? [] : [{ ...part, ...change }];
  });
  const known = new Set(parts.map(({ name }) => name));
  const added = Object.entries(changes).filter(([name, change]) => change && !known.has(name));
  return [...kept, ...added.map(([name, change]) => ({ name, content: '', ...change }))];
}

function changed(bytes: Buffer, step: Step): Buffer {
  const place = (at: number): number => (at < 0 ? bytes.length + at : at);
  if ('cut' in step) return bytes.subarray(0, place(step.cut));
  if ('append' in step) return Buffer.concat([bytes, Buffer.from(step.append)]);
  if ('encode' in step) return Buffer.from(bytes.toString('utf8'), step.encode);
  if ('repeat' in step) {
    const at = bytes.indexOf(step.repeat);
    const more = Buffer.from(step.repeat.repeat(step.times));
    return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at + Buffer.byteLength(step.repeat))]);
  }
  const at = place('flip' in step ? step.flip : step.at);
  if ('put' in step) return Buffer.concat([bytes.subarray(0, at), Buffer.from(step.put), bytes.subarray(at)]);
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ step.by;
  return copy;
}
