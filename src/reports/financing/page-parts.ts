// The parts that every financing page is put together from: the document, a section, a picture with its table, a
// picture in two widths.

import { escapeXml } from '../../charts/escape-xml.ts';
import { drawHtmlTable } from '../../charts/html-table.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { PAGE_STYLE } from './page-style.ts';

export type PageHead = {
  /** "Fjordvik kommune · Innlandet hjemmetjeneste · januar–mai 2026 · foreløpig" */
  readonly where: readonly string[];
  readonly title: string;
  readonly lead: string;
  readonly freshness: string;
  /** How small the page is set on paper; 1 where absent. */
  readonly sheet?: number;
};

/** A whole page as text, self-contained. Same report, same bytes. */
export function drawPage(
  { where, title, lead, freshness, sheet = 1 }: PageHead,
  body: string,
  language: Language,
): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title><style>${PAGE_STYLE}</style></head>
<body><main${sheet < 1 ? ` style="--sheet:${sheet}"` : ''}>
<header><p class="where">${escapeXml(where.filter(Boolean).join(' · '))}</p>
<h1>${escapeXml(title)}</h1>
${lead ? `<p class="lead">${escapeXml(lead)}</p>` : ''}
<p class="fresh">${escapeXml(freshness)}</p></header>
${body}
</main></body></html>
`;
}

/** A section under its heading, with the unit of its figures beside: "From frame to spending, thousand kr". */
export const drawSection = (heading: string, unit: string, content: string): string =>
  `<section><h2>${escapeXml(heading)}${unit ? ` <span class="unit">${escapeXml(unit.replaceAll(' ', '\u00a0'))}</span>` : ''}</h2>
${content}</section>`;

/** A table of its own. */
export const drawTable = (id: string, { caption, columns, rows }: View): string =>
  drawHtmlTable(id, caption, columns, rows);

/** The picture's own table, folded up: for those who cannot see the picture or want its figures. */
export const drawFigures = (id: string, view: View, language: Language): string =>
  `<details><summary>${escapeXml(sayFinancing('figuresOfPicture', language))}</summary>${drawTable(id, view)}</details>`;

/** A picture drawn for a page and for a phone; only one is shown, and read out, at a time. */
export const drawBothWidths = (draw: (width: number, suffix: string) => string): string =>
  `<div class="wide">${draw(760, 'wide')}</div><div class="narrow">${draw(350, 'narrow')}</div>`;

export const paragraph = (text: string, kind = ''): string =>
  text === '' ? '' : `<p${kind ? ` class="${kind}"` : ''}>${escapeXml(text)}</p>`;

/** Two columns that stand below each other on a phone; empty text where there is nothing to show. */
export function drawPair(columns: readonly string[]): string {
  const shown = columns.filter(Boolean);
  if (shown.length === 0) return '';
  return `<div class="pair">${shown.map((each) => `<div>${each}</div>`).join('\n')}</div>`;
}
