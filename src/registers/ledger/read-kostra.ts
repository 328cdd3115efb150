// Reads an accounting file as municipalities send it to Statistics Norway: every record of 48 characters becomes a
// posting in øre, or a finding that names its row.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import { byKey } from '../../money/apportion.ts';
import { sumOre } from '../../money/ore.ts';
import { listFindings } from '../list-findings.ts';
import type { LedgerReader, ReadOutcome } from '../reader.ts';
import { checkKostra } from './check-kostra.ts';
import { checkKostraTotals } from './check-kostra-totals.ts';
import {
  isProblem,
  isRecord,
  type KostraRecord,
  parseKostraRecord,
  type RecordProblem,
} from './kostra-record.ts';
import { stageKostra } from './stage-kostra.ts';

/** Bumped whenever the same file would give other rows or findings: snapshots of an older reader are read again. */
export const KOSTRA_READER = { name: 'kostra', version: 2 };

/** Reads one KOSTRA file (all forms, quarter or year). Postings have month 0: the file gives the year so far. */
export const readKostra: LedgerReader = async (file, source, context) => {
  const text = await readFile(resolve(context.workspaceDir, file), 'latin1');
  const lines = linesOf(text);
  if (text.includes('\u0000')) return notText(file, lines.length);
  const parsed = lines.map(({ text, row }) => parseKostraRecord(text, row));
  const records = parsed.filter(isRecord);
  const year = source.year ?? context.model.years.cost;
  const kept = records.filter((record) => record.year === year);
  const findings = [
    ...parsed.filter(isProblem).map((problem) => brokenRecord(problem, file)),
    ...otherYears(records, year, file),
    ...(lines.length === 0 ? [emptyFile(file)] : []),
    ...checkKostra(kept, { file, year, municipality: context.model.municipality.id }),
    ...checkKostraTotals(kept, file),
  ];
  context.progress?.(1);
  return {
    register: 'ledger',
    read: lines.length,
    refused: lines.length - kept.length,
    sumOre: sumOre(kept.map(({ amountOre }) => amountOre)),
    years: [...new Set(kept.map((record) => record.year))].sort((a, b) => a - b),
    covers: coverage(kept),
    findings: listFindings(findings),
    tables: await stageKostra(kept, context),
  };
};

type Line = { readonly text: string; readonly row: number };

/** Old programs end a text file with this character. */
const END_OF_FILE = '\u001a';

/** Lines without line ends, trailing blanks and a byte-order mark; blank ones are left out and keep their number. */
const linesOf = (text: string): Line[] =>
  text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll(END_OF_FILE, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ text: line.trimEnd(), row: i + 1 }))
    .filter(({ text: line }) => line !== '');

const brokenRecord = ({ row, column, rule, message, remedy }: RecordProblem, file: string): Finding => ({
  rule,
  severity: 'error',
  message,
  remedy,
  where: { file, row, ...(column === undefined ? {} : { column }) },
});

/** Such as UTF-16, a spreadsheet or an archive: one finding instead of one a line. */
const notText = (file: string, lines: number): ReadOutcome => ({
  register: 'ledger',
  read: lines,
  refused: lines,
  years: [],
  findings: [
    {
      rule: 'kostra/not-text',
      severity: 'error',
      message: 'The file is not plain text in latin-1 or UTF-8.',
      remedy: 'Export it as text; a spreadsheet, an archive or UTF-16 cannot be read as a KOSTRA file.',
      where: { file },
      count: lines,
    },
  ],
  tables: [],
});

const emptyFile = (file: string): Finding => ({
  rule: 'kostra/empty-file',
  severity: 'error',
  message: 'The file has no records.',
  remedy: 'Export it again.',
  where: { file },
});

function otherYears(records: readonly KostraRecord[], year: number, file: string): Finding[] {
  const others = Map.groupBy(
    records.filter((record) => record.year !== year),
    (record) => record.year,
  );
  return [...others].map(([other, rows]) => ({
    rule: 'kostra/other-year',
    severity: 'error',
    message: `${rows.length} records are of ${other}, where ${year} is expected.`,
    remedy: `Read the file of ${year}, or state "year: ${other}" at the source in innsats.yaml.`,
    where: { file, row: rows[0]!.row, column: 'year' },
    count: rows.length,
    amountOre: sumOre(rows.map(({ amountOre }) => amountOre)),
  }));
}

/**
 * What the file says it is the whole of: "KOSTRA 0A 040200 2019", with the enterprise's number where there is one.
 * A consolidated file is the whole of the treasury's accounts too.
 */
const coverage = (records: readonly KostraRecord[]): string[] => {
  const wholes = records.flatMap(({ form, region, year, organisation }) =>
    [form.code, form.consolidates]
      .filter((code) => code !== undefined)
      .map((code) => `KOSTRA ${code} ${region} ${year} ${organisation}`.trimEnd()),
  );
  return [...new Set(wholes)].sort(byKey);
};
