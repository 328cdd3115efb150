// Files of several years in one workspace: which year a file is read as, and which years a ledger may be of.

import type { LedgerSource, Location, Model } from '../model/model.ts';
import type { SnapshotIdentity } from './snapshot.ts';

type Years = Model['years'];

/** What of a source decides its year; people are of no year. */
type Dated = {
  readonly register: SnapshotIdentity['register'];
  readonly declared: { readonly at: Location; readonly year?: number };
};

/**
 * The years that the reader of a source goes by. A source that declares another year than the cost year is read as if
 * that were the cost year: its decisions grant in that year, its rows are of it. A ledger whose rows say their year
 * themselves may be of the year that is followed too; no other reader is told of it, so that nothing is read again
 * when a municipality begins to follow one.
 */
export function readingYears({ cost, price, finance }: Years, { register, declared }: Dated): Years {
  const { year: declaredYear } = declared;
  if (declaredYear !== undefined && declaredYear !== cost) return { cost: declaredYear, price: declaredYear };
  const isOpen = register === 'ledger' && declaredYear === undefined && finance !== undefined;
  return isOpen ? { cost, price, finance } : { cost, price };
}

/** The year that a snapshot was read as: the one that its source declared, or the cost year when it was read. */
export const readAsYear = ({ mapping }: Pick<SnapshotIdentity, 'mapping'>): number =>
  (JSON.parse(mapping) as { readonly years: Years }).years.cost;

/**
 * What tells two readings of one file apart where they are of different years. Decisions and places run on from year to
 * year, and one export of them may be read for each: every reading counts in its own year only. Postings say their year
 * themselves, so that a second reading of a ledger would always count twice.
 */
export const readingOfYear = (one: Pick<SnapshotIdentity, 'register' | 'mapping'>): string =>
  one.register === 'activity' || one.register === 'circumstances' ? `${readAsYear(one)}` : '';

/** Years that the rows of a ledger without a declared year may be of: budgets also of the price year. */
export function ledgerYears({ kind }: Pick<LedgerSource, 'kind'>, { cost, price, finance }: Years): number[] {
  const asked = kind === 'actual' ? [cost] : [cost, price];
  return finance === undefined || asked.includes(finance) ? asked : [...asked, finance];
}

/** How findings name the year that a file is read as. */
export const sayYear = (year: number, { year: declared }: { readonly year?: number }): string =>
  declared === undefined ? `${year}, the cost year` : `${year}, the year that the source says`;
