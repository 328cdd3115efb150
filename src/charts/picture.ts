// The elements that pictures are drawn with. Every text says its own size and place, so that a picture stands alone
// and a test can see whether two labels meet.

import { escapeXml } from './escape-xml.ts';
import { HAIR, hatchDefs, INK } from './responsibility.ts';

export const FONT = `"Segoe UI","Helvetica Neue",Arial,"Liberation Sans","Noto Sans",sans-serif`;

/** Pixels with at most two decimals. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

export type PictureFrame = {
  /** Unique on the page. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the picture says, in sentences, for those who do not see it. */
  readonly description: string;
};

/** The whole picture: its name and description for screen readers, the patterns, and what was drawn. */
export function frameThe({ id, width, height, title, description }: PictureFrame, body: string): string {
  const at = escapeXml(id);
  return `<svg id="${at}" class="picture" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-labelledby="${at}-title ${at}-about" font-family="${escapeXml(FONT)}" font-size="12" xmlns="http://www.w3.org/2000/svg"><title id="${at}-title">${escapeXml(title)}</title><desc id="${at}-about">${escapeXml(description)}</desc>${hatchDefs(id)}
${body}
</svg>`;
}

export type TextStyle = {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  readonly ink?: string;
  /** A white rim, where the text stands on a line. */
  readonly isRimmed?: boolean;
};

/** A line of text whose baseline is at y. */
export function drawText(
  x: number,
  y: number,
  text: string,
  { size = 12, anchor = 'start', isBold = false, ink = INK, isRimmed = false }: TextStyle = {},
): string {
  const weight = isBold ? ' font-weight="600"' : '';
  const from = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const rim = isRimmed ? ' stroke="#fff" stroke-width="5" stroke-linejoin="round" paint-order="stroke"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}"${weight}${from} fill="${ink}"${rim}>${escapeXml(text)}</text>`;
}

export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A filled rectangle; `caption` is what a pointer over it reads. */
export function drawBox({ x, y, width, height }: Box, fill: string, caption = ''): string {
  const box = `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}"`;
  return caption === '' ? `${box}/>` : `${box}><title>${escapeXml(caption)}</title></rect>`;
}

/** A straight line; `dash` such as "2 3". */
export function drawLine(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  { ink = HAIR, width = 1, dash = '' }: { ink?: string; width?: number; dash?: string } = {},
): string {
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" stroke="${ink}" stroke-width="${width}"${dashes}/>`;
}
