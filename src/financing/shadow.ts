// The shadow run: what units would earn under every model that has prices, and what the models would have paid on the
// cost year's own volumes, before anyone has acted.

import { add, fraction, roundHalfAway, ZERO } from '../money/fraction.ts';
import type { BaseYearShadow, ShadowMonth } from '../tables/financing.ts';
import type { EarnedMonth } from './earned.ts';
import type { Ground } from './ground.ts';
import { inOrder } from './ground.ts';
import { grown } from './own-rates.ts';
import { type Funding, worth } from './paid.ts';

/** What was earned in every month under a model. */
export const shadowMonths = ({ rules }: Funding, months: readonly EarnedMonth[]): ShadowMonth[] =>
  months.map(({ unit, month, earnedOre }) => ({ model: rules.name, unit, month, earnedOre }));

/**
 * Of each own unit that a model reaches: Σ January's price with supplements × the cost year's volume + base grant,
 * beside the unit's own grown cost of that year, each rounded once. Models that are frames have nothing to show.
 * @example one average price of 965 and 726 gives Sjøsiden 3.9 million more than its own year cost, Innlandet 3.9 less
 */
export function baseYearShadow(ground: Ground, { rules, book, base }: Funding): BaseYearShadow[] {
  if (rules.kind === 'frame') return [];
  const reached = new Set(rules.applies.flatMap(({ units }) => units));
  const volumes = Map.groupBy(base.volumes, ({ unit }) => unit);
  const costs = Map.groupBy(base.costs, ({ unit }) => unit);
  const units = inOrder([...volumes.keys(), ...costs.keys()]).filter(
    (unit) => reached.has(unit) && ground.unitOf(unit).provision === 'own',
  );
  return units.map((unit) => {
    const earned = (volumes.get(unit) ?? [])
      .map(({ service, level, parts }) => {
        const price = book.voted.unitPrice(unit, service, level);
        return price ? worth(ground, service, price, parts) : ZERO;
      })
      .reduce(add, fraction(book.voted.baseGrant(unit)));
    const own = (costs.get(unit) ?? []).map(grown).reduce(add, ZERO);
    const { name: model } = rules;
    return { model, unit, earnedOre: roundHalfAway(earned), ownCostOre: roundHalfAway(own) };
  });
}
