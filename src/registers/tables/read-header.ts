// The header of a delimited text file: its column names and, where the model does not say, its delimiter.

import { parse } from 'csv-parse/sync';
import type { Bytes, Encoding } from './inspect-bytes.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** The decoder's label; WHATWG reads latin-1 as Windows-1252, which has the same letters outside 80–9F. */
export function decoderLabel(encoding: Encoding, mark: Bytes['mark']): string {
  if (encoding === 'utf-16') return mark === 'utf-16be' ? 'utf-16be' : 'utf-16le';
  return encoding === 'utf-8' ? 'utf-8' : 'windows-1252';
}

/** A name as it is compared: line breaks and runs of spaces are one space, none around it. */
export const plainName = (name: string): string => name.replace(/\s+/g, ' ').trim();

/**
 * Names are plain; `hasLineBreak` tells that one is written over several lines. The delimiter that is not declared is the one of ; , tab | under which most of the wanted names
 * are found, and among equals the one that gives most columns.
 */
export function readHeader(
  head: Uint8Array,
  encoding: Encoding,
  mark: Bytes['mark'],
  declared: string | undefined,
  wanted: readonly string[],
): { readonly header: readonly string[]; readonly delimiter: string; readonly hasLineBreak: boolean } {
  const text = new TextDecoder(decoderLabel(encoding, mark)).decode(head);
  const tried = (declared === undefined ? DELIMITERS : [declared]).map((delimiter) => {
    const names = firstRecord(text, delimiter);
    const header = names.map(plainName);
    const found = wanted.filter((name) => header.includes(plainName(name))).length;
    return { header, delimiter, found, hasLineBreak: names.some((name) => /[\r\n]/.test(name)) };
  });
  tried.sort((a, b) => b.found - a.found || b.header.length - a.header.length);
  return tried[0]!;
}

function firstRecord(text: string, delimiter: string): string[] {
  try {
    const records = parse(text, {
      delimiter,
      to: 1,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records[0] ?? [];
  } catch {
    return [];
  }
}
