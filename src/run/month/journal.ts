// The settlement as a journal for the financial system: what each unit's result of the year becomes, and what the
// reserves of the purchasers get or pay. It sums to zero.

import type { Model } from '../../model/model.ts';
import { toDecimal } from '../../money/fraction.ts';
import type { ReserveLine, Settlement } from '../../tables/financing.ts';

/** One line: debit positive, credit negative, in øre. `account` says what it is, in the journal's own words. */
export type JournalLine = {
  readonly unit: string;
  readonly responsibility: string;
  readonly account: 'result' | 'carried-forward' | 'reserve';
  readonly text: string;
  readonly amountOre: bigint;
};

/**
 * Three kinds of lines. result: the unit's result is taken out (a surplus as a debit). carried-forward: what it keeps (a
 * credit) or owes (a debit). reserve: what the purchaser's reserve gets (a credit) or pays. They sum to zero, since
 * kept + returned = carried + covered = result.
 * @example result 300,000, kept 150,000: debit 300,000, credit 150,000 and 150,000
 */
export function journal(
  model: Model,
  year: number,
  settlements: readonly Settlement[],
  reserves: readonly ReserveLine[],
): JournalLine[] {
  const responsibility = (unit: string): string =>
    model.units.find(({ id }) => id === unit)?.responsibilities[0]?.from ?? '';
  const line = (unit: string, account: JournalLine['account'], text: string, amountOre: bigint) => ({
    ...{ unit, responsibility: responsibility(unit), account, text, amountOre },
  });
  const lines = settlements.flatMap(({ unit, resultOre, keptOre, carriedOre }) => [
    line(unit, 'result', `Result ${year} taken out`, resultOre),
    line(unit, 'carried-forward', `Result ${year} carried into ${year + 1}`, -(keptOre + carriedOre)),
  ]);
  const held = reserves.map(({ purchaser, amountOre }) =>
    line(purchaser, 'reserve', `Settlement ${year} of units`, -amountOre),
  );
  return [...lines, ...held].filter(({ amountOre }) => amountOre !== 0n);
}

/** 30000050n øre → "300000,50", as Nordic financial systems import it. */
export const commaKroner = (amountOre: bigint): string =>
  toDecimal({ num: amountOre, den: 100n }, 2).replace('.', ',');

/** The journal as a table for import: semicolons, decimal comma, kroner; debit and credit apart. */
export function journalText(year: number, lines: readonly JournalLine[]): string {
  const kroner = (amountOre: bigint): string => (amountOre > 0n ? commaKroner(amountOre) : '');
  const rows = lines.map(({ unit, responsibility, account, text, amountOre }) =>
    [year, unit, responsibility, account, text, kroner(amountOre), kroner(-amountOre)].join(';'),
  );
  return `${['year;unit;responsibility;account;text;debit;credit', ...rows].join('\n')}\n`;
}
