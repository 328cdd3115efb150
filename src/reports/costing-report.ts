// The costing run as one page of HTML: the finding as its title, the flow of the money, unit costs, prices and what
// they are made of, what reached no service, the findings, and how to go deeper. Self-contained; prints on A4.

import { escapeXml } from '../charts/escape-xml.ts';
import { drawFlow } from '../charts/flow-picture.ts';
import { drawHtmlTable } from '../charts/html-table.ts';
import { drawPriceBars, type PriceBar } from '../charts/price-bars.ts';
import type { CostStreams } from '../explain/cost-streams.ts';
import { objectAddress } from '../explain/figure-address.ts';
import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { formatRate } from '../money/amount-text.ts';
import { toDecimal } from '../money/fraction.ts';
import { sumOre } from '../money/ore.ts';
import type { Costs } from '../tables/costs.ts';
import type { Price, PriceList } from '../tables/prices.ts';
import type { Language } from '../words/language.ts';
import { say, sayNature } from '../words/report-texts.ts';
import { findingTitle } from './finding-title.ts';
import { findingSummaryView, findingView } from './finding-views.ts';
import { flowData, formatMillions } from './flow-data.ts';
import { REPORT_STYLE } from './report-style.ts';
import {
  baseGrantView,
  priceView,
  remainderView,
  serviceAndLevel,
  unitCostView,
  type View,
} from './result-views.ts';

export type SourceLine = {
  readonly file: string;
  readonly read: number;
  readonly refused: number;
  readonly sum: string;
};

export type RunReport = {
  readonly model: Model;
  readonly costs: Costs;
  readonly prices: PriceList | undefined;
  readonly streams: CostStreams;
  readonly findings: readonly Finding[];
  readonly sources: readonly SourceLine[];
  readonly run: string;
  readonly rulesVersion: string;
};

/** The whole page as text. Same run, same bytes. */
export function costingReport(report: RunReport, language: Language): string {
  const { model, costs, prices, findings } = report;
  const flow = flowData(report.streams, model, language);
  const title = findingTitle(model, costs, language);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(`${model.municipality.name}: ${title}`)}</title><style>${REPORT_STYLE}</style></head>
<body><main>
<header><p class="where">${escapeXml(`${model.municipality.name} · ${say('title', language, { year: model.years.cost })}`)}</p>
<h1>${escapeXml(title)}</h1>
<p class="lead">${escapeXml(coverageText(costs, language))}</p></header>
<section><h2>${escapeXml(flow.title)}</h2><p class="note">${escapeXml(flow.description)}</p><div class="scroll">${drawFlow(flow)}</div>${streamTable(report, language)}</section>
<section>${drawView('unit-costs', unitCostView(model, costs, language))}</section>
${prices ? priceSections(model, prices, language) : ''}
<section>${drawView('remainders', remainderView(model, costs, language))}</section>
${findings.length > 0 ? `<section>${drawView('findings', findingSummaryView(findings, language))}${drawView('finding-places', findingView(findings, language))}</section>` : ''}
<section>${sourceTable(report.sources, language)}</section>
<footer><p>${escapeXml(say('verified', language, { run: report.run, rules: report.rulesVersion }))}</p>
<p>${escapeXml(say('deeper', language))}: <code>innsats explain unit-cost:${escapeXml(deeperExample(costs))}</code> · <code>innsats verify</code></p></footer>
</main></body></html>
`;
}

const drawView = (id: string, { caption, columns, rows }: View): string =>
  drawHtmlTable(id, caption, columns, rows);

const deeperExample = (costs: Costs): string => {
  const first = costs.objects.find((object) => object.parts > 0n);
  return first ? objectAddress(first) : '';
};

type Amount = { readonly amountOre: bigint };
type Covered = {
  readonly objects: readonly Amount[];
  readonly remainders: readonly (Amount & { readonly kind: string })[];
};

/** What the services cost, what the ledger is, and what is kept out or parked; nothing parked is said in words. */
export function coverageText({ objects, remainders }: Covered, language: Language): string {
  const amountOf = ({ amountOre }: Amount): bigint => amountOre;
  const costed = sumOre(objects.map(amountOf));
  const aside = sumOre(remainders.map(amountOf));
  const parked = sumOre(remainders.filter(({ kind }) => kind === 'parked').map(amountOf));
  const text = (amountOre: bigint): string => `${formatMillions(amountOre, language)} kr`;
  return say(parked === 0n ? 'coverageWhole' : 'coverage', language, {
    costed: text(costed),
    total: text(costed + aside),
    aside: text(aside - parked),
    parked: text(parked),
  });
}

/** The picture's own table, for those who cannot see it or want the figures. */
function streamTable({ streams, model }: RunReport, language: Language): string {
  const data = flowData(streams, model, language);
  const label = new Map(data.nodes.map((node) => [node.key, node.label]));
  const rows = data.links
    .filter(({ from }) => from !== 'ledger')
    .map(({ from, to, amountOre }) => [
      label.get(from) ?? from,
      label.get(to) ?? to,
      formatMillions(amountOre, language),
    ]);
  const columns = [
    { title: '' },
    { title: '' },
    { title: `${say('amount', language)}, kr`, align: 'right' as const },
  ];
  return `<details><summary>${escapeXml(say('amount', language))}</summary>${drawHtmlTable('streams', data.title, columns, rows)}</details>`;
}

function priceSections(model: Model, prices: PriceList, language: Language): string {
  const bars = prices.prices
    .filter((price) => price.kind === 'financing')
    .map((price) => priceBar(model, price, language));
  const title = say('priceMakeUp', language);
  const grants =
    prices.baseGrants.length > 0 ? drawView('base-grants', baseGrantView(model, prices, language)) : '';
  return `<section>${drawView('prices', priceView(model, prices, language))}${grants}
<h3>${escapeXml(title)}</h3><div class="scroll">${drawPriceBars(bars, title)}</div></section>`;
}

/** Kroner per measure as numbers only for the drawing; the labels come from the exact fractions. */
function priceBar(model: Model, price: Price, language: Language): PriceBar {
  const format = (value: Price['exact']): string => formatRate(value, { language, decimals: 0 });
  const parts = price.parts.map(({ nature, perMeasure }) => ({
    name: sayNature(nature, language),
    amount: Number(toDecimal(perMeasure, 2)),
    label: format(perMeasure),
  }));
  const taken = { num: -price.supplementsPerMeasure.num, den: price.supplementsPerMeasure.den };
  const supplement = {
    name: say('supplement', language),
    amount: Number(toDecimal(taken, 2)),
    label: format(taken),
  };
  return {
    name: serviceAndLevel(model, price, language),
    total: `${formatRate({ num: price.publishedOre, den: 1n }, { language, decimals: 2 })} kr`,
    parts: supplement.amount === 0 ? parts : [...parts, supplement],
  };
}

function sourceTable(sources: readonly SourceLine[], language: Language): string {
  const columns = [
    { title: say('file', language) },
    { title: say('rows', language), align: 'right' as const },
    { title: say('refused', language), align: 'right' as const },
    { title: say('total', language), align: 'right' as const },
  ];
  const rows = sources.map(({ file, read, refused, sum }) => [file, String(read), String(refused), sum]);
  return drawHtmlTable('sources', say('sources', language), columns, rows);
}
