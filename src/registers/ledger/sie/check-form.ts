// Whether a SIE file is whole and of the type that it says: something to read, a known #SIETYP, no open checksum, no
// lines that are neither label nor brace.

import type { Finding } from '../../../findings/finding.ts';
import { sieFinding } from './sie-finding.ts';
import type { SieReading } from './sie-reading.ts';
import { formOf } from './take-balances.ts';

const AGAIN = 'Export the file again.';
const HOLDS = {
  vouchers: 'vouchers (#VER)',
  months: 'balances of months (#PSALDO)',
  year: 'balances of the year (#RES)',
  budget: 'budgets of months (#PBUDGET)',
} as const;

/** Its type, what it holds, and whether it ends where it should. */
export function checkForm(reading: SieReading): Finding[] {
  const { head, read, source } = reading;
  const form = formOf(reading);
  const found: Finding[] = [];
  if (read === 0)
    found.push(
      sieFinding({
        rule: 'empty',
        severity: 'error',
        message: `The file has no ${HOLDS[form]} of fiscal year 0.`,
        remedy: 'Export it with them; a file that should have them is cut off.',
      }),
    );
  if (head.type === undefined || !/^[1-4]$/.test(head.type)) found.push(unknownType(head.type, form));
  else if (source.kind === 'actual' && (form === 'vouchers') !== (head.type === '4'))
    found.push(
      sieFinding({
        rule: 'type',
        severity: 'warning',
        message: `#SIETYP says ${head.type}, yet the file has vouchers; they are read.`,
        remedy: 'Check that the right file was exported.',
      }),
    );
  return [...found, ...checksums(head.checksums)];
}

function unknownType(type: string | undefined, form: keyof typeof HOLDS): Finding {
  const says = type === undefined ? 'The file has no #SIETYP' : '#SIETYP is none of 1, 2, 3 and 4';
  return sieFinding({
    rule: 'type',
    severity: type === undefined && form === 'year' ? 'note' : 'warning',
    message: `${says}; it is read for its ${HOLDS[form]}.`,
    remedy: 'Check that the right file was exported.',
  });
}

function checksums(count: number): Finding[] {
  if (count === 0) return [];
  return [
    count === 1
      ? sieFinding({
          rule: 'cut-off',
          severity: 'error',
          message: 'A checksum (#KSUMMA) is begun and not ended: the file is cut off.',
          remedy: AGAIN,
        })
      : sieFinding({
          rule: 'checksum',
          severity: 'note',
          message: 'The checksum of the file (#KSUMMA) was not compared.',
          remedy: 'Nothing to do; vouchers and balances are compared with each other.',
        }),
  ];
}

/** Lines that were passed over, or that end in the middle of a field. */
export function checkLines({ stray, open, head }: SieReading): Finding[] {
  const found: Finding[] = [];
  if (stray.rows > 0)
    found.push(
      sieFinding({
        rule: 'stray-line',
        severity: 'warning',
        message: 'Lines that begin with neither a label nor a brace are passed over.',
        remedy: AGAIN,
        row: stray.first,
        count: stray.rows,
      }),
    );
  if (open.rows > 0)
    found.push(
      sieFinding({
        rule: 'open-line',
        severity: 'warning',
        message: 'A quotation mark or brace is opened and not closed on its line.',
        remedy: 'Check the line; a quotation mark within a text is written \\".',
        row: open.first,
        count: open.rows,
      }),
    );
  const labels = [...head.unknown].filter(([label]) => /^#[A-ZÅÄÖ_]{1,20}$/.test(label));
  const times = [...head.unknown.values()].reduce((sum, count) => sum + count, 0);
  if (times > 0)
    found.push(
      sieFinding({
        rule: 'unknown-label',
        severity: 'note',
        message: `Labels that SIE does not have are passed over${
          labels.length > 0
            ? `: ${labels
                .slice(0, 10)
                .map(([label]) => label)
                .join(', ')}`
            : ''
        }.`,
        remedy: 'Nothing to do: the standard lets programs add their own.',
        count: times,
      }),
    );
  return found;
}
