// Settlement: what units keep of a year's surplus and carry of its deficit. Off until it is voted.

import { apportion } from '../../../money/apportion.ts';
import type { Fraction } from '../../../money/fraction.ts';
import { type Ore, ore } from '../../../money/ore.ts';
import type { SettlementRules } from '../../financing.ts';
import { missing, readEntries, readFields, readKroner, readShare, readText } from '../../yaml/read-values.ts';
import { complain, type Spot } from '../../yaml/spot.ts';
import { sayStanding } from './financed-units.ts';
import type { FinancingGround } from './financing-ground.ts';

/** Reads `settlement:`; both sides are said, or none. */
export function readSettlement(spot: Spot, ground: FinancingGround): SettlementRules | undefined {
  const fields = readFields(spot, 'settlement', ['surplus', 'deficit', 'carried-in', 'source']);
  const surplus = fields.surplus
    ? readSide(fields.surplus, 'keep')
    : missing(spot, 'surplus', 'Say what units keep: "surplus: { keep: 50 %, at-most: 3 % }".');
  const deficit = fields.deficit
    ? readSide(fields.deficit, 'carry')
    : missing(spot, 'deficit', 'Say what units carry: "deficit: { carry: 100 %, at-most: 2 % }".');
  const carriedIn = fields['carried-in'] ? readCarriedIn(fields['carried-in'], ground) : new Map();
  const source = fields.source && readText(fields.source, 'who decided it');
  if (!fields.source)
    complain(spot, {
      rule: 'no-source',
      severity: 'warning',
      message: 'the settlement has no source.',
      remedy: 'Write who voted it: "source: council 12/26".',
    });
  if (!surplus || !deficit) return undefined;
  return {
    surplus: { keep: surplus.share, atMost: surplus.atMost },
    deficit: { carry: deficit.share, atMost: deficit.atMost },
    carriedIn,
    ...(source === undefined ? {} : { source }),
  };
}

/** `{ keep: 50 %, at-most: 3 % }`: of the result, and of the year's financing. */
function readSide(
  spot: Spot,
  what: 'keep' | 'carry',
): { readonly share: Fraction; readonly atMost: Fraction } | undefined {
  const side = what === 'keep' ? 'a surplus' : 'a deficit';
  const fields = readFields(spot, side, [what, 'at-most']);
  const share = fields[what]
    ? readShare(fields[what])
    : missing(spot, what, `Say which share of ${side}: "${what}: 50 %".`);
  const atMost = fields['at-most']
    ? readShare(fields['at-most'])
    : missing(spot, 'at-most', 'Say which share of the year’s financing is the most: "at-most: 3 %".');
  return share && atMost && { share, atMost };
}

/** `{ sjosiden: "-120 000" }`: kroner by unit; what a unit that has ended had is with those that took over. */
function readCarriedIn(spot: Spot, ground: FinancingGround): Map<string, Ore> {
  const carried = new Map<string, Ore>();
  for (const { key, at, value } of readEntries(spot, 'units and what they carry in')) {
    const heirs = sayStanding(key, at, ground);
    const amount = readKroner(value);
    if (amount === undefined || heirs.length === 0) continue;
    const units = heirs.map(({ unit }) => unit);
    const parts = apportion(
      amount,
      heirs.map(({ weight }) => weight),
      units,
    );
    for (const [i, unit] of units.entries()) carried.set(unit, ore((carried.get(unit) ?? 0n) + parts[i]!));
  }
  return carried;
}
