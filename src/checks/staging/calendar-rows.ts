// How many days the months of a year have.

import type { Row } from '../../tables/schema.ts';

/** Period (year × 100 + month; month 0 = the whole year) and its days. @example calendarRows(2024)[2]?.days // 29 */
export function calendarRows(year: number): Row[] {
  const months = Array.from({ length: 12 }, (_, month) => ({
    period: year * 100 + month + 1,
    days: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  }));
  return [{ period: year * 100, days: months.reduce((sum, { days }) => sum + days, 0) }, ...months];
}
