// The two colours that carry responsibility through every picture: one for what purchaser and politicians answer for,
// one for what provider and administration answer for. The first is also hatched and the second solid, so that they
// are told apart in black and white; what belongs to neither is grey.

import { escapeXml } from './escape-xml.ts';

export type Responsibility = 'purchaser' | 'provider' | 'neither';

/** Fill of bars; ink of text and lines, dark enough to be read on white. */
export const COLOURS: Readonly<Record<Responsibility, { readonly fill: string; readonly ink: string }>> = {
  purchaser: { fill: '#c26a00', ink: '#8a4b00' },
  provider: { fill: '#1b6a8c', ink: '#14506a' },
  neither: { fill: '#8b949c', ink: '#3c454d' },
};
export const INK = '#1d2329';
export const SOFT = '#5d666f';
export const HAIR = '#d9dcdf';

/** How a bar is filled inside the picture `id`. */
export const fillOf = (tone: Responsibility, id: string): string =>
  tone === 'purchaser' ? `url(#${escapeXml(id)}-hatch)` : COLOURS[tone].fill;

/** The pattern that `fillOf` names: amber stripes on paler amber. */
export const hatchDefs = (id: string): string =>
  `<defs><pattern id="${escapeXml(id)}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#eac493"/><rect width="2.6" height="5" fill="${COLOURS.purchaser.fill}"/></pattern></defs>`;

/** A small square of the colour, for headings and legends in pages. */
export const swatch = (tone: Responsibility, id: string): string =>
  `<svg class="swatch" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">${hatchDefs(id)}<rect width="11" height="11" fill="${fillOf(tone, id)}"/></svg>`;
