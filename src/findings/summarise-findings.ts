// Many findings in few lines: per rule how many there are, and how many rows, øre and how much volume they touch.

import { byKey } from '../money/apportion.ts';
import { type Ore, sumOre } from '../money/ore.ts';
import { type Finding, GRAVITY, type Severity } from './finding.ts';

/** The findings of one rule and severity, those that are accepted apart. Volumes are by measure: they do not add. */
export type FindingSummary = {
  readonly rule: string;
  readonly severity: Severity;
  readonly isAccepted: boolean;
  readonly findings: number;
  readonly rows: number;
  readonly amountOre?: Ore;
  readonly volumes: readonly { readonly measure: string; readonly parts: bigint }[];
};

/** The gravest first, what is accepted last, then by rule. */
export const byGravity = (
  a: { readonly rule: string; readonly severity: Severity; readonly isAccepted: boolean },
  b: { readonly rule: string; readonly severity: Severity; readonly isAccepted: boolean },
): number =>
  Number(a.isAccepted) - Number(b.isAccepted) ||
  GRAVITY[a.severity] - GRAVITY[b.severity] ||
  byKey(a.rule, b.rule);

/** One line per rule and severity, in order of gravity. */
export function summariseFindings(findings: readonly Finding[]): FindingSummary[] {
  const groups = Map.groupBy(findings, ({ rule, severity, accepted }) =>
    JSON.stringify([rule, severity, accepted !== undefined]),
  );
  return [...groups.values()].map(summary).sort(byGravity);
}

function summary(group: readonly Finding[]): FindingSummary {
  const { rule, severity, accepted } = group[0]!;
  const amounts = group.flatMap(({ amountOre }) => amountOre ?? []);
  const measured = group.flatMap(({ volume }) => volume ?? []);
  const volumes = [...Map.groupBy(measured, ({ measure }) => measure)]
    .sort(([a], [b]) => byKey(a, b))
    .map(([measure, all]) => ({ measure, parts: all.reduce((sum, { parts }) => sum + parts, 0n) }));
  return {
    ...{ rule, severity, isAccepted: accepted !== undefined, findings: group.length, volumes },
    rows: group.reduce((sum, { count }) => sum + (count ?? 0), 0),
    ...(amounts.length > 0 ? { amountOre: sumOre(amounts) } : {}),
  };
}
