// The flow of costing as a layered picture (Sankey): stream widths are øre, every column sums to the same expense
// and the same income, and what was parked is a stream of its own. One function draws it for pages and reports.

import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey';
import { magnitude } from '../money/ore.ts';
import { escapeXml } from './escape-xml.ts';

/** How a stream is painted; never by colour alone: income is hatched, parked is dotted. */
export type Tone = 'provider' | 'purchaser' | 'central' | 'service' | 'parked' | 'aside' | 'plain';

export type FlowNode = {
  readonly key: string;
  /** Column from 0, left to right. */
  readonly column: number;
  readonly label: string;
  readonly tone: Tone;
  /** Where a click leads, such as "#pool-cars". */
  readonly href?: string;
};

/** `amountOre` ≠ 0 flows between nodes of neighbouring columns; negative = income, drawn hatched by its magnitude. */
export type FlowLink = {
  readonly from: string;
  readonly to: string;
  readonly amountOre: bigint;
  readonly tone: Tone;
};

export type FlowData = {
  readonly title: string;
  readonly description: string;
  readonly columnTitles: readonly string[];
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  /** Writes an amount for people, with its unit: "73,7 mill. kr". */
  readonly format: (amountOre: bigint) => string;
};

type Extra = FlowNode & { readonly netOre: bigint };
type Placed = SankeyNode<Extra, FlowLink>;
type Stream = SankeyLink<Extra, FlowLink>;

const WIDTH = 1160;
/** Room for the labels of the last column. */
const RIGHT = 275;
const LABEL_HEIGHT = 15;
const COLOURS: Record<Tone, string> = {
  provider: '#1b6a8c',
  purchaser: '#c26a00',
  central: '#6d6a75',
  service: '#3d5a45',
  parked: '#7a1f3d',
  aside: '#8f8b82',
  plain: '#4a5560',
};

/** The picture as SVG text, with title and description for those who do not see it. Empty text without links. */
export function drawFlow(data: FlowData): string {
  if (data.links.length === 0) return '';
  const tallest = Math.max(...countByColumn(data.nodes));
  const height = Math.max(440, tallest * (LABEL_HEIGHT + 11) + 80);
  const graph = layOut(data, height);
  const titles = data.columnTitles.map((title, column) => drawColumnTitle(data, title, column, graph.nodes));
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="flow-title flow-about" class="flow" xmlns="http://www.w3.org/2000/svg">
<title id="flow-title">${escapeXml(data.title)}</title><desc id="flow-about">${escapeXml(data.description)}</desc>
<defs>${Object.entries(COLOURS)
    .map(([tone, colour]) => hatch(tone, colour))
    .join('')}</defs>
${titles.join('\n')}
<g class="streams">${graph.links.map((link) => drawStream(link, data)).join('\n')}</g>
<g class="nodes">${graph.nodes.map((node) => drawNode(node, data)).join('\n')}</g>
</svg>`;
}

function countByColumn(nodes: readonly FlowNode[]): number[] {
  const counts: number[] = [];
  for (const { column } of nodes) counts[column] = (counts[column] ?? 0) + 1;
  return counts.filter((count) => count !== undefined);
}

function layOut(data: FlowData, height: number): { nodes: Placed[]; links: Stream[] } {
  const net = new Map<string, bigint>();
  const leaves = new Set(data.links.map((link) => link.from));
  for (const { from, to, amountOre } of data.links) {
    net.set(from, (net.get(from) ?? 0n) + amountOre);
    if (!leaves.has(to)) net.set(to, (net.get(to) ?? 0n) + amountOre);
  }
  const place = sankey<Extra, FlowLink>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.column ?? 0)
    .nodeWidth(12)
    .nodePadding(LABEL_HEIGHT)
    .iterations(64)
    .extent([
      [4, 64],
      [WIDTH - RIGHT, height - 12],
    ]);
  return place({
    nodes: data.nodes.map((node) => ({ ...node, netOre: net.get(node.key) ?? 0n })),
    links: data.links.map((link) => ({
      ...link,
      source: link.from,
      target: link.to,
      value: Number(magnitude(link.amountOre)),
    })),
  });
}

const hatch = (tone: string, colour: string): string =>
  `<pattern id="hatch-${tone}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${colour}" fill-opacity="0.10"/><rect width="2" height="6" fill="${colour}" fill-opacity="0.75"/></pattern>`;

function drawColumnTitle(data: FlowData, title: string, column: number, nodes: readonly Placed[]): string {
  const first = nodes.find((node) => node.column === column);
  if (!first) return '';
  const x = first.x0 ?? 0;
  let expense = 0n;
  let income = 0n;
  const isSource = column === 0;
  for (const link of data.links) {
    const end = nodes.find((node) => node.key === (isSource ? link.from : link.to));
    if (end?.column !== column) continue;
    if (link.amountOre > 0n) expense += link.amountOre;
    else income += link.amountOre;
  }
  const sums = income === 0n ? data.format(expense) : `${data.format(expense)}  ${data.format(income)}`;
  return `<text x="${x}" y="20" class="column">${escapeXml(title)}</text><text x="${x}" y="38" class="sum">${escapeXml(sums)}</text>`;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function drawStream(link: Stream, data: FlowData): string {
  const source = link.source as Placed;
  const target = link.target as Placed;
  const half = Math.max(link.width ?? 0, 0.6) / 2;
  const [x0, x1] = [source.x1 ?? 0, target.x0 ?? 0];
  const [y0, y1] = [link.y0 ?? 0, link.y1 ?? 0];
  const middle = (x0 + x1) / 2;
  const paint =
    link.amountOre < 0n || link.tone === 'parked'
      ? `fill="url(#hatch-${link.tone})"`
      : `fill="${COLOURS[link.tone]}" fill-opacity="0.38"`;
  const curve = (fromY: number, to: number, toY: number): string =>
    `C${rounded(middle)},${rounded(fromY)} ${rounded(middle)},${rounded(toY)} ${rounded(to)},${rounded(toY)}`;
  const path = `M${rounded(x0)},${rounded(y0 - half)}${curve(y0 - half, x1, y1 - half)}L${rounded(x1)},${rounded(y1 + half)}${curve(y1 + half, x0, y0 + half)}Z`;
  const caption = `${source.label} → ${target.label}: ${data.format(link.amountOre)}`;
  return `<path d="${path}" ${paint} data-ore="${link.amountOre}"><title>${escapeXml(caption)}</title></path>`;
}

function drawNode(node: Placed, data: FlowData): string {
  const [x0, x1, y0, y1] = [node.x0 ?? 0, node.x1 ?? 0, node.y0 ?? 0, node.y1 ?? 0];
  const fill = node.tone === 'parked' ? 'url(#hatch-parked)' : COLOURS[node.tone];
  const amount = data.format(node.netOre);
  const label = `<text x="${rounded(x1 + 5)}" y="${rounded((y0 + y1) / 2)}" dy="0.34em">${escapeXml(shorten(node.label))} <tspan class="amount">${escapeXml(amount)}</tspan></text>`;
  const box = `<rect x="${rounded(x0)}" y="${rounded(y0)}" width="${rounded(x1 - x0)}" height="${rounded(Math.max(y1 - y0, 1))}" fill="${fill}"><title>${escapeXml(`${node.label}: ${amount}`)}</title></rect>`;
  return node.href ? `<a href="${escapeXml(node.href)}">${box}${label}</a>` : box + label;
}

const shorten = (label: string): string => (label.length > 30 ? `${label.slice(0, 29)}…` : label);
