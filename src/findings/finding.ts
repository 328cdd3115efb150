// What is wrong with data is a value: collected, counted, shown beside the figures that it touches, never thrown.

import type { Ore } from '../money/ore.ts';

/** error: the run or import is refused; warning: shown beside what it touches; note: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** The order of severities, the gravest first. */
export const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Where the trouble stands. Rows count as a spreadsheet shows them: the header is row 1. Columns go by name. */
export type Place = {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  /** Line and column (both from 1) in a text file such as innsats.yaml. */
  readonly line?: number;
  readonly position?: number;
  /** The key of a canonical or result row, or the name of a model element. */
  readonly key?: string;
};

/**
 * One thing that is wrong. The message says what, and `remedy` how to put it right; neither ever holds a personal
 * identifier. `count` rows and `amountOre` øre are touched by it.
 */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy?: string;
  readonly where: Place;
  readonly count?: number;
  readonly amountOre?: Ore;
  /** The volume that is touched, in whole parts of the measure. */
  readonly volume?: { readonly parts: bigint; readonly measure: string };
  /** Someone has looked at it and lives with it: it is counted and shown, and refuses nothing. */
  readonly accepted?: { readonly reason: string; readonly date: string };
};

/** True when any finding refuses the work; an accepted one does not. */
export const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity, accepted }) => severity === 'error' && !accepted);

/** "data/a.csv, row 17, column Beløp" · "innsats.yaml:12:5" */
export function describePlace({ file, row, column, line, position, key }: Place): string {
  const start = file && line ? [file, line, position].filter((part) => part !== undefined).join(':') : file;
  const parts = [start, row && `row ${row}`, column && `column ${column}`, key];
  return parts.filter((part) => part !== undefined && part !== 0 && part !== '').join(', ');
}

/** What is wrong and how to put it right, as sentences. */
export function sentences({ message, remedy }: Pick<Finding, 'message' | 'remedy'>): string {
  const whole = /[.!?:]$/.test(message) ? message : `${message}.`;
  return remedy ? `${whole} ${remedy}` : whole;
}

/** "data/a.csv, row 17, column Beløp: "12,5,0" is not an amount. Write it as 12 500,00." */
export function describeFinding(finding: Finding): string {
  const place = describePlace(finding.where);
  return `${place ? `${place}: ` : ''}${sentences(finding)}`;
}
