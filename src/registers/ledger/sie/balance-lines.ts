// Balances of a SIE file that become postings when it has no vouchers, and budgets. An account's balance stands as a
// total, {}, and again by object: the objects of one dimension and what the total has beyond them are counted, so that
// nothing counts twice.

import { isFault, type LineFault, type PostingLine, periodAmount, yearAmount } from './posting-lines.ts';
import type { SieLine } from './split-line.ts';

export type Row = { readonly row: number; readonly line: SieLine };

/** Lines of the balances that are kept until the file is read; of year 0 only, the fiscal year that the file is of. */
export type BalanceRows = { readonly [label in BalanceLabel]: Row[] };
export type BalanceLabel = '#RES' | '#PSALDO' | '#PBUDGET' | '#IB' | '#UB';

export const noBalances = (): BalanceRows => ({
  '#RES': [],
  '#PSALDO': [],
  '#PBUDGET': [],
  '#IB': [],
  '#UB': [],
});

export const isBalance = (label: string): label is BalanceLabel =>
  label === '#RES' || label === '#PSALDO' || label === '#PBUDGET' || label === '#IB' || label === '#UB';

/** Keeps a line of year 0. */
export function keepBalance(balances: BalanceRows, row: number, line: SieLine): void {
  if (isBalance(line.label) && line.fields[0] === '0') balances[line.label].push({ row, line });
}

/** `read` lines = postings + faults; `unused` are lines by objects of other dimensions, which say the same again. */
export type Balances = {
  readonly postings: readonly PostingLine[];
  readonly faults: readonly { readonly row: number; readonly fault: LineFault }[];
  readonly unused: number;
};

/** `#RES`, one posting a line in month 0 of the year. */
export function yearBalances(rows: readonly Row[], year: number): Balances {
  const read = rows.map(({ row, line }) => ({ row, found: yearAmount(line, row, year) }));
  return { ...sorted(read), unused: 0 };
}

type Found = { readonly row: number; readonly found: PostingLine | LineFault };

function sorted(read: readonly Found[]): Pick<Balances, 'postings' | 'faults'> {
  return {
    postings: read.flatMap(({ found }) => (isFault(found) ? [] : [found])),
    faults: read.flatMap(({ row, found }) => (isFault(found) ? [{ row, fault: found }] : [])),
  };
}

/**
 * `#PSALDO` or `#PBUDGET` by the objects of `dimension`: per account and month the lines that name an object of it, and
 * the total less their sum, without object. Total 857.00 with 500.00 on {1 "200"} → 500.00 on 200 and 357.00 on none.
 */
export function periodBalances(rows: readonly Row[], dimension: string): Balances {
  const { postings: lines, faults } = sorted(
    rows.map(({ row, line }) => ({ row, found: periodAmount(line, row) })),
  );
  const groups = Map.groupBy(lines, ({ account, year, month }) => `${account} ${year * 100 + month}`);
  const repeated: { row: number; fault: LineFault }[] = [];
  const postings = [...groups.values()].flatMap((group) => partition(group, dimension, repeated));
  return {
    postings: postings.sort((a, b) => a.row - b.row),
    faults: [...faults, ...repeated].sort((a, b) => a.row - b.row),
    unused: lines.length - postings.length - repeated.length,
  };
}

function partition(
  group: readonly PostingLine[],
  dimension: string,
  repeated: { row: number; fault: LineFault }[],
): PostingLine[] {
  const once = withoutRepeats(group, repeated);
  const total = once.find(({ objects }) => objects.length === 0);
  const named = once.filter(({ objects }) => objects.some((part, i) => i % 2 === 0 && part === dimension));
  const alone = named.filter(({ objects }) => objects.length === 2);
  const byObject = alone.length > 0 ? alone : named;
  if (!total)
    return byObject.length > 0
      ? byObject
      : once.filter((line) => dimensionsIn(line) === dimensionsIn(once[0]!));
  const rest = byObject.reduce((sum, { amountOre }) => sum - amountOre, total.amountOre);
  return [{ ...total, amountOre: rest }, ...byObject];
}

const dimensionsIn = ({ objects }: PostingLine): string => objects.filter((_, i) => i % 2 === 0).join(' ');

/** A total or an object that stands twice for one account and month would count twice: the second is refused. */
function withoutRepeats(
  group: readonly PostingLine[],
  repeated: { row: number; fault: LineFault }[],
): PostingLine[] {
  const rows = new Map<string, number>();
  return group.filter(({ row, objects }) => {
    const key = objects.join('\n');
    const before = rows.get(key);
    if (before === undefined) {
      rows.set(key, row);
      return true;
    }
    repeated.push({
      row,
      fault: {
        rule: 'sie/repeated-balance',
        column: 'account',
        message: `The same account, month and objects stand already in row ${before}.`,
        remedy: 'Keep one of the two lines, or export the file again.',
      },
    });
    return false;
  });
}
