// Accounts and volumes at the units that answer for them: as organised then, whoever had the responsibility in the
// month; as organised now, the heirs of units that have ended, by their weights, to the øre.

import { holdingsAt } from '../model/holdings-at.ts';
import { matchesCode } from '../model/match-code.ts';
import { type Heir, type Model, WHOLE_MUNICIPALITY } from '../model/model.ts';
import { apportion, byKey } from '../money/apportion.ts';
import type { Volume } from '../tables/activity.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
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
    then.flatMap(({ account, unit }) =>
      inherited({ rows: BigInt(account.rows), sum: account.amountOre }, unit, heirs).map((part) => ({
        account: { ...account, rows: part.rows, amountOre: part.sum },
        unit: part.unit,
      })),
    ),
  );
}

function summed(placed: readonly UnitAccount[]): UnitAccount[] {
  const groups = Map.groupBy(placed, ({ account, unit }) => keyOf(accountKey(account), unit));
  return [...groups]
    .sort(([a], [b]) => byKey(a, b))
    .map(([, group]) => group.map(withoutMonth).reduce(addAccount));
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
  if (!organisation?.heirs.size) return volumes;
  const sums = new Map<string, Volume>();
  for (const volume of volumes)
    for (const part of inherited(
      { rows: BigInt(volume.rows), sum: volume.parts },
      volume.unit,
      organisation.heirs,
    )) {
      const { service, level, state, year, month } = volume;
      const key = keyOf(service, part.unit, level, state, year, monthCode(month));
      const before = sums.get(key);
      const [rows, parts] = [part.rows + (before?.rows ?? 0), part.sum + (before?.parts ?? 0n)];
      sums.set(key, { ...volume, unit: part.unit, rows, parts });
    }
  return valuesInOrder(sums);
}

type Held = { readonly rows: bigint; readonly sum: bigint };
type Inherited = { readonly unit: string; readonly rows: number; readonly sum: bigint };

/**
 * What heirs get of what a unit held, none who gets nothing; all of it stays where the unit has no heirs.
 * @example 100 øre in 3 postings of a, whose heirs are b 3 and c 2 → b 60 øre in 2, c 40 øre in 1
 */
function inherited(
  { rows, sum }: Held,
  unit: string,
  heirs: ReadonlyMap<string, readonly Heir[]>,
): Inherited[] {
  const those = heirs.get(unit);
  if (!those) return [{ unit, rows: Number(rows), sum }];
  const weights = those.map(({ weight }) => weight);
  const keys = those.map((heir) => heir.unit);
  const [counted, divided] = [apportion(rows, weights, keys), apportion(sum, weights, keys)];
  return those
    .map((heir, i) => ({ unit: heir.unit, rows: Number(counted[i]), sum: divided[i]! }))
    .filter((part) => part.rows !== 0 || part.sum !== 0n);
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
