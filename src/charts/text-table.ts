// Tables for the terminal: aligned on the digit, units in the header, at most as wide as the window.

/** `keep`: never shortened, such as what a reader copies. */
export type TextColumn = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly keep?: boolean;
};
/** A column of words. */
export const left = (title: string): TextColumn => ({ title });
/** A column of numbers. */
export const right = (title: string): TextColumn => ({ title, align: 'right' });

/** Cells are ready-made text; a row may be a rule (—) that sets a total apart. */
export type TextRow = readonly string[] | 'rule';

const width = (text: string): number => [...text].length;
const pad = (text: string, size: number, align: 'left' | 'right' = 'left'): string => {
  const gap = ' '.repeat(Math.max(0, size - width(text)));
  return align === 'right' ? gap + text : text + gap;
};

/** A title this much wider than its column still stands on one line. */
const SPARE = 4;

/** A title on two lines where that makes it narrower: "Unit cost, kr" → "Unit", "cost, kr". */
function wrapTitle(title: string, room: number): readonly [string, string] {
  if (width(title) <= room + SPARE) return ['', title];
  const words = title.split(' ');
  let best: readonly [string, string] = ['', title];
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')] as const;
    if (Math.max(...lines.map(width)) < Math.max(...best.map(width))) best = lines;
  }
  return best;
}

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
  const widest = columns.map((_, i) => Math.max(0, ...cells.map((row) => width(row[i] ?? ''))));
  const titles = columns.map(({ title }, i) => wrapTitle(title, widest[i]!));
  const sizes = widest.map((size, i) => Math.max(size, ...titles[i]!.map(width)));
  fit(sizes, columns, maxWidth);
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(cut(row[i] ?? '', sizes[i]!), sizes[i]!, align))
      .join('  ')
      .trimEnd();
  const rule = sizes.map((size) => '─'.repeat(size)).join('──');
  const heads = [0, 1].map((i) => line(titles.map((title) => title[i] ?? ''))).filter((head) => head !== '');
  return [...heads, rule, ...rows.map((row) => (row === 'rule' ? rule : line(row)))].join('\n');
}

function fit(sizes: number[], columns: readonly TextColumn[], maxWidth: number): void {
  const total = (): number => sizes.reduce((sum, size) => sum + size + 2, -2);
  while (total() > maxWidth) {
    let widest = -1;
    columns.forEach((column, i) => {
      if (column.align !== 'right' && !column.keep && (widest < 0 || sizes[i]! > sizes[widest]!)) widest = i;
    });
    if (widest < 0 || sizes[widest]! <= 8) return;
    sizes[widest]! -= 1;
  }
}

const cut = (text: string, size: number): string =>
  width(text) > size ? `${[...text].slice(0, size - 1).join('')}…` : text;
