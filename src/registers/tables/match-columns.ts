// The columns that the model names, found in a file's header by their exact names.

import type { Finding } from '../../findings/finding.ts';
import { suggestName } from '../../model/yaml/nearest-name.ts';
import { plainName } from './read-header.ts';

const CHECK_NAMES = 'Check the delimiter of the file and the names under columns.';
const NO_HEADER = 'The line holds long numbers: write the names of the columns in a line above the rows.';

/** A row that stands where the header should is not listed: it may name a person. */
const couldIdentify = (name: string): boolean => name.replace(/\D/g, '').length > 4;

/** Canonical name → position in the header; findings for names that are not there or stand there twice. */
export function matchColumns(
  file: string,
  header: readonly string[],
  wanted: { readonly [canonical: string]: string | undefined },
): { readonly columns: ReadonlyMap<string, number>; readonly findings: readonly Finding[] } {
  const isHeader = !header.some(couldIdentify);
  const columns = new Map<string, number>();
  const findings: Finding[] = [];
  for (const [canonical, written] of Object.entries(wanted)) {
    if (written === undefined) continue;
    const name = plainName(written);
    const first = header.indexOf(name);
    const where = { file, row: 1, column: name };
    if (first < 0) {
      const message = `There is no column "${name}" in the header; the model reads ${canonical} from it.`;
      const remedy = isHeader && header.length > 1 ? suggestName(name, header) : undefined;
      findings.push({
        rule: 'table/columns',
        severity: 'error',
        message,
        remedy: remedy ?? (isHeader ? CHECK_NAMES : NO_HEADER),
        where,
      });
    } else if (header.indexOf(name, first + 1) >= 0) {
      const message = `The header has the column "${name}" more than once.`;
      findings.push({
        rule: 'table/columns',
        severity: 'error',
        message,
        remedy: 'Rename one of them.',
        where,
      });
    } else columns.set(canonical, first);
  }
  return { columns, findings };
}
