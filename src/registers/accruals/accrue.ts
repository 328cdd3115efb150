// What the accruals of a model move between the months of a year, unit by unit: holiday pay to where it is earned, late
// supplements and refunds to where they belong.

import type { Accrual } from '../../model/accrual.ts';
import { matchesCode } from '../../model/match-code.ts';
import { byKey } from '../../money/apportion.ts';
import type { AccrualLine, UnitPosting } from '../../tables/accruals.ts';
import { earnedAccruals, laggedAccruals } from '../../time/accruals.ts';

/**
 * The lines of a year, none of them 0, in order of unit, accrual as declared and month. An article is moved by the
 * first accrual that holds it. What has no month (0) stays where it is and earns nothing.
 */
export function accrue(
  postings: readonly UnitPosting[],
  accruals: readonly Accrual[],
  year: number,
): AccrualLine[] {
  const dated = postings.filter(
    (posting) => posting.year === year && posting.month >= 1 && posting.month <= 12,
  );
  const units = [...Map.groupBy(dated, ({ unit }) => unit)].sort(([a], [b]) => byKey(a, b));
  return units.flatMap(([unit, own]) => {
    const taken = Map.groupBy(own, ({ article }) => accrualOf(article, accruals)?.name);
    return accruals.flatMap((accrual) =>
      linesOf(accrual, byMonth(taken.get(accrual.name) ?? []), own).flatMap((amountOre, i) =>
        amountOre === 0n ? [] : [{ unit, accrual: accrual.name, month: i + 1, amountOre }],
      ),
    );
  });
}

/** The accrual that moves an article; undefined where none does. */
export const accrualOf = (article: string, accruals: readonly Accrual[]): Accrual | undefined =>
  accruals.find(({ articles }) => matchesCode(article, articles));

function linesOf({ rule }: Accrual, posted: readonly bigint[], own: readonly UnitPosting[]): bigint[] {
  if (rule.kind === 'lag') return laggedAccruals(posted, rule.months);
  const { earnedOn } = rule;
  const earning = earnedOn ? own.filter(({ article }) => matchesCode(article, earnedOn)) : [];
  return earnedAccruals(posted, byMonth(earning));
}

/** Sums of January to December, in øre. */
function byMonth(postings: readonly UnitPosting[]): bigint[] {
  const months = Array.from({ length: 12 }, () => 0n);
  for (const { month, amountOre } of postings) months[month - 1]! += amountOre;
  return months;
}
