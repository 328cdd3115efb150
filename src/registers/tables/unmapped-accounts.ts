// Own accounts that the account map does not have: their postings count, with the own account as their article, and
// each is told with what stands on it and the account that was perhaps meant.

import type { Finding } from '../../findings/finding.ts';
import type { AccountMap, LedgerSource } from '../../model/model.ts';
import { nearestName } from '../../model/yaml/nearest-name.ts';
import { byKey } from '../../money/apportion.ts';
import { ore, sumOre } from '../../money/ore.ts';
import { type Relation, sumsByAccount } from '../../store/scan.ts';
import type { ReadContext } from '../reader.ts';
import { showCell } from './fault.ts';
import type { JudgedAccounts } from './judge-accounts.ts';
import { LISTED, listed } from './outcome.ts';

type Sum = {
  readonly account: number;
  readonly rows: bigint;
  readonly first: number;
  readonly total: bigint;
};

/** A warning for each own account outside the map that sound postings stand on: the first twenty, then how many more. */
export async function unmappedFindings(
  { db, stage }: ReadContext,
  { file, relation }: { readonly file: string; readonly relation: Relation },
  { accountMap, columns }: LedgerSource,
  unmapped: JudgedAccounts['unmapped'],
): Promise<Finding[]> {
  const positions = [...new Set([...unmapped.values()].flatMap((known) => [...known]))];
  if (!accountMap || positions.length === 0) return [];
  const rows = await db.rows<Sum>(sumsByAccount(stage, relation, positions));
  const sums = new Map(rows.map((row) => [row.account, row]));
  const touched = [...unmapped].flatMap(([own, accounts]) => {
    const here = [...accounts].flatMap((account) => sums.get(account) ?? []);
    return here.length === 0 ? [] : [{ own, here }];
  });
  const column = columns.article ?? columns.account;
  const findings = touched
    .sort((a, b) => byKey(a.own, b.own))
    .map(({ own, here }, i): Finding => {
      const row = here.reduce((first, sum) => Math.min(first, sum.first), Number.POSITIVE_INFINITY);
      return {
        rule: 'ledger/unmapped-account',
        severity: 'warning',
        message: describe(own, accountMap),
        remedy: i < LISTED ? remedyFor(own, accountMap) : 'Give it a row there.',
        where: { file, row, ...(column !== undefined && { column }) },
        count: here.reduce((count, sum) => count + Number(sum.rows), 0),
        amountOre: sumOre(here.map(({ total }) => ore(total))),
      };
    });
  return withAmountOfRest(findings);
}

const describe = (own: string, { file }: AccountMap): string =>
  own === ''
    ? `Postings without an account cannot be looked up in ${file}; they count without an article.`
    : `Account ${showCell(own, false)} does not stand in ${file}; it counts as article ${showCell(own, false)}.`;

function remedyFor(own: string, { accounts }: AccountMap): string {
  if (own === '') return 'Give them their account.';
  const near = nearestName(own, [...accounts.keys()]);
  const meant =
    near === undefined
      ? ''
      : ` The nearest account there is ${near} (article ${accounts.get(near)!.article}).`;
  return `Give it a row there, or correct the postings.${meant}`;
}

/** The finding that counts the rest says their amount too. */
function withAmountOfRest(findings: readonly Finding[]): Finding[] {
  const told = listed(findings, 'accounts');
  const rest = findings.slice(LISTED).flatMap(({ amountOre }) => amountOre ?? []);
  if (rest.length === 0) return told;
  return told.map((finding, i) => (i === LISTED ? { ...finding, amountOre: sumOre(rest) } : finding));
}
