// What a SIE file says twice: an account's balance and the vouchers or months behind it. Where they differ, the postings
// are what was read, and the difference is told by account.

import type { Finding } from '../../../findings/finding.ts';
import { byKey } from '../../../money/apportion.ts';
import { sumOre } from '../../../money/ore.ts';
import type { Row } from './balance-lines.ts';
import { accountAndAmount, isFault } from './posting-lines.ts';
import { sieAmount } from './sie-amount.ts';
import { sieFinding } from './sie-finding.ts';
import { accountClass } from './sie-head.ts';
import type { SieReading } from './sie-reading.ts';
import { formOf } from './take-balances.ts';

/** By the form of the file; budgets have nothing beside them. */
export function checkResults(reading: SieReading): Finding[] {
  const form = formOf(reading);
  if (form === 'budget' || reading.read === 0) return [];
  if (form === 'year') return checkBalanceSheet(reading);
  return [...checkIncome(reading), ...(form === 'vouchers' ? checkClosing(reading) : [])];
}

/** Account → balance of year 0; lines that cannot be read are left out. */
function balancesOf(rows: readonly Row[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { line } of rows) {
    const found = accountAndAmount(line, { account: 1, amount: 2 });
    if (!isFault(found)) balances.set(found.account, (balances.get(found.account) ?? 0n) + found.amountOre);
  }
  return balances;
}

/** What was read of an account; lines outside the fiscal year are in it. */
const readOf = ({ accounts }: SieReading, account: string): bigint => accounts.get(account)?.sumOre ?? 0n;

function checkIncome(reading: SieReading): Finding[] {
  const { balances, accounts, head } = reading;
  if (balances['#RES'].length === 0) return [];
  const said = balancesOf(balances['#RES']);
  const results = [...accounts.keys()].filter((account) => /[IK]/.test(accountClass(head, account)));
  return differences(reading, [...new Set([...said.keys(), ...results])], (account) => ({
    expected: said.get(account) ?? 0n,
    label: '#RES',
  }));
}

/** #IB + vouchers = #UB. */
function checkClosing(reading: SieReading): Finding[] {
  const opening = balancesOf(reading.balances['#IB']);
  const closing = balancesOf(reading.balances['#UB']);
  return differences(reading, [...closing.keys()], (account) => ({
    expected: closing.get(account)! - (opening.get(account) ?? 0n),
    label: '#UB less #IB',
  }));
}

function differences(
  reading: SieReading,
  accounts: readonly string[],
  saidOf: (account: string) => { readonly expected: bigint; readonly label: string },
): Finding[] {
  return [...accounts].sort(byKey).flatMap((account) => {
    const { expected, label } = saidOf(account);
    const read = readOf(reading, account);
    if (read === expected) return [];
    return [
      sieFinding({
        rule: 'balance-differs',
        severity: 'warning',
        message: `Account ${account}: the lines sum to ${sieAmount(read)}, ${label} says ${sieAmount(expected)}.`,
        remedy: 'Check that the file is whole and holds the whole year; the lines are what is read.',
        row: reading.accounts.get(account)?.first,
        amountOre: read - expected,
      }),
    ];
  });
}

/** Type 1: closing balances and the year's result come to nothing together, as debit and credit do. */
function checkBalanceSheet({ balances, sumOre: result }: SieReading): Finding[] {
  if (balances['#UB'].length === 0) return [];
  const total = sumOre([result, ...balancesOf(balances['#UB']).values()]);
  if (total === 0n) return [];
  return [
    sieFinding({
      rule: 'unbalanced-year',
      severity: 'warning',
      message: `Closing balances (#UB) and result (#RES) sum to ${sieAmount(total)}; together they should be nothing.`,
      remedy: 'Check that the file is whole.',
      amountOre: total,
    }),
  ];
}
