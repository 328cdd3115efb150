// How the letters of a text file are encoded: as declared, if its bytes bear that out, else found out from them.

import type { Finding } from '../../findings/finding.ts';
import type { Bytes, Encoding } from './inspect-bytes.ts';

type Decision = { readonly encoding?: Encoding; readonly findings: readonly Finding[] };

/** What the file's own bytes say: a byte order mark, then whether they are UTF-8; 80–9F only Windows-1252 has letters for. */
function foundOut(bytes: Bytes): Encoding {
  if (bytes.mark?.startsWith('utf-16')) return 'utf-16';
  if (bytes.notUtf8Line === undefined) return 'utf-8';
  return bytes.hasC1 ? 'windows-1252' : 'latin-1';
}

/**
 * The encoding to read with; a declared one that does not hold is refused with what the file seems to be. A file of
 * plain ASCII holds under any but UTF-16. "latin-1" with bytes 80–9F is read as Windows-1252, its superset in use.
 */
export function decideEncoding(file: string, bytes: Bytes, declared: Encoding | undefined): Decision {
  const found = foundOut(bytes);
  if (declared === undefined) return { encoding: found, findings: [] };
  if (declared === 'utf-16' && bytes.mark === undefined && bytes.nulLine === undefined) {
    return { findings: [disagrees(file, declared, found)] };
  }
  if (declared === 'utf-16' && bytes.mark !== 'utf-8') return { encoding: 'utf-16', findings: [] };
  const isSingleByte = (encoding: Encoding): boolean => encoding === 'latin-1' || encoding === 'windows-1252';
  const holds =
    declared === found ||
    (isSingleByte(declared) && (isSingleByte(found) || (found === 'utf-8' && !bytes.hasBeyondAscii)));
  if (holds) return { encoding: found, findings: [] };
  return { findings: [disagrees(file, declared, found, bytes.notUtf8Line)] };
}

function disagrees(file: string, declared: Encoding, found: Encoding, line?: number): Finding {
  const place = declared === 'utf-8' && line !== undefined ? ` (line ${line} is not)` : '';
  return {
    rule: 'table/encoding',
    severity: 'error',
    message: `The model says that the file is ${declared}, but its bytes are ${found}${place}.`,
    remedy: `Write encoding: ${found} in the source, or leave it out to have it found out.`,
    where: { file, ...(place && line !== undefined && { row: line }) },
  };
}
