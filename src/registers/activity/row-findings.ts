// Findings about rows that were judged one beside another: the first of them, and how many.

import type { Finding, Severity } from '../../findings/finding.ts';

type Row = { readonly row: number };
type Saying = {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
};

/** One finding for the rows, at the first of them; none for none. */
export function aboutRows(saying: Saying, file: string, column: string, rows: readonly Row[]): Finding[] {
  const first = rows[0];
  if (!first) return [];
  const where = { file, row: first.row, ...(column === '' ? {} : { column }) };
  return [{ ...saying, where, count: rows.length }];
}

/** The end of a row lies before its start. */
export const endsBeforeStart = (
  kind: string,
  file: string,
  column: string,
  rows: readonly Row[],
): Finding[] =>
  aboutRows(
    {
      rule: `${kind}/end-before-start`,
      severity: 'error',
      message: 'The row ends before it begins.',
      remedy: 'Correct its dates where the file comes from.',
    },
    file,
    column,
    rows,
  );
