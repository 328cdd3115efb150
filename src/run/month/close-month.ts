// Closing a month keeps what it was made from and what it came to; closing a year locks its months; reopening leaves a
// trace.

import type { Workspace } from '../../store/workspace.ts';
import { monthText } from '../../time/month-text.ts';
import {
  type Closing,
  isYearClosed,
  lockYear,
  moveAside,
  type Reopening,
  readClosings,
  writeClosing,
} from './closings.ts';
import { monthOfAll } from './corrections.ts';
import type { MonthResult } from './run-month.ts';

/** A month or year that cannot be closed or opened as things stand: what is in the way is said, nothing was changed. */
export class ClosingRefused extends Error {
  override readonly name = 'ClosingRefused';
}

/**
 * Writes the closing of a month that was run. Months are closed in order.
 * @throws ClosingRefused when it is closed already, or the month before it is not.
 */
export function closeMonth(workspace: Workspace, result: MonthResult, closed: string): string {
  const { year, through: month } = result.year;
  if (result.isClosed)
    throw new ClosingRefused(`${monthText(year, month)} is closed. Reopen it to close it again.`);
  if (result.closings.length < month - 1) {
    const next = monthText(year, result.closings.length + 1);
    throw new ClosingRefused(`Months are closed in order: close ${next} first.`);
  }
  const closing: Closing = {
    format: 1,
    ...{ year, month, closed },
    run: result.id,
    tables: result.tables,
    units: monthOfAll(result.year, month),
    basis: result.basis,
  };
  return writeClosing(workspace, closing);
}

/** Locks a year whose twelve months are closed. @throws ClosingRefused when they are not, or it is locked already. */
export function closeYear(workspace: Workspace, year: number, closed: string): string {
  if (isYearClosed(workspace, year)) throw new ClosingRefused(`${year} is closed already.`);
  const closings = readClosings(workspace, year);
  if (closings.length < 12) {
    const next = monthText(year, closings.length + 1);
    throw new ClosingRefused(`${year} cannot be closed yet: ${next} is open.`);
  }
  return lockYear(
    workspace,
    year,
    closed,
    closings.map(({ run }) => run),
  );
}

/**
 * Opens the month that was closed last, or a year that is locked; what it was stays in closings/reopened/.
 * @throws ClosingRefused when it is not closed, the year is locked, or a later month is closed.
 */
export function reopen(
  workspace: Workspace,
  { year, month }: { readonly year: number; readonly month?: number },
  reopening: Reopening,
): string {
  const isLocked = isYearClosed(workspace, year);
  if (month === undefined) {
    if (!isLocked) throw new ClosingRefused(`${year} is not closed.`);
    return moveAside(workspace, String(year), reopening);
  }
  const name = monthText(year, month);
  const last = readClosings(workspace, year).at(-1)?.month ?? 0;
  if (last < month) throw new ClosingRefused(`${name} is not closed.`);
  if (isLocked) throw new ClosingRefused(`${year} is closed: reopen the year before ${name}.`);
  if (last > month)
    throw new ClosingRefused(
      `${monthText(year, last)} is closed after ${name} and rests on it: reopen that first.`,
    );
  return moveAside(workspace, name, reopening);
}
