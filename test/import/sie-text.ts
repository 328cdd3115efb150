// SIE files for tests, and what the reader makes of them as plain postings.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { LedgerSource, Model } from '../../src/model/model.ts';
import { readSie } from '../../src/registers/ledger/sie/read-sie.ts';
import type { ReadOutcome } from '../../src/registers/reader.ts';
import type { Db } from '../../src/store/db.ts';
import { sampleModel } from './sample-model.ts';

/** A ledger source of SIE files. */
export const sieSource = (more: Partial<LedgerSource> = {}): LedgerSource => ({
  read: 'sie',
  kind: 'actual',
  files: ['a.se'],
  columns: {},
  amount: { unit: 'kroner', decimal: '.', income: 'negative' },
  at: { file: 'innsats.yaml', line: 4, column: 7 },
  ...more,
});

/** A Swedish municipality's model. */
export function swedishModel(source: LedgerSource, year: number): Model {
  const model = sampleModel({ ledger: [source] }, year);
  return { ...model, municipality: { ...model.municipality, country: 'SE', language: 'sv' } };
}

export type SiePosting = {
  readonly row: number;
  readonly year: number;
  readonly month: number;
  readonly class: string;
  readonly responsibility: string;
  readonly function: string;
  readonly article: string;
  readonly own: string;
  readonly object: string;
  readonly project: string;
  readonly amount: bigint;
};
export type SieResult = ReadOutcome & {
  readonly postings: readonly SiePosting[];
  readonly rules: readonly string[];
};

/** Reads `file` of `dir` in a session of its own and joins the staged tables to postings. */
export async function readSieFile(
  db: Db,
  at: { readonly dir: string; readonly file: string; readonly year: number; readonly source?: LedgerSource },
): Promise<SieResult> {
  const { source = sieSource() } = at;
  const session = await db.session();
  try {
    const model = swedishModel(source, at.year);
    const context = { db: session, workspaceDir: at.dir, stage: 's', model };
    const outcome = await readSie(at.file, source, context);
    const [postings, accounts] = outcome.tables.map(({ sql }) => sql);
    const rows = postings
      ? await session.rows<SiePosting>(
          `select row, year, month, class, responsibility, function, article, own, object, project, amount_ore as amount
           from query($1) join query($2) using (account) order by row`,
          [postings, accounts!],
        )
      : [];
    return { ...outcome, postings: rows, rules: outcome.findings.map(({ rule }) => rule) };
  } finally {
    session.close();
  }
}

/** Writes a text, in code page 437, or bytes as a.se and reads it; 2025 unless told. */
export function readSieText(
  db: Db,
  dir: string,
  text: string | Uint8Array,
  more: { readonly year?: number; readonly source?: Partial<LedgerSource> } = {},
): Promise<SieResult> {
  writeFileSync(join(dir, 'a.se'), typeof text === 'string' ? iconv.encode(text, 'cp437') : text);
  return readSieFile(db, { dir, file: 'a.se', year: more.year ?? 2025, source: sieSource(more.source) });
}

/** A head of type 4 with the fiscal year 2025 and these lines after it; the first of them is row 6. */
export const SIE_HEAD_ROWS = 5;
export const sieText = (lines: readonly string[], type = '4'): string =>
  [
    '#FLAGGA 0',
    '#FORMAT PC8',
    `#SIETYP ${type}`,
    '#ORGNR 212000-0142',
    '#RAR 0 20250101 20251231',
    ...lines,
    '',
  ].join('\r\n');

/** A voucher of 31 March 2025 with these transaction lines. */
export const voucher = (...transactions: readonly string[]): string[] => [
  '#VER A 1 20250331 "Text"',
  '{',
  ...transactions.map((text) => `#TRANS ${text}`),
  '}',
];
