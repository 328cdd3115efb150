// What a table reader hands back when it refuses a file, and the findings that all table readers share.

import { type Finding, isRefused } from '../../findings/finding.ts';
import type { ReadOutcome } from '../reader.ts';

/** How many findings of one rule and column are listed before the rest are counted. */
export const LISTED = 20;

/** The outcome of a file that gives no canonical rows: what stands in it, `read` rows, is refused altogether. */
export function refusal(
  register: ReadOutcome['register'],
  findings: readonly Finding[],
  read = 0,
): ReadOutcome {
  const sum = register === 'ledger' ? { sumOre: 0n } : register === 'activity' ? { sumParts: 0n } : {};
  return { register, read, refused: read, ...sum, years: [], findings, tables: [] };
}

/** The first findings, and one that counts the rest: "and 3 more texts in 17 rows". */
export function listed(findings: readonly Finding[], what: string): Finding[] {
  if (findings.length <= LISTED) return [...findings];
  const rest = findings.slice(LISTED);
  const count = rest.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
  const { rule, severity, where } = rest[0]!;
  const { row: _, ...place } = where;
  const message = `And ${rest.length} more ${what} of the same kind.`;
  return [...findings.slice(0, LISTED), { rule, severity, message, where: place, count }];
}

/** The source leaves out a column that its rows cannot do without. */
export const incomplete = (file: string, what: string): Finding => ({
  rule: 'table/columns',
  severity: 'error',
  message: `The source does not say which column holds the ${what}.`,
  remedy: 'Name it under columns in the source.',
  where: { file },
});

/** Nothing to read, unless the findings say why already. */
export function noRows(file: string, ragged: number, findings: readonly Finding[]): Finding[] {
  if (ragged === 0 && isRefused(findings)) return [];
  const message = ragged > 0 ? 'No row of the file can be read.' : 'The file has a header and no rows.';
  return [{ rule: 'table/empty', severity: 'error', message, remedy: 'Deliver it again.', where: { file } }];
}

/** Cells that were not there when the file's texts were collected. */
export const changedMeanwhile = (file: string): Finding => ({
  rule: 'table/changed',
  severity: 'error',
  message: 'The file changed while it was read.',
  remedy: 'Wait until it has been written, and import again.',
  where: { file },
});
