// Tables for the terminal: aligned on the digit, units in the header, at most as wide as the window.

export type TextColumn = { readonly title: string; readonly align?: 'left' | 'right' };
/** Cells are ready-made text; a row may be a rule (—) that sets a total apart. */
export type TextRow = readonly string[] | 'rule';

const width = (text: string): number => [...text].length;
const pad = (text: string, size: number, align: 'left' | 'right' = 'left'): string => {
  const gap = ' '.repeat(Math.max(0, size - width(text)));
  return align === 'right' ? gap + text : text + gap;
};

/**
 * Lays out rows under their titles. Where the table would be wider than `maxWidth` characters, the widest
 * left-aligned column is shortened with "…": numbers are never cut.
 */
export function drawTextTable(
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
  maxWidth = 100,
): string {
  const cells = rows.filter((row) => row !== 'rule');
  const sizes = columns.map((column, i) =>
    Math.max(width(column.title), ...cells.map((row) => width(row[i] ?? ''))),
  );
  fit(sizes, columns, maxWidth);
  const line = (row: readonly string[]): string =>
    columns
      .map((column, i) => pad(cut(row[i] ?? '', sizes[i]!), sizes[i]!, column.align))
      .join('  ')
      .trimEnd();
  const rule = sizes.map((size) => '─'.repeat(size)).join('──');
  return [
    line(columns.map((column) => column.title)),
    rule,
    ...rows.map((row) => (row === 'rule' ? rule : line(row))),
  ].join('\n');
}

function fit(sizes: number[], columns: readonly TextColumn[], maxWidth: number): void {
  const total = (): number => sizes.reduce((sum, size) => sum + size + 2, -2);
  while (total() > maxWidth) {
    let widest = -1;
    columns.forEach((column, i) => {
      if (column.align !== 'right' && (widest < 0 || sizes[i]! > sizes[widest]!)) widest = i;
    });
    if (widest < 0 || sizes[widest]! <= 8) return;
    sizes[widest]! -= 1;
  }
}

const cut = (text: string, size: number): string =>
  width(text) > size ? `${[...text].slice(0, size - 1).join('')}…` : text;
