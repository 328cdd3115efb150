// A file with ten thousand equal faults is told in twenty lines and a count, not in ten thousand lines.

import type { Finding } from '../findings/finding.ts';
import { type Ore, sumOre } from '../money/ore.ts';

/** How many findings of one rule, severity and column are listed one by one. */
export const LISTED_PER_RULE = 20;

/**
 * Keeps the first `most` findings of each rule, severity, file and column, in the order given, and sums up the rest of
 * them in one finding that counts them and their øre.
 */
export function listFindings(findings: readonly Finding[], most = LISTED_PER_RULE): Finding[] {
  const groups = Map.groupBy(findings, ({ rule, severity, where }) =>
    JSON.stringify([rule, severity, where.file, where.column]),
  );
  return [...groups.values()].flatMap((group) => {
    if (group.length <= most) return group;
    return [...group.slice(0, most), summedUp(group.slice(most))];
  });
}

function summedUp(rest: readonly Finding[]): Finding {
  const count = rest.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
  const amounts = rest.flatMap(({ amountOre }) => amountOre ?? []);
  return moreOf(rest[0]!, count, amounts.length > 0 ? sumOre(amounts) : undefined);
}

/** "And 9980 more of the same kind": of the same rule, file and column. */
export function moreOf(
  { rule, severity, remedy, where }: Finding,
  count: number,
  amountOre: Ore | undefined,
): Finding {
  return {
    rule,
    severity,
    message: `And ${count} more of the same kind.`,
    ...(remedy === undefined ? {} : { remedy }),
    where: {
      ...(where.file === undefined ? {} : { file: where.file }),
      ...(where.column === undefined ? {} : { column: where.column }),
    },
    count,
    ...(amountOre === undefined ? {} : { amountOre }),
  };
}
