// The zip archive that a workbook is: its parts by name, and each of them unpacked up to a limit.

import { openZip, type ZipEntry } from '../../archive/open-zip.ts';
import { unpackEntry } from '../../archive/unpack-entry.ts';
import { ZipError } from '../../archive/zip-error.ts';
import { damaged, refused } from './workbook-error.ts';

/** Parts by name, small letters and "/" between folders. */
export type Archive = { readonly path: string; readonly entries: ReadonlyMap<string, ZipEntry> };

const LARGEST_DIRECTORY = 16 << 20;

/** What a name in the directory is looked up by. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Reads the directory. @throws WorkbookError when the file is no whole zip archive or is encrypted. */
export async function openArchive(path: string): Promise<Archive> {
  try {
    const { entries, isLast } = await openZip(path, LARGEST_DIRECTORY);
    if (!isLast) throw damaged('its end is missing');
    const parts = new Map<string, ZipEntry>();
    for (const entry of entries) {
      if (entry.isEncrypted) throw refused('The workbook is encrypted.', 'Save it without a password.');
      if (entry.packing === 'unknown') throw refused('The workbook is packed in a way that is not known.');
      if (parts.has(partName(entry.name))) throw damaged('a part stands in it twice');
      parts.set(partName(entry.name), entry);
    }
    return { path, entries: parts };
  } catch (error) {
    throw asWorkbookError(error);
  }
}

/**
 * Unpacks a part. `limit` is the most bytes that it may unpack to.
 * @throws WorkbookError when it is larger, or is not as long or not what the directory says.
 */
export async function* unpack(archive: Archive, entry: ZipEntry, limit: number): AsyncGenerator<Buffer> {
  if (entry.unpacked > limit)
    throw refused(
      `The workbook unpacks to more than ${limit / 2 ** 20} MB in one part, which is more than is read.`,
      'Save it as CSV (UTF-8) or Parquet, or split it.',
    );
  try {
    yield* unpackEntry(archive.path, entry);
  } catch (error) {
    throw asWorkbookError(error);
  }
}

function asWorkbookError(error: unknown): unknown {
  if (!(error instanceof ZipError)) return error;
  const { kind, what } = error.fault;
  return kind === 'tooLarge' ? refused('The workbook has too many parts to be one.') : damaged(what);
}
