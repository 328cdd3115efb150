// Judges the periods of a file: each distinct text of its year, month, period and date columns becomes year and month,
// or the fault that its rows have.

import type { Finding } from '../../findings/finding.ts';
import { TEXT_SEPARATOR } from '../../store/scan.ts';
import { FaultList, type Judged, showCell } from './fault.ts';
import { type Period, readDate, readPeriod } from './read-period.ts';

/** The columns that say when; the texts of those that a file has are joined in this order. */
export const PERIOD_COLUMNS = ['year', 'month', 'period', 'date'] as const;
type PeriodColumn = (typeof PERIOD_COLUMNS)[number];

/** How the file's periods are read. `column` names a canonical column as the file does, or undefined. */
export type PeriodRules = {
  readonly rule: string;
  readonly column: (name: PeriodColumn) => string | undefined;
  /** The year where no column says it. */
  readonly year: number;
  /** A row of another year than this has a fault. */
  readonly declaredYear?: number;
  /** Rows of another year than this are left out, with a note. */
  readonly onlyYear?: number;
  readonly hasPersons: boolean;
};

/**
 * Values are year × 100 + month, month 0 where only the year is known; `days` are days since 1970 where there is a
 * date. `notes` say what was understood without being written: the year, or period 13.
 */
export type JudgedPeriods = Judged & {
  readonly days: readonly (number | undefined)[];
  readonly notes: readonly Omit<Finding, 'where'>[];
};

export function judgePeriods(texts: readonly string[], rules: PeriodRules): JudgedPeriods {
  const faults = new FaultList();
  const days: (number | undefined)[] = [];
  let [isAssumed, isClosing] = [false, false];
  const values = texts.map((text, i) => {
    const cells = text.split(TEXT_SEPARATOR).map((cell) => cell.trim());
    const period = join(cells, rules, faults);
    if (typeof period === 'number') return period;
    days[i] = period.day;
    isAssumed ||= period.isAssumed;
    isClosing ||= period.isClosing === true;
    return otherYear(period.year, rules, faults) ?? period.year * 100 + period.month;
  });
  days.length = texts.length;
  const notes = [...(isAssumed ? [assumedYear(rules)] : []), ...(isClosing ? [closingPeriod(rules)] : [])];
  return { values, faults: faults.faults, days: Array.from(days), notes };
}

const assumedYear = ({ rule, year }: PeriodRules): Omit<Finding, 'where'> => ({
  rule,
  severity: 'note',
  message: `Nothing says which year the rows are of; they are read as ${year}, the cost year.`,
  remedy: `Write year: ${year} in the source.`,
});

const closingPeriod = ({ rule }: PeriodRules): Omit<Finding, 'where'> => ({
  rule,
  severity: 'note',
  message: 'Period 13, which closes the year, counts as December.',
});

/** The code of the fault that a row of this year has, if it has one. */
function otherYear(year: number, rules: PeriodRules, faults: FaultList): number | undefined {
  const column = rules.column('date') ?? rules.column('period') ?? rules.column('year') ?? '';
  if (rules.declaredYear !== undefined && year !== rules.declaredYear) {
    const message = `The row is of ${year}; the model says that the file is of ${rules.declaredYear}.`;
    const remedy = 'Take the row out, or correct year in the source.';
    return faults.add({ rule: rules.rule, severity: 'error', column, message, remedy });
  }
  if (rules.onlyYear === undefined || year === rules.onlyYear) return undefined;
  const message = `Rows of ${year} are left out; the cost year is ${rules.onlyYear}.`;
  const rule = rules.rule.replace(/period$/, 'other-year');
  return faults.add({
    rule,
    severity: 'note',
    column,
    message,
    remedy: 'Nothing needs doing if they belong there.',
  });
}

const EXPECTED: { readonly [name in PeriodColumn]: string } = {
  year: 'a year, such as 2025',
  month: 'a month from 1 to 12',
  period: 'a period, such as 2025-03 or 202503',
  date: 'a date, such as 2025-03-31 or 31.03.2025',
};

/** The finest column wins: date before period before month; the year column fills in what they leave out. */
function join(
  cells: readonly string[],
  rules: PeriodRules,
  faults: FaultList,
): (Period & { readonly isAssumed: boolean }) | number {
  const found = new Map<PeriodColumn, Period>();
  const named = PERIOD_COLUMNS.filter((name) => rules.column(name) !== undefined);
  for (const [i, name] of named.entries()) {
    const column = rules.column(name) ?? '';
    const cell = cells[i] ?? '';
    const period = name === 'date' ? readDate(cell) : readPeriod(cell);
    const fits = period && (name !== 'year' || /^\d{4}$/.test(cell));
    if (!fits) {
      const message =
        cell === '' ? 'The cell is empty.' : `${showCell(cell, rules.hasPersons)} is not ${EXPECTED[name]}.`;
      const remedy = `Write ${EXPECTED[name]}.`;
      return faults.add({ rule: rules.rule, severity: 'error', column, message, remedy });
    }
    found.set(name, period);
  }
  const finest = found.get('date') ?? found.get('period') ?? found.get('month') ?? { year: 0, month: 0 };
  const year = finest.year || found.get('year')?.year || 0;
  const isAssumed = year === 0 && rules.declaredYear === undefined;
  return { ...finest, year: year || rules.year, isAssumed };
}
