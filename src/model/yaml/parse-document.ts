// From the bytes of a model file to YAML nodes with places; what cannot be read as YAML is said by line and column.

import { basename, dirname } from 'node:path';
import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Finding } from '../../findings/finding.ts';
import { complain, type Reading, type Spot, spotOf } from './spot.ts';

/** The root of a document, or undefined where the findings say that the rest cannot be trusted. */
export type Parsed = { readonly root?: Spot; readonly findings: Finding[] };

/** Parses a model file. Every scalar stays the text that was written, so that `010` is "010". */
export function parseModelDocument(bytes: Uint8Array, file: string): Parsed {
  const name = basename(file);
  const text = decode(bytes);
  if (text === undefined) {
    const where = { file: name, line: firstInvalidLine(bytes), position: 1 };
    const message = 'the file is not in UTF-8.';
    return {
      findings: [
        { rule: 'model/syntax', severity: 'error', message, remedy: 'Save it again as UTF-8.', where },
      ],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    prettyErrors: false,
    // Not 'silent', which would also keep quiet about a second document in the file.
    logLevel: 'error',
    stringKeys: true,
  });
  const reading: Reading = { file: name, folder: dirname(file), lines, document, findings: [] };
  const isBroken = reportSyntax(reading, document);
  const { findings } = reading;
  return isBroken ? { findings } : { root: spotOf(reading, document.contents, 0), findings };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    if (decode(bytes.subarray(start, i)) === undefined) return line;
    line += 1;
    start = i + 1;
  }
  return 1;
}

/** Reports what is wrong with the YAML itself; true when the rest cannot be trusted. */
function reportSyntax(reading: Reading, document: Document): boolean {
  if (reportTabs(reading, document)) return true;
  for (const error of document.errors) {
    const isTwice = error.code === 'DUPLICATE_KEY';
    complain(
      { reading, node: null, offset: error.pos[0] },
      {
        rule: isTwice ? 'duplicate-key' : 'syntax',
        message: isTwice
          ? 'this key stands twice in the same place.'
          : `not readable as YAML: ${inPlain(error)}.`,
        remedy: isTwice
          ? 'Keep one of the two.'
          : 'Look at indentation, colons, quotation marks and brackets here.',
      },
    );
  }
  return document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
}

/** A file that is indented with tabs has one fault on every line, and others that come of it: it is told once. */
function reportTabs(reading: Reading, document: Document): boolean {
  const tab = document.errors.find(({ code }) => code === 'TAB_AS_INDENT');
  if (!tab) return false;
  complain(
    { reading, node: null, offset: tab.pos[0] },
    {
      rule: 'syntax',
      message: 'lines are indented with tabs.',
      remedy: 'Write spaces, here and below: most editors can turn all tabs into spaces at once.',
    },
  );
  return true;
}

function inPlain({ message }: YAMLError): string {
  const [first = ''] = message.split('\n');
  return first.replace(/[.:\s]+$/, '').replace(/^./, (letter) => letter.toLowerCase());
}
