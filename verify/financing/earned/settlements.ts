// The settlement of a whole year: R ≥ 0 keeps min(α·R, β·F), R < 0 carries max(δ·R, −γ·F).

import { exact, given, halfAway, times } from '../../fractions.ts';
import type { Cells, Row } from '../../rows.ts';
import type { Followed } from '../followed/followed.ts';

type Month = { unit: string; provision: string; purchaser: string; earned_ore: bigint; spent_ore: bigint };

/** Settled is what is the municipality's own, when December is in. */
export function settlementsOf(
  { financing, months, unitOf }: Followed,
  unitMonths: readonly Month[],
): Cells[] {
  const { settlement } = financing;
  if (!settlement || months.length < 12) return [];
  const { surplus, deficit, carriedIn } = settlement;
  const own = Map.groupBy(
    unitMonths.filter(({ provision }) => provision === 'own'),
    ({ unit }) => unit,
  );
  return [...new Set([...own.keys(), ...Object.keys(carriedIn)])].map((unit) => {
    const rows = own.get(unit) ?? [];
    const [carried_in_ore, financing_ore] = [
      BigInt(carriedIn[unit] ?? 0),
      rows.reduce((sum, row) => sum + row.earned_ore, 0n),
    ];
    const year_ore = rows.reduce((left, row) => left - row.spent_ore, financing_ore);
    const result_ore = year_ore + carried_in_ore;
    const isSurplus = result_ore >= 0n;
    const of = (ore: bigint, share: Row | undefined) => halfAway(times(exact(ore), given(share)));
    const [share, most] = isSurplus
      ? [surplus['keep'], surplus['atMost']]
      : [deficit['carry'], deficit['atMost']];
    const [part, limit] = [
      of(isSurplus ? result_ore : -result_ore, share),
      of(financing_ore > 0n ? financing_ore : 0n, most),
    ];
    const stays = part < limit ? part : limit;
    return {
      ...{
        unit,
        purchaser: rows[0]?.purchaser ?? unitOf(unit).purchaser ?? '',
        carried_in_ore,
        year_ore,
        result_ore,
        financing_ore,
      },
      ...{ kept_ore: isSurplus ? stays : 0n, returned_ore: isSurplus ? result_ore - stays : 0n },
      ...{ carried_ore: isSurplus ? 0n : -stays, covered_ore: isSurplus ? 0n : result_ore + stays },
    };
  });
}
