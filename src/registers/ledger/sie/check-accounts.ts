// Whether a SIE file's accounts are declared and mapped, its balance accounts seen, and its dimensions those that the
// source names.

import type { Finding } from '../../../findings/finding.ts';
import { byKey } from '../../../money/apportion.ts';
import { sumOre } from '../../../money/ore.ts';
import { sieFinding } from './sie-finding.ts';
import { accountClass } from './sie-head.ts';
import type { SieReading, Tally } from './sie-reading.ts';

type Used = readonly (readonly [account: string, tally: Tally])[];

/** Accounts without #KONTO, accounts that the map does not have, and how much stands on balance accounts. */
export function checkAccounts({ accounts, head, source }: SieReading): Finding[] {
  const used: Used = [...accounts].sort(([a], [b]) => byKey(a, b));
  const isBalance = (account: string): boolean => /[TS]/.test(accountClass(head, account));
  const { accountMap } = source;
  const undeclared = head.declared.size === 0 ? [] : used.filter(([account]) => !head.declared.has(account));
  const unmapped = accountMap
    ? used.filter(([account]) => !isBalance(account) && !accountMap.accounts.has(account))
    : [];
  return [
    ...undeclared.map(([account, { rows, first, sumOre }]) =>
      sieFinding({
        rule: 'undeclared-account',
        severity: 'warning',
        message: `Account ${account} has postings and no #KONTO.`,
        remedy: 'Check the account in the accounting system; its postings are taken as they are.',
        row: first,
        count: rows,
        amountOre: sumOre,
      }),
    ),
    ...unmapped.map(([account, { rows, first, sumOre }]) =>
      sieFinding({
        rule: 'unmapped-account',
        severity: 'warning',
        message: `Account ${account} is not in ${accountMap?.file}; it stays its own article.`,
        remedy: 'Add it to the account map.',
        row: first,
        count: rows,
        amountOre: sumOre,
      }),
    ),
    ...balanceAccounts(used.filter(([account]) => isBalance(account))),
  ];
}

/** Assets and debts are canonical like the rest, so that the file's sum can be controlled; pools leave them out by class. */
function balanceAccounts(used: Used): Finding[] {
  if (used.length === 0) return [];
  return [
    sieFinding({
      rule: 'balance-accounts',
      severity: 'note',
      message: 'Postings on assets and debts are read too; they have class T and S.',
      remedy: 'Begin the pools with one that takes class: [T, S] and is not-costed, if none does.',
      count: used.reduce((sum, [, { rows }]) => sum + rows, 0),
      amountOre: sumOre(used.map(([, tally]) => tally.sumOre)),
    }),
  ];
}

/** The standard's dimension of employees: their numbers may be personal identifiers. */
const EMPLOYEES = '7';

/** Dimensions that the source names and no line has, and the dimension of employees, which is not read. */
export function checkDimensions({ book, source, read }: SieReading): Finding[] {
  const declared = book.fields.flatMap((field, i) =>
    source.dimensions?.[field] === undefined ? [] : [{ field, i, dimension: book.dimensions[i]! }],
  );
  const named = declared.filter(({ i }) => read > 0 && !book.locals.some(({ texts }) => texts[i] !== ''));
  return [
    ...(declared.some(({ dimension }) => dimension === EMPLOYEES)
      ? [
          sieFinding({
            rule: 'employee-dimension',
            severity: 'error',
            message: 'Dimension 7 holds employees, who are not read into a ledger.',
            remedy: 'Take it out of dimensions in the source.',
          }),
        ]
      : []),
    ...named.map(({ field, dimension }) =>
      sieFinding({
        rule: 'dimension-without-objects',
        severity: 'warning',
        message: `No line has an object of dimension ${dimension}, which the source names for ${field}.`,
        remedy: 'Check the number against #DIM in the file.',
      }),
    ),
  ];
}
