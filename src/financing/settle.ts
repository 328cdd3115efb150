// Settlement: what units keep of a year's result and carry of a deficit, and what goes to or comes from the reserve of
// their purchaser. Off until it is voted.

import type { Finding } from '../findings/finding.ts';
import type { SettlementRules } from '../model/financing.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, multiply, roundHalfAway } from '../money/fraction.ts';
import { sumOre } from '../money/ore.ts';
import type { FinancingYear, ReserveLine, Settlement, UnitMonth } from '../tables/financing.ts';

/** Settlements in order of unit; what each purchaser's reserve gets of them all. */
export type Settled = {
  readonly settlements: readonly Settlement[];
  readonly reserves: readonly ReserveLine[];
  readonly findings: readonly Finding[];
};

/**
 * Settles the efficiency result of a whole year: R = the year's + what is carried in. R ≥ 0: kept = min(α·R, β·F), the
 * rest is returned. R < 0: carried = max(δ·R, −γ·F), the reserve covers the rest. F is what the unit earned in the year.
 * kept + returned = carried + covered = R, and the reserves get Σ (returned + covered): what units end with above what
 * they began with and their year, and what the reserves get, sum to zero. Units that care is bought from are not settled.
 * @example R 300,000 of F 8,000,000, keep 50 % at most 3 %: kept 150,000, returned 150,000
 */
export function settle(model: Model, year: FinancingYear): Settled {
  const rules = model.financing?.settlement;
  if (!rules) return { settlements: [], reserves: [], findings: [] };
  if (year.through !== 12) return { settlements: [], reserves: [], findings: [notOver(model, year)] };
  const own = year.months.filter(({ provision }) => provision === 'own');
  const byUnit = Map.groupBy(own, ({ unit }) => unit);
  const purchasers = new Map(model.units.map(({ id, purchaser }) => [id, purchaser ?? '']));
  const units = [...new Set([...byUnit.keys(), ...rules.carriedIn.keys()])].sort(byKey);
  const settlements = units.map((unit) => {
    const months = byUnit.get(unit) ?? [];
    const purchaser = months[0]?.purchaser ?? purchasers.get(unit) ?? '';
    return settleUnit(rules, { unit, purchaser }, months);
  });
  const reserves = [...Map.groupBy(settlements, ({ purchaser }) => purchaser)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([purchaser, those]) => ({
      purchaser,
      amountOre: sumOre(those.map(({ returnedOre, coveredOre }) => returnedOre + coveredOre)),
    }));
  return { settlements, reserves, findings: [] };
}

function settleUnit(
  { surplus, deficit, carriedIn }: SettlementRules,
  place: Pick<Settlement, 'unit' | 'purchaser'>,
  months: readonly UnitMonth[],
): Settlement {
  const carriedInOre: bigint = carriedIn.get(place.unit) ?? 0n;
  const financingOre = sumOre(months.map(({ earnedOre }) => earnedOre));
  const yearOre = financingOre - sumOre(months.map(({ spentOre }) => spentOre));
  const resultOre = yearOre + carriedInOre;
  const isSurplus = resultOre >= 0n;
  const size = isSurplus ? resultOre : -resultOre;
  const { share, atMost } = isSurplus
    ? { share: surplus.keep, atMost: surplus.atMost }
    : { share: deficit.carry, atMost: deficit.atMost };
  const stays = least(times(size, share), times(financingOre > 0n ? financingOre : 0n, atMost));
  return {
    ...{ ...place, carriedInOre, yearOre, resultOre, financingOre },
    keptOre: isSurplus ? stays : 0n,
    returnedOre: isSurplus ? size - stays : 0n,
    carriedOre: isSurplus ? 0n : -stays,
    coveredOre: isSurplus ? 0n : stays - size,
  };
}

const times = (amountOre: bigint, share: Fraction): bigint =>
  roundHalfAway(multiply({ num: amountOre, den: 1n }, share));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const notOver = ({ file, financing }: Model, { year, through }: FinancingYear): Finding => ({
  rule: 'financing/not-over',
  severity: 'error',
  message: `${year} is followed to month ${through}, and only a whole year is settled`,
  remedy: 'Settle when December is in.',
  where: financing
    ? { file: financing.at.file, line: financing.at.line, position: financing.at.column, key: 'settlement' }
    : { file, key: 'settlement' },
});
