// What is worth knowing about the accounts and analyses of a file as a whole: those that the declared dimensions and the
// account map do not meet.

import type { Finding } from '../../../findings/finding.ts';
import type { LedgerSource } from '../../../model/model.ts';
import { byKey } from '../../../money/apportion.ts';
import { ore } from '../../../money/ore.ts';
import { ACCOUNT_FIELDS } from '../../../tables/ledger.ts';
import { listFindings } from '../../list-findings.ts';
import { showCell } from '../../tables/fault.ts';
import { isBalance, kostraArticle } from './saft-accounts.ts';
import type { SaftAccount } from './saft-record.ts';

/** Per account of the file with lines: their sum in øre and how many. */
export type Moved = ReadonlyMap<string, { readonly lines: number; readonly amountOre: bigint }>;

/** `types` are the analysis types that the file has. */
export function checkAccounts(
  source: LedgerSource,
  accounts: ReadonlyMap<string, SaftAccount>,
  moved: Moved,
  types: ReadonlySet<string>,
  file: string,
): Finding[] {
  const known = [...moved].sort(([a], [b]) => byKey(a, b));
  return [
    ...lackingTypes(source, types, file),
    ...listFindings(
      known
        .filter(([id]) => !accounts.has(id))
        .map(([id, { lines, amountOre }]) => ({
          rule: 'saft/unknown-account',
          severity: 'warning',
          message: `Lines stand on account ${showCell(id, false)}, which is not among the accounts of the file.`,
          remedy: 'Export the file again, with all accounts.',
          where: { file, column: 'AccountID' },
          count: lines,
          amountOre: ore(amountOre),
        })),
    ),
    ...listFindings(unmapped(source, accounts, known, file)),
    ...ownArticles(source, accounts, known, file),
  ];
}

type KnownMoved = readonly (readonly [id: string, { readonly lines: number; readonly amountOre: bigint }])[];

/** A declared dimension that the file cannot have leaves every account without it. */
function lackingTypes(
  { dimensions = {} }: LedgerSource,
  types: ReadonlySet<string>,
  file: string,
): Finding[] {
  const there = [...types]
    .sort(byKey)
    .slice(0, 20)
    .map((type) => showCell(type, false));
  return ACCOUNT_FIELDS.flatMap((field): Finding[] => {
    const type = dimensions[field];
    if (type === undefined || types.has(type)) return [];
    return [
      {
        rule: 'saft/no-such-analysis',
        severity: 'error',
        message: `The file has no analysis type "${type}", which is to hold the ${field}; it has ${there.length === 0 ? 'none' : there.join(', ')}.`,
        remedy: 'Correct dimensions at the source, or export the file with its analyses.',
        where: { file, column: 'AnalysisType' },
      },
    ];
  });
}

/** Accounts outside the balance that the account map leaves out. */
function unmapped(
  { accountMap }: LedgerSource,
  accounts: ReadonlyMap<string, SaftAccount>,
  moved: KnownMoved,
  file: string,
): Finding[] {
  if (!accountMap) return [];
  const left = moved.filter(([id]) => !accountMap.accounts.has(id) && !isBalance(accounts.get(id)));
  return left.map(([id, { lines, amountOre }]) => {
    const article = kostraArticle(accounts.get(id));
    return {
      rule: 'saft/unmapped-account',
      severity: 'warning',
      message: `Account ${showCell(id, false)} does not stand in ${accountMap.file}; it counts as article ${showCell(article ?? id, false)}.`,
      remedy: 'Give it a row there.',
      where: { file, column: 'AccountID' },
      count: lines,
      amountOre: ore(amountOre),
    };
  });
}

/** Without a map and without KOSTRA's articles in the file, pools see the municipality's own accounts. */
function ownArticles(
  { accountMap }: LedgerSource,
  accounts: ReadonlyMap<string, SaftAccount>,
  moved: KnownMoved,
  file: string,
): Finding[] {
  if (accountMap) return [];
  const own = moved.filter(([id]) => {
    const account = accounts.get(id);
    return kostraArticle(account) === undefined && !isBalance(account);
  });
  if (own.length === 0) return [];
  return [
    {
      rule: 'saft/own-articles',
      severity: 'note',
      message: `${own.length} accounts have no KOSTRA article in the file and stand as articles themselves, such as ${showCell(own[0]![0], false)}.`,
      remedy:
        'Name a table of own accounts under account-map where pools, concepts or natures go by official articles.',
      where: { file, column: 'GroupingCode' },
      count: own.reduce((sum, [, { lines }]) => sum + lines, 0),
    },
  ];
}
