// What is checked of a SIE file as a whole, in order: its form, its lines and years, its accounts and dimensions, and
// that what it says twice agrees.

import type { Finding } from '../../../findings/finding.ts';
import type { ReadingModel } from '../../reader.ts';
import { checkAccounts, checkDimensions } from './check-accounts.ts';
import { checkForm, checkLines } from './check-form.ts';
import { checkResults } from './check-results.ts';
import { checkCurrency, checkYears } from './check-years.ts';
import { sieFinding } from './sie-finding.ts';
import type { SieReading } from './sie-reading.ts';
import type { Found } from './sie-text.ts';
import { formOf } from './take-balances.ts';

/** One check after another; none of the findings carries the file's name yet. */
export function checkSie(reading: SieReading, found: Found, model: ReadingModel): Finding[] {
  if (reading.head.labels === 0)
    return [
      sieFinding({
        rule: 'not-sie',
        severity: 'error',
        message: 'No line of the file begins with a label such as #VER.',
        remedy: 'Name a SIE file at the source, or write "read: table".',
      }),
    ];
  return [
    ...checkForm(reading),
    ...checkLines(reading),
    ...checkYears(reading, model),
    ...checkCurrency(reading, model),
    ...checkAccounts(reading),
    ...checkDimensions(reading),
    ...checkResults(reading),
    ...encodingNotes(found),
  ];
}

function encodingNotes({ encoding, otherLetters }: Found): Finding[] {
  const note = (message: string, remedy: string, count?: number): Finding =>
    sieFinding({ rule: 'encoding', severity: 'note', message, remedy, ...(count && { count }) });
  const other = encoding === 'latin-1' ? 'code page 437' : 'latin-1';
  return [
    ...(encoding === 'code page 437'
      ? []
      : [
          note(
            `The letters of the file are ${encoding}, where SIE prescribes code page 437.`,
            'Nothing to do.',
          ),
        ]),
    ...(otherLetters > 0
      ? [
          note(
            `The file is read as ${encoding}, yet some of its letters look like ${other}.`,
            'Check names and codes with å, ä and ö.',
            otherLetters,
          ),
        ]
      : []),
  ];
}

/**
 * What the file is the whole of: balances of one organisation and fiscal year. Vouchers may be exported in parts, and a
 * number that could be a person's (its third digit 0 or 1) is not shown.
 */
export function coverage(reading: SieReading): string[] {
  const { organisation = '', years, type = '1' } = reading.head;
  const own = years.get('0');
  const isOrganisation = /^\d\d[2-9]\d{3}-?\d{4}$/.test(organisation);
  if (!own || !isOrganisation || formOf(reading) !== 'year' || reading.read === 0) return [];
  return [`SIE ${type} ${organisation.replace('-', '')} ${own.from}–${own.to}`];
}
