// Accounts and volumes at the units that answer for them: as organised then, whoever had the responsibility in the
// month; as organised now, the heirs of units that have ended, by their weights, to the øre.

import { atHeirs, type HeirShare, joinRows } from '../model/at-heirs.ts';
import { holdingsAt } from '../model/holdings-at.ts';
import { matchesCode } from '../model/match-code.ts';
import { type Model, WHOLE_MUNICIPALITY } from '../model/model.ts';
import type { Volume } from '../tables/activity.ts';
import { keyOf } from '../tables/keys.ts';
import { type AccountTotal, accountKey } from '../tables/ledger.ts';
import { monthCode } from '../time/month-text.ts';
import { remembering } from './remembering.ts';

/** What an account holds at a unit, "" where no unit has its responsibility. */
export type UnitAccount = { readonly account: AccountTotal; readonly unit: string };

/** Accounts summed by unit, in order of account and unit. Totals are kept to the øre, whatever the heirs. */
export function accountsByUnit(model: Model, accounts: readonly AccountTotal[]): UnitAccount[] {
  const unitOf = unitFinder(model);
  const then = summed(accounts.map((account) => ({ account, unit: unitOf(account) })));
  const heirs = model.organisation?.heirs;
  if (!heirs?.size) return then;
  return summed(
    then.flatMap((placed) =>
      atHeirs(placed, heirs, ({ divide }) => ({ account: shareOf(placed.account, divide) })).filter(
        ({ account, unit }) => unit === placed.unit || account.rows !== 0 || account.amountOre !== 0n,
      ),
    ),
  );
}

const shareOf = (account: AccountTotal, divide: HeirShare['divide']): AccountTotal => ({
  ...account,
  rows: Number(divide(BigInt(account.rows))),
  amountOre: divide(account.amountOre),
});

function summed(placed: readonly UnitAccount[]): UnitAccount[] {
  return joinRows(
    placed.map(withoutMonth),
    ({ account, unit }) => keyOf(accountKey(account), unit),
    addAccount,
  );
}

const withoutMonth = ({ account: { month: _, ...account }, unit }: UnitAccount): UnitAccount => ({
  account,
  unit,
});

const addAccount = ({ account: sum, unit }: UnitAccount, { account }: UnitAccount): UnitAccount => ({
  account: { ...sum, rows: sum.rows + account.rows, amountOre: sum.amountOre + account.amountOre },
  unit,
});

/** Volumes at the units that answer for them, in order of service, unit, level, state and month. */
export function volumesByUnit({ organisation }: Model, volumes: readonly Volume[]): readonly Volume[] {
  const heirs = organisation?.heirs;
  if (!heirs?.size) return volumes;
  const shares = volumes.flatMap((volume) =>
    atHeirs(volume, heirs, ({ divide }) => ({
      rows: Number(divide(BigInt(volume.rows))),
      parts: divide(volume.parts),
    })).filter(({ unit, rows, parts }) => unit === volume.unit || rows !== 0 || parts !== 0n),
  );
  return joinRows(
    shares,
    ({ service, unit, level, state, year, month }) =>
      keyOf(service, unit, level, state, year, monthCode(month)),
    (sum, { rows, parts }) => ({ ...sum, rows: sum.rows + rows, parts: sum.parts + parts }),
  );
}

/** The unit that an account belongs to, "" where none has it. The whole municipality owns what no unit claims. */
function unitFinder({ units, organisation }: Model): (account: AccountTotal) => string {
  if (organisation) {
    const holder = remembering((key: string) => {
      const [responsibility = '', year = '', month = ''] = key.split('\u0000');
      return holdingsAt(organisation.holdings, responsibility, Number(year), Number(month))[0]?.id ?? '';
    });
    return ({ responsibility, year, month = 0 }) => holder([responsibility, year, month].join('\u0000'));
  }
  const whole = units.some(({ id }) => id === WHOLE_MUNICIPALITY) ? WHOLE_MUNICIPALITY : '';
  const owner = remembering(
    (responsibility: string) =>
      units.find(({ responsibilities }) => matchesCode(responsibility, responsibilities))?.id ?? whole,
  );
  return ({ responsibility }) => owner(responsibility);
}
