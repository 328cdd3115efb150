// Reads a ledger that another system has exported as SAF-T Financial (Norway, versions 1.0 to 1.3), as a stream: every
// line of its transactions becomes a posting in øre, or a finding that names its running number in the file.

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import type { ReadContext, ReadOutcome } from '../../reader.ts';
import { refusal } from '../../tables/outcome.ts';
import { decodeXml } from './decode-xml.ts';
import { SaftBook } from './saft-book.ts';
import { saftBytes } from './saft-bytes.ts';
import { saftElements } from './saft-elements.ts';
import { PostingStage } from './stage-saft.ts';
import { StopReading } from './stop-reading.ts';
import { walkSaft } from './walk-saft.ts';

/** Bumped whenever the same file would give other rows or findings: snapshots of an older reader are read again. */
export const SAFT_READER = { name: 'saft', version: 1 };

/** `file` is relative to the workspace. See ReadOutcome for the tables; wrong data is a finding, never thrown. */
export async function readSaft(
  file: string,
  source: LedgerSource,
  context: ReadContext,
): Promise<ReadOutcome> {
  const stage = await PostingStage.open(context);
  const book = new SaftBook(file, source, context, stage);
  const stopped = await walkFile(file, book, stage, context);
  stage.close();
  const { read, refused, sumOre, years } = book;
  const findings = [...(stopped ? [stopped] : []), ...book.findings(stopped !== undefined)];
  if (stopped || read === refused) return refusal('ledger', findings, read);
  context.progress?.(1);
  return {
    register: 'ledger',
    read,
    refused,
    sumOre,
    years,
    covers: book.covers(),
    findings,
    tables: await stage.tables(...book.accounts()),
  };
}

/** Reads the whole file into the book; the finding that ended it early, if any. */
async function walkFile(
  file: string,
  book: SaftBook,
  stage: PostingStage,
  context: ReadContext,
): Promise<Finding | undefined> {
  const path = resolve(context.workspaceDir, file);
  const { size } = await stat(path);
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    context.progress?.(Math.min(done / Math.max(size, 1), 0.95));
  };
  try {
    const texts = decodeXml(await saftBytes(path, file, onRead), file);
    await walkSaft(packing(texts, stage), saftElements(book, book.wantedTypes), file);
    return undefined;
  } catch (error) {
    if (error instanceof StopReading) return error.finding;
    throw error;
  }
}

/** Passes the texts on; between them, what they gave is packed. */
async function* packing(texts: AsyncIterable<string>, stage: PostingStage): AsyncGenerator<string> {
  for await (const text of texts) {
    yield text;
    await stage.pack();
  }
}
