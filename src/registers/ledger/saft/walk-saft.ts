// Walks a SAF-T file as a stream: whatever its size, only the element at hand is in memory. What is not well-formed, is
// of another kind of file or is made to exhaust a machine stops the reading.

import { SaxesParser } from 'saxes';
import type { Element } from './saft-elements.ts';
import { StopReading } from './stop-reading.ts';

const SAFT_NAMESPACE = 'urn:StandardAuditFile-Taxation-Financial:NO';

/** No element, text or comment of a ledger is near this long. */
const LONGEST = 1_000_000;
/** Elements of the schema stand at most 9 deep. */
const DEEPEST = 100;

/**
 * Gives the texts of the file to the elements of `document`, the parent of AuditFile.
 * @throws StopReading at the first thing that is wrong, with its line and column.
 */
export async function walkSaft(texts: AsyncIterable<string>, document: Element, file: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  const stop = (rule: string, message: string, remedy: string): never => {
    const where = { file, line: parser.line, position: parser.columnIndex + 1 };
    throw new StopReading({ rule, message, remedy, where });
  };
  const seen = { position: 0 };
  followElements(parser, document, stop, seen);
  parser.on('doctype', () =>
    stop('saft/doctype', 'The file has a DOCTYPE, which SAF-T has not.', 'Export it without one.'),
  );
  parser.on('error', (error) => stop('saft/not-well-formed', whyNotWellFormed(error.message), REMEDY));
  for await (const text of texts) {
    parser.write(text);
    if (parser.position - seen.position > LONGEST)
      stop('saft/too-long', `The file has ${LONGEST} characters without a tag, which no ledger has.`, REMEDY);
  }
  parser.close();
}

const REMEDY = 'Export it again; it may have been cut off or changed on its way.';

type Stop = (rule: string, message: string, remedy: string) => never;
type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

function followElements(
  parser: SaxesParser<{ xmlns: false }>,
  document: Element,
  stop: Stop,
  seen: { position: number },
): void {
  const path: Element[] = [];
  let [here, text, passedOver] = [document, '', 0];
  let prefix: string | undefined;
  parser.on('opentag', (tag: Tag) => {
    seen.position = parser.position;
    prefix ??= prefixOfRoot(tag, stop);
    checkNamespace(tag, prefix, stop);
    const child = passedOver === 0 ? childOf(here, tag.name, prefix) : undefined;
    if (path.length + passedOver >= DEEPEST)
      stop('saft/too-deep', `The file has ${DEEPEST} elements within one another.`, REMEDY);
    if (!child) {
      passedOver += 1;
      return;
    }
    path.push(here);
    [here, text] = [child, ''];
    child.open?.();
  });
  const keep = (found: string): void => {
    if (passedOver === 0 && here.text) text += found;
  };
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('closetag', () => {
    seen.position = parser.position;
    if (passedOver > 0) {
      passedOver -= 1;
      return;
    }
    here.text?.(text.trim());
    here.close?.();
    here = path.pop()!;
  });
}

/** The element below `here` of this name, whose prefix must be that of the file. */
function childOf(here: Element, name: string, prefix: string): Element | undefined {
  if (prefix === '') return here.children.get(name);
  return name.startsWith(prefix) ? here.children.get(name.slice(prefix.length)) : undefined;
}

/** "n1:" or "" — what stands before the names of the file's elements. */
function prefixOfRoot({ name, attributes }: Tag, stop: Stop): string {
  const colon = name.indexOf(':') + 1;
  const prefix = name.slice(0, colon);
  const namespace = attributes[colon === 0 ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`];
  if (name.slice(colon) === 'AuditFile' && namespace === SAFT_NAMESPACE) return prefix;
  const isOther = namespace?.startsWith('urn:') || namespace?.startsWith('http');
  return stop(
    'saft/namespace',
    isOther
      ? 'The file is in XML, but of another kind than SAF-T Financial of Norway.'
      : `The file is in XML, but is no AuditFile of the namespace ${SAFT_NAMESPACE}.`,
    'Export the ledger as SAF-T Financial, version 1.1 to 1.3.',
  );
}

/** The prefix means the same in the whole file. */
function checkNamespace({ attributes }: Tag, prefix: string, stop: Stop): void {
  for (const name in attributes)
    if (
      name === (prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`) &&
      attributes[name] !== SAFT_NAMESPACE
    )
      stop('saft/namespace', 'The file changes its namespace on the way.', REMEDY);
}

/** What the parser found, without the texts of the file that its message may quote. */
function whyNotWellFormed(message: string): string {
  const [, why] = REASONS.find(([part]) => message.includes(part)) ?? [];
  return `The file is not well-formed XML${why === undefined ? '' : `: ${why}`}.`;
}

const REASONS: readonly (readonly [part: string, why: string])[] = [
  ['disallowed character', 'here stands a character that may not stand there, such as NUL or an unpaired <'],
  ['unclosed tag', 'it ends before all its elements are closed'],
  ['unexpected end', 'it ends within a tag'],
  ['must contain a root element', 'it has no element'],
  ['entity', 'here stands an entity that is not one of the five of XML'],
  ['text data outside of root node', 'here stands text outside of its elements'],
  ['unexpected close tag', 'here an element is closed that is not open'],
  ['unmatched closing tag', 'here an element is closed that is not open'],
  ['duplicate attribute', 'here an attribute stands twice'],
];
