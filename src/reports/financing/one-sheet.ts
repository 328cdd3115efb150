// How small a page must be set on paper to keep to one sheet: measured in rows, since no one can measure text before it
// is printed. Looked at in a browser: 14 rows fill an A4 sheet beside what every page has, and a row is 13 pixels.

/** What a unit's page holds beside what every page has. */
export type SheetContent = {
  readonly bars: number;
  readonly services: number;
  readonly findings: number;
  readonly corrections: number;
  /** Characters of the manager's comment. */
  readonly comment: number;
};

const ROWS_THAT_FIT = 14;
const ROW = 13;
const SHEET = 1040;
const LINES_OF_A_FINDING = 3;
const CHARACTERS_OF_A_LINE = 90;
/** Smaller than this no one reads it: then it takes a second sheet. */
const LEAST = 0.76;

/** The factor that text is set with on paper, 1 where there is room: 34 rows → 0.8. */
export function sheetFactor({ bars, services, findings, corrections, comment }: SheetContent): number {
  const lines = Math.ceil(comment / CHARACTERS_OF_A_LINE);
  const rows = bars + services + findings * LINES_OF_A_FINDING + corrections + lines;
  const height = SHEET + Math.max(0, rows - ROWS_THAT_FIT) * ROW;
  return Math.max(LEAST, Math.round((SHEET / height) * 100) / 100);
}
