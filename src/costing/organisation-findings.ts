// What dated units have to tell: activity of units that were not there, and postings that do not say the month in which
// a responsibility changed hands.

import type { Finding } from '../findings/finding.ts';
import { holdingsAt, isThere } from '../model/holdings-at.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { sumOre } from '../money/ore.ts';
import type { Volume } from '../tables/activity.ts';
import type { AccountTotal } from '../tables/ledger.ts';

/** `accounts` are the actual ones of the cost year; `volumes` as they were delivered. */
export function organisationFindings(
  model: Model,
  accounts: readonly AccountTotal[],
  volumes: readonly Volume[],
): Finding[] {
  return [...changedHands(model, accounts), ...outsidePeriods(model, volumes)];
}

/** Activity counts at the unit that the file names; that it was not there then is told. */
function outsidePeriods({ organisation, years, file }: Model, volumes: readonly Volume[]): Finding[] {
  const periods = Map.groupBy(organisation?.holdings ?? [], ({ id }) => id);
  const outside = volumes.filter(({ unit, year, month }) => {
    const known = periods.get(unit);
    return year === years.cost && known && !known.some((period) => isThere(period, year, month));
  });
  return [...Map.groupBy(outside, ({ unit }) => unit)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([unit, found]) => {
      const months = [...new Set(found.map(({ month }) => month))].sort((a, b) => a - b);
      const when = months[0] === 0 ? `${years.cost}` : `month ${months.join(', ')} of ${years.cost}`;
      return {
        rule: 'costing/unit-not-there',
        severity: 'warning',
        message: `the unit "${unit}" has activity in ${when}, when it was not there`,
        remedy: 'Correct from and to in the table of units, or the unit in the activity.',
        where: { file, key: unit },
        count: found.reduce((sum, { rows }) => sum + rows, 0),
      };
    });
}

/** Without a month, a responsibility that changed hands counts with whoever had it last. */
function changedHands({ organisation, file }: Model, accounts: readonly AccountTotal[]): Finding[] {
  if (!organisation) return [];
  const yearly = accounts.filter(({ month = 0 }) => month === 0);
  return [...Map.groupBy(yearly, ({ responsibility }) => responsibility)]
    .sort(([a], [b]) => byKey(a, b))
    .flatMap(([responsibility, found]) => {
      const { holdings } = organisation;
      const holders = new Set(
        found.flatMap(({ year }) => holdingsAt(holdings, responsibility, year, 0).map(({ id }) => id)),
      );
      if (holders.size < 2) return [];
      const [last] = holders;
      return {
        rule: 'costing/no-month',
        severity: 'warning' as const,
        message: `responsibility ${responsibility} changed hands within the year, and its postings do not say the month; they count with "${last}", who had it last`,
        remedy: 'Deliver the ledger with months, or give the units responsibilities of their own.',
        where: { file, key: `responsibility ${responsibility}` },
        count: found.reduce((sum, { rows }) => sum + rows, 0),
        amountOre: sumOre(found.map(({ amountOre }) => amountOre)),
      };
    });
}
