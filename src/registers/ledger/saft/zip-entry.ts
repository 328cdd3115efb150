// The one file in a zip archive, which is how SAF-T is delivered, as a stream of bytes. Encryption, archives in archives
// and what was made to fill a disk are refused.

import { openZip, type ZipArchive, type ZipEntry } from '../../archive/open-zip.ts';
import { beginsAsArchive, unpackEntry } from '../../archive/unpack-entry.ts';
import { ZipError } from '../../archive/zip-error.ts';
import { StopReading } from './stop-reading.ts';

/** More than this is no archive of one file. */
const MOST_DIRECTORY_BYTES = 1 << 20;
/** Ledgers in XML shrink to a twentieth or a fortieth; what grows beyond this was made to fill a disk. */
const MOST_GROWTH = 300;
const GROWTH_ALLOWED_TO = 50_000_000;

const zipFinding = (file: string, message: string, remedy: string) =>
  new StopReading({ rule: 'saft/zip', message, remedy, where: { file } });

/** The bytes of the only file in the archive, unpacked as they are asked for. `onRead` is told how many were read. */
export async function* zipEntryBytes(
  path: string,
  file: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  try {
    const entry = onlyFile(await openZip(path, MOST_DIRECTORY_BYTES), file);
    yield* bounded(unpackEntry(path, entry, onRead), entry, file);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw zipFinding(file, 'The zip archive is cut off or damaged.', 'Copy or export the file again.');
  }
}

/** Passes the unpacked bytes on as long as they can be those of a ledger. */
async function* bounded(
  pieces: AsyncIterable<Buffer>,
  { packed }: ZipEntry,
  file: string,
): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const piece of pieces) {
    if (length === 0 && beginsAsArchive(piece)) throw nested(file);
    length += piece.length;
    if (length > GROWTH_ALLOWED_TO && length > packed * MOST_GROWTH)
      throw zipFinding(
        file,
        `The archive grows to more than ${MOST_GROWTH} times its size, which no ledger does.`,
        'Ask the sender what it is, or unpack it and look.',
      );
    yield piece;
  }
}

const nested = (file: string) =>
  zipFinding(file, 'The archive holds another archive.', 'Unpack it and deliver the XML file.');

function onlyFile({ entries }: ZipArchive, file: string): ZipEntry {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
  const [entry] = files;
  if (!entry || files.length > 1)
    throw zipFinding(
      file,
      `The archive holds ${files.length} files; one XML file is expected.`,
      'Unpack it, and name the files at the source.',
    );
  if (/\.(zip|7z|gz|rar|tar)$/i.test(entry.name)) throw nested(file);
  if (entry.isEncrypted)
    throw zipFinding(file, 'The archive is locked with a password.', 'Unpack it and deliver the XML file.');
  if (entry.packing === 'unknown')
    throw zipFinding(file, 'The archive is packed in a way that is not known here.', 'Pack it as plain zip.');
  return entry;
}
