// Since when a line has been against the unit: the first month from which it has been so without a break.

/** A deviation that has lasted from a month on; `isThisMonthOnly` where that is the last month. */
export type Since = { readonly month: number; readonly isThisMonthOnly: boolean };

/**
 * Months 1, 2, … of one line in øre. A month counts as against when it is at least half as bad as the months so far are
 * on average; the first month from which all are is the answer. Undefined where there is nothing to tell: it has been
 * so from January, the last month is not against, or all months together are not.
 * @example sinceWhen([0n, −1n, 0n, 0n, −9n, −8n]) // from month 5: the average is −3
 * @example sinceWhen([−5n, −4n, −6n]) // undefined: all the time
 */
export function sinceWhen(monthsOre: readonly bigint[]): Since | undefined {
  const total = monthsOre.reduce((sum, amount) => sum + amount, 0n);
  if (total === 0n) return undefined;
  const sign = total < 0n ? -1n : 1n;
  const twice = 2n * BigInt(monthsOre.length);
  let first = monthsOre.length;
  while (first > 0 && sign * monthsOre[first - 1]! * twice >= sign * total) first -= 1;
  if (first === 0 || first === monthsOre.length) return undefined;
  return { month: first + 1, isThisMonthOnly: first + 1 === monthsOre.length };
}
