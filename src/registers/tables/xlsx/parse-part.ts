// A workbook's parts are XML: read a piece at a time, well-formed or refused, and without any entities of their own.

import { SaxesParser } from 'saxes';
import { damaged, refused, WorkbookError } from './workbook-error.ts';

/** Attributes by their name in the file; names of elements come without their prefix. */
export type PartEvents = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Parses the pieces, and stops after each of them so that what the events have gathered can be taken.
 * @throws WorkbookError when the part is not well-formed, not UTF-8 or UTF-16, or declares entities.
 */
export async function* parsePart(pieces: AsyncIterable<Buffer>, events: PartEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw damaged('a part is not well-formed');
  });
  parser.on('doctype', () => {
    throw refused('The workbook declares entities of its own, which no spreadsheet program writes.');
  });
  parser.on('opentag', ({ name, attributes }) =>
    events.open(local(name), attributes as Record<string, string>),
  );
  const { text, close } = events;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decode(decoder, piece));
    yield;
  }
  if (!decoder) throw damaged('a part is empty');
  parser.write(decode(decoder));
  parser.close();
  yield;
}

/** Parses a small part to its end. */
export async function parseWhole(pieces: AsyncIterable<Buffer>, events: PartEvents): Promise<void> {
  for await (const _ of parsePart(pieces, events));
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

const encodingOf = (first: Buffer): string =>
  first[0] === 0xff && first[1] === 0xfe
    ? 'utf-16le'
    : first[0] === 0xfe && first[1] === 0xff
      ? 'utf-16be'
      : 'utf-8';

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw damaged('a part has letters that are not UTF-8');
    throw error;
  }
}

/** What went wrong, when it is the workbook's fault; anything else is thrown on. */
export function faultOf(error: unknown): WorkbookError['fault'] {
  if (error instanceof WorkbookError) return error.fault;
  throw error;
}
