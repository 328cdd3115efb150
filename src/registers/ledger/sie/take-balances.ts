// Which of a SIE file's amounts are the ledger: its vouchers, the months' balances or the year's, by its type; for a
// budget, the months' budgets.

import { type Balances, periodBalances, yearBalances } from './balance-lines.ts';
import { sieFinding } from './sie-finding.ts';
import { post, type SieReading } from './sie-reading.ts';

/** What a file gives: vouchers (type 4), balances of months (2 and 3) or of the year (1), or budgets. */
export type SieForm = 'vouchers' | 'months' | 'year' | 'budget';

/** By the source's kind and the file's #SIETYP; vouchers that are there are never passed over. */
export function formOf({ source, head, vouchers, balances }: SieReading): SieForm {
  if (source.kind === 'budget') return 'budget';
  if (vouchers.count > 0 || vouchers.transactions > 0 || head.type === '4') return 'vouchers';
  const hasMonths = (head.type === '2' || head.type === '3') && balances['#PSALDO'].length > 0;
  return hasMonths ? 'months' : 'year';
}

/** Once all lines are read: the balances that count become postings. Vouchers already are. */
export function takeBalances(reading: SieReading): void {
  const form = formOf(reading);
  const { balances, book, findings } = reading;
  if (form === 'vouchers') return;
  if (form === 'year') {
    takeYear(reading);
    return;
  }
  const dimension = book.dimensions[book.fields.indexOf('responsibility')] ?? '1';
  const taken = periodBalances(balances[form === 'budget' ? '#PBUDGET' : '#PSALDO'], dimension);
  addAll(reading, taken);
  if (taken.unused > 0)
    findings.push(
      sieFinding({
        rule: 'other-dimensions',
        severity: 'note',
        message: `Balances by objects of other dimensions than ${dimension} say the same amounts again and are not counted.`,
        remedy: 'Nothing to do; read a file of type 4 where project and other objects matter.',
        count: taken.unused,
      }),
    );
}

/** #RES says a fiscal year only: the year in which it ends. */
function takeYear(reading: SieReading): void {
  const { source, head, balances, findings } = reading;
  const own = head.years.get('0');
  const year = own ? Number(own.to.slice(0, 4)) : source.year;
  if (balances['#RES'].length === 0) return;
  if (year === undefined) {
    reading.read += balances['#RES'].length;
    reading.refused += balances['#RES'].length;
    findings.push(
      sieFinding({
        rule: 'no-year',
        severity: 'error',
        message: 'The file does not say which year its balances are of (#RAR 0).',
        remedy: 'Export it again, or write year: in the source.',
      }),
    );
    return;
  }
  addAll(reading, yearBalances(balances['#RES'], year));
  if (own && (own.from.slice(4) !== '0101' || own.to.slice(4) !== '1231'))
    findings.push(
      sieFinding({
        rule: 'broken-year',
        severity: 'warning',
        message: `The fiscal year ${own.from}–${own.to} is no calendar year; its balances count as ${year}.`,
        remedy: 'Read a file of type 4, whose vouchers have dates, to have the calendar year.',
      }),
    );
}

function addAll(reading: SieReading, { postings, faults }: Balances): void {
  for (const line of postings) post(reading, line, line.row);
  for (const { row, fault } of faults) post(reading, fault, row);
}
