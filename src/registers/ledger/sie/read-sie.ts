// Reads a ledger or budget from a SIE file, the standard of Swedish accounting systems, in its types 1 to 4: vouchers
// line by line, else balances of months or of the year. Every such line becomes a posting in öre or a finding.

import { join } from 'node:path';
import type { Finding } from '../../../findings/finding.ts';
import { listFindings } from '../../list-findings.ts';
import type { LedgerReader, ReadContext, ReadOutcome } from '../../reader.ts';
import { type Bytes, inspectBytes } from '../../tables/inspect-bytes.ts';
import { refusal } from '../../tables/outcome.ts';
import { accountString } from './account-strings.ts';
import { checkSie, coverage } from './check-sie.ts';
import { beginReading, type SieReading, takeLine } from './sie-reading.ts';
import { decoder, type Found, findEncoding, readLines } from './sie-text.ts';
import { openPostings, stagedTables } from './stage-postings.ts';
import { takeBalances } from './take-balances.ts';
import { endVouchers } from './vouchers.ts';

/** Bumped whenever the same file would give other rows or findings: snapshots of an older reader are read again. */
export const SIE_READER = { name: 'sie', version: 1 };

/** Reads one SIE file, type 1, 2, 3, 4E or 4I. `row` of a posting is its line in the file; a `budget` source reads #PBUDGET. */
export const readSie: LedgerReader = async (file, source, context) => {
  const path = join(context.workspaceDir, file);
  const bytes = await inspectBytes(path).catch(() => undefined);
  const unreadable = refuseBytes(file, bytes);
  if (!bytes || unreadable) return refusal('ledger', unreadable ? [unreadable] : []);
  const found = await findEncoding(path, bytes, source.encoding);
  const sink = await openPostings(context);
  const reading = beginReading(source, decoder(found.encoding), sink);
  try {
    await takeLines(reading, path, bytes.size, context);
    endVouchers(reading.vouchers);
    takeBalances(reading);
  } finally {
    sink.close();
  }
  return outcomeOf(reading, file, found, context);
};

async function takeLines(
  reading: SieReading,
  path: string,
  size: number,
  context: ReadContext,
): Promise<void> {
  let row = 0;
  for await (const { lines, bytes } of readLines(path)) {
    for (const line of lines) {
      row += 1;
      takeLine(reading, line, row);
    }
    context.progress?.(bytes / size);
  }
}

async function outcomeOf(
  reading: SieReading,
  file: string,
  found: Found,
  context: ReadContext,
): Promise<ReadOutcome> {
  const { head, source, decode, book } = reading;
  const ofVouchers = reading.vouchers.findings.filter(
    ({ severity }) => source.kind === 'actual' || severity === 'error',
  );
  const all = [...reading.findings, ...ofVouchers, ...checkSie(reading, found, context.model)];
  const findings = all.map((finding): Finding => ({ ...finding, where: { ...finding.where, file } }));
  const accounts = book.locals.map((local) => accountString(book, local, { head, source, decode }));
  return {
    register: 'ledger',
    read: reading.read,
    refused: reading.refused,
    sumOre: reading.sumOre,
    years: [...reading.years.keys()].sort((a, b) => a - b),
    covers: coverage(reading),
    findings: listFindings(findings),
    tables: await stagedTables(accounts, context),
  };
}

const FORMATS_REMEDY = 'Export it as SIE (type 4, .se or .si) from the accounting system.';

/** What makes a file no text that could be SIE. */
function refuseBytes(file: string, bytes: Bytes | undefined): Finding | undefined {
  const refuse = (rule: string, message: string, remedy: string, row?: number): Finding => ({
    rule: `sie/${rule}`,
    severity: 'error',
    message,
    remedy,
    where: { file, ...(row === undefined ? {} : { row }) },
  });
  if (!bytes)
    return refuse('unreadable', 'The file cannot be read.', 'Check that it exists and that you may read it.');
  if (bytes.size === 0) return refuse('empty', 'The file is empty.', 'Export it again.');
  if (bytes.foreign || bytes.isParquet)
    return refuse('not-text', `The file is ${bytes.foreign ?? 'Parquet'}, not text.`, FORMATS_REMEDY);
  if (bytes.mark?.startsWith('utf-16'))
    return refuse('not-text', 'The file is UTF-16; SIE is written in code page 437.', FORMATS_REMEDY);
  if (bytes.nulLine !== undefined)
    return refuse('not-text', 'The file holds NUL bytes: it is damaged.', 'Export it again.', bytes.nulLine);
  return undefined;
}
