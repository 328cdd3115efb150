// The same tables as in the terminal, for pages: numbers to the right, totals set apart, a caption that says what,
// for when and in which unit.

import { escapeXml } from './escape-xml.ts';
import type { TextColumn, TextRow } from './text-table.ts';

/** A table element; a "rule" row makes the row after it a total. `id` is where links lead. */
export function drawHtmlTable(
  id: string,
  caption: string,
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
): string {
  const head = columns
    .map(
      ({ title, align }) =>
        `<th scope="col"${align === 'right' ? ' class="number"' : ''}>${escapeXml(title)}</th>`,
    )
    .join('');
  let isTotal = false;
  const body = rows.map((row) => {
    if (row === 'rule') {
      isTotal = true;
      return '';
    }
    const cells = columns.map(
      ({ align }, i) => `<td${align === 'right' ? ' class="number"' : ''}>${escapeXml(row[i] ?? '')}</td>`,
    );
    const line = `<tr${isTotal ? ' class="total"' : ''}>${cells.join('')}</tr>`;
    isTotal = false;
    return line;
  });
  return `<div class="scroll"><table id="${escapeXml(id)}"><caption>${escapeXml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
