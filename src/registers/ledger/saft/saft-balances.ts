// The closing balance of every account against its opening balance and its lines. Exports are known to disagree here
// even where their totals agree (the tax administration's own example does), so it warns.

import type { Finding } from '../../../findings/finding.ts';
import { ore } from '../../../money/ore.ts';
import { listFindings } from '../../list-findings.ts';
import { showCell } from '../../tables/fault.ts';
import { isOre, saftAmount } from './saft-amount.ts';
import type { SaftAccount } from './saft-record.ts';
import { kroner } from './saft-totals.ts';

/** A warning for each account whose balances and lines disagree. `moved` holds the sum of each account's lines in øre. */
export function compareBalances(
  accounts: ReadonlyMap<string, SaftAccount>,
  moved: ReadonlyMap<string, { readonly amountOre: bigint }>,
  file: string,
): Finding[] {
  return listFindings(
    [...accounts.values()].flatMap((account) =>
      compareBalance(account, moved.get(account.id)?.amountOre ?? 0n, file),
    ),
  );
}

function compareBalance(account: SaftAccount, movedOre: bigint, file: string): Finding[] {
  const opening = balanceOf(account.openingDebit, account.openingCredit);
  const closing = balanceOf(account.closingDebit, account.closingCredit);
  if (opening === undefined || closing === undefined || opening + movedOre === closing) return [];
  const difference = opening + movedOre - closing;
  return [
    {
      rule: 'saft/closing-balance',
      severity: 'warning',
      message: `Account ${showCell(account.id, false)} opens with ${kroner(opening)} kr and moves ${kroner(movedOre)} kr; its closing balance is given as ${kroner(closing)} kr, a difference of ${kroner(difference)} kr.`,
      remedy: 'Ask the supplier of the accounting system, or of the export, which of the two is right.',
      where: { file, column: 'ClosingDebitBalance' },
      amountOre: ore(difference),
    },
  ];
}

/** Debit − credit; undefined where the file gives neither, or no amounts. */
function balanceOf(debit: string | undefined, credit: string | undefined): bigint | undefined {
  if (debit === undefined && credit === undefined) return undefined;
  const [plus, minus] = [saftAmount(debit ?? '0'), saftAmount(credit ?? '0')];
  return isOre(plus) && isOre(minus) ? plus - minus : undefined;
}
