// What looks wrong with a ledger file as a whole: it is of another year, or its signs are turned.

import type { Finding } from '../../findings/finding.ts';
import type { LedgerSource } from '../../model/model.ts';
import { ore } from '../../money/ore.ts';
import { sumOfAccounts, yearsOf } from '../../store/scan.ts';
import type { Account } from '../../tables/ledger.ts';
import type { ReadContext } from '../reader.ts';
import { ledgerYears } from '../reading-year.ts';

/** KOSTRA: articles before this one are expenses. */
const FIRST_INCOME_ARTICLE = '600';

/** About the whole file; its rows stay canonical. */
export async function ledgerFindings(
  context: ReadContext,
  file: string,
  source: LedgerSource,
  accounts: readonly Account[],
): Promise<Finding[]> {
  return [
    ...(await otherYears(context, file, source)),
    ...(context.model.municipality.country === 'NO' ? await turnedSigns(context, file, accounts) : []),
  ];
}

type Year = { readonly year: number; readonly rows: bigint; readonly total: bigint };

/** Years that are not asked for count in no costing: a warning with rows and øre; a file without any other is an error. */
async function otherYears(
  { db, stage, model }: ReadContext,
  file: string,
  source: LedgerSource,
): Promise<Finding[]> {
  if (source.year !== undefined) return [];
  const wanted = ledgerYears(source, model.years);
  const years = await db.rows<Year>(yearsOf(stage, 'ledger'));
  const others = years.filter(({ year }) => !wanted.includes(year));
  const severity = others.length === years.length ? 'error' : 'warning';
  const remedy = `Deliver the file of ${wanted.join(' or ')}, or write year: in the source if another is meant.`;
  return others.map(({ year, rows, total }) => ({
    rule: 'ledger/other-year',
    severity,
    message: `The file has postings of ${year}; the model asks for ${wanted.join(' or ')}.`,
    remedy,
    where: { file },
    count: Number(rows),
    amountOre: ore(total),
  }));
}

/** Expenses that sum to less than nothing: income and expense have changed places. */
async function turnedSigns(
  { db, stage }: ReadContext,
  file: string,
  accounts: readonly Account[],
): Promise<Finding[]> {
  const expenses = accounts.flatMap(({ article }, code) =>
    article !== '' && article < FIRST_INCOME_ARTICLE ? [code] : [],
  );
  if (expenses.length === 0) return [];
  const [sum] = await db.rows<{ total: bigint }>(sumOfAccounts(stage, expenses));
  if (sum!.total >= 0n) return [];
  return [
    {
      rule: 'ledger/turned-signs',
      severity: 'warning',
      message:
        'The expense articles sum to a negative amount: income and expense seem to have changed signs.',
      remedy: 'Check income: negative or positive under amount in the source.',
      where: { file },
      amountOre: ore(sum!.total),
    },
  ];
}
