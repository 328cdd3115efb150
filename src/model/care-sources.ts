// Sources beside records of activity: how decisions are to be read, and what surrounds the deliveries (absence, waiting
// lists, paid hours, places).

import type { Fraction } from '../money/fraction.ts';
import type { CircumstanceKind, HourKind } from '../tables/circumstances.ts';
import type { Per } from '../time/prorate.ts';

/** How a source of decisions is read. */
export type DecisionRules = {
  /** How often the quantity comes again, where no column says it. */
  readonly per?: Per;
  /** Texts of the column `per`. */
  readonly pers: ReadonlyMap<string, Per>;
  /**
   * replace: a later decision of the same person and service ends the one before it; add: both run. With a column
   * `decision`, the rows of one decision always replace each other.
   */
  readonly changes: 'replace' | 'add';
  /** register: a month counts the weeks of `week-rule`; calendar: a week is seven days. */
  readonly weeks: 'calendar' | 'register';
  /** Minutes of each task of the catalogue, for decisions given as tasks. */
  readonly standardTimes?: {
    readonly file: string;
    readonly source: string;
    readonly minutes: ReadonlyMap<string, Fraction>;
  };
};

/** A source of what surrounds the deliveries. */
export type CircumstanceSource = {
  readonly read: 'table';
  readonly kind: CircumstanceKind;
  readonly files: readonly string[];
  readonly columns: {
    readonly [name in
      | 'person'
      | 'service'
      | 'unit'
      | 'from'
      | 'to'
      | 'year'
      | 'month'
      | 'period'
      | 'date'
      | 'hours'
      | 'kind'
      | 'amount'
      | 'places'
      | 'closed']?: string;
  };
  /** Text in the file → service id, unit id, kind of hours. Without an entry the text is itself the id. */
  readonly services: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, HourKind>;
  readonly decimal: ',' | '.';
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly encoding?: 'utf-8' | 'latin-1' | 'windows-1252' | 'utf-16';
  readonly delimiter?: string;
  readonly year?: number;
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
};
