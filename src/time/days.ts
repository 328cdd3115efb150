// Days of the calendar as whole numbers, and stretches of them: when a decision, a stay or a capacity is in force.

/** Days since 1970-01-01. */
export type Day = number;

/** A stretch of days, both included; `to` is undefined while it still runs. */
export type Stretch = { readonly from: Day; readonly to?: Day | undefined };

/** A stretch that has an end, both days included. */
export type ClosedStretch = { readonly from: Day; readonly to: Day };

const MS_PER_DAY = 86_400_000;

/** The day of a date; month 1 to 12. dayOf(1970, 1, 2) = 1 */
export const dayOf = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month - 1, date) / MS_PER_DAY;

/** True for a day of the calendar as 2026-05-12 writes it. isDayText('2026-02-30') is false. */
export const isDayText = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** The months of a year as stretches, January first. */
export const monthsOf = (year: number): ClosedStretch[] =>
  Array.from({ length: 12 }, (_, i) => ({ from: dayOf(year, i + 1, 1), to: dayOf(year, i + 2, 1) - 1 }));

/** How many days a stretch has. */
export const lengthOf = ({ from, to }: ClosedStretch): number => to - from + 1;

/** The days that two stretches share; undefined where there are none. */
export function overlap(a: Stretch, b: ClosedStretch): ClosedStretch | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to ?? b.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/**
 * The days of a stretch on which none of the others runs, in order.
 * @example without({ from: 1, to: 9 }, [{ from: 3, to: 4 }]) // [{ from: 1, to: 2 }, { from: 5, to: 9 }]
 */
export function without(stretch: ClosedStretch, away: readonly Stretch[]): ClosedStretch[] {
  let left: ClosedStretch[] = [stretch];
  for (const gone of away) {
    left = left.flatMap((part) => {
      const shared = overlap(gone, part);
      if (!shared) return [part];
      const before = { from: part.from, to: shared.from - 1 };
      const after = { from: shared.to + 1, to: part.to };
      return [before, after].filter(({ from, to }) => from <= to);
    });
  }
  return left;
}

/** How many days of each month of a year the stretches cover; they must not overlap. */
export const daysByMonth = (stretches: readonly ClosedStretch[], year: number): number[] =>
  monthsOf(year).map((month) =>
    stretches.reduce((days, stretch) => {
      const shared = overlap(stretch, month);
      return shared ? days + lengthOf(shared) : days;
    }, 0),
  );
