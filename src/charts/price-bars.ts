// What each price is made of: one bar per service, stacked by nature, with the amount written on it and the price
// at its end. Parts below zero (income, supplements taken out) stand left of the axis, hatched.

import { escapeXml } from './escape-xml.ts';

export type PriceBarPart = { readonly name: string; readonly amount: number; readonly label: string };
export type PriceBar = {
  readonly name: string;
  readonly total: string;
  readonly parts: readonly PriceBarPart[];
};

const WIDTH = 1160;
const LEFT = 250;
const ROW = 34;
const FILLS = ['#1b6a8c', '#7fb0c4', '#c9a227', '#8f8b82', '#b3c7b5', '#5b5177', '#d8b08c', '#4a5560'];

/** The bars as SVG text; each bar is scaled to its own price, since an hour and a day share no axis. */
export function drawPriceBars(bars: readonly PriceBar[], title: string): string {
  const names = [...new Set(bars.flatMap((bar) => bar.parts.map((part) => part.name)))];
  const height = bars.length * ROW + 44;
  let x = LEFT;
  const legend = names.map((name, i) => {
    const entry = `<rect x="${x}" y="6" width="11" height="11" fill="${FILLS[i % FILLS.length]}"/><text x="${x + 16}" y="16">${escapeXml(name)}</text>`;
    x += name.length * 7 + 44;
    return entry;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(title)}" class="bars" xmlns="http://www.w3.org/2000/svg">
<title>${escapeXml(title)}</title>${legend.join('')}
${bars.map((bar, row) => drawBar(bar, 34 + row * ROW, names)).join('\n')}
</svg>`;
}

function drawBar(bar: PriceBar, y: number, names: readonly string[]): string {
  const positive = bar.parts.filter((part) => part.amount > 0);
  const negative = bar.parts.filter((part) => part.amount < 0);
  const span = positive.reduce((sum, part) => sum + part.amount, 0) || 1;
  const scale = (WIDTH - LEFT - 130) / span;
  let x = LEFT;
  const boxes = positive.map((part) => {
    const width = part.amount * scale;
    const box = drawPart(part, x, y, width, names);
    x += width;
    return box;
  });
  let back = x;
  for (const part of negative) {
    const width = -part.amount * scale;
    back -= width;
    boxes.push(
      `<rect x="${back.toFixed(1)}" y="${y + 17}" width="${Math.max(width, 1).toFixed(1)}" height="5" fill="none" stroke="#333"><title>${escapeXml(`${part.name}: ${part.label}`)}</title></rect>`,
    );
  }
  const total = `<text x="${(x + 8).toFixed(1)}" y="${y + 14}" class="amount">${escapeXml(bar.total)}</text>`;
  return `<text x="${LEFT - 10}" y="${y + 14}" text-anchor="end">${escapeXml(bar.name)}</text>${boxes.join('')}${total}`;
}

function drawPart(part: PriceBarPart, x: number, y: number, width: number, names: readonly string[]): string {
  const fill = FILLS[names.indexOf(part.name) % FILLS.length];
  const dark = ['#1b6a8c', '#5b5177', '#4a5560'].includes(fill ?? '');
  const label =
    width > part.label.length * 7 + 8
      ? `<text x="${(x + width / 2).toFixed(1)}" y="${y + 14}" text-anchor="middle" fill="${dark ? '#fff' : '#111'}">${escapeXml(part.label)}</text>`
      : '';
  return `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(width, 0.5).toFixed(1)}" height="20" fill="${fill}"><title>${escapeXml(`${part.name}: ${part.label}`)}</title></rect>${label}`;
}
