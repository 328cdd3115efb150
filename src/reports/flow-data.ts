// The streams of a costing run as a picture of four columns: ledger, pools, activities and support, services. Small
// streams are gathered under "n more", so that a picture of 300 pools reads as easily as one of three.

import type { FlowData, FlowLink, FlowNode, Tone } from '../charts/flow-picture.ts';
import type { CostStreams, Via } from '../explain/cost-streams.ts';
import type { Model } from '../model/model.ts';
import { pickText } from '../model/pick-text.ts';
import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { magnitude } from '../money/ore.ts';
import type { Remainder } from '../tables/costs.ts';
import type { Language } from '../words/language.ts';
import { say } from '../words/report-texts.ts';
import { endName, sayEndKind } from './result-views.ts';

/** How many nodes a column shows before the smallest are gathered. */
export const MOST_NODES = { pools: 26, via: 22, ends: 26 };

type Labelled = { readonly key: string; readonly label: string; readonly tone: Tone; readonly href?: string };

/** The picture's nodes and links. Every column holds the same expense and the same income. */
export function flowData(streams: CostStreams, model: Model, language: Language): FlowData {
  const names = nameEverything(model, language);
  const total = streams.into.reduce((sum, { amountOre }) => sum + amountOre, 0n);
  const pools = gatherSmall(
    streams.into.map(({ pool, amountOre }) => ({ ...names.pool(pool), amountOre })),
    MOST_NODES.pools,
    'pools',
    language,
  );
  const vias = gatherSmall(
    streams.out.map(({ via, amountOre }) => ({ ...names.via(via), amountOre })),
    MOST_NODES.via,
    'via',
    language,
  );
  const ends = gatherSmall(
    streams.out.map((stream) => ({ ...names.end(stream.endKind, stream.end), amountOre: stream.amountOre })),
    MOST_NODES.ends,
    'ends',
    language,
  );
  const ledger: FlowNode = { key: 'ledger', column: 0, label: say('ledger', language), tone: 'plain' };
  const into = streams.into.map(({ pool, via, amountOre }) => ({
    pool: pools.nodeOf(names.pool(pool).key),
    via: vias.nodeOf(names.via(via).key),
    amountOre,
  }));
  const links = [
    ...into.map(({ pool, amountOre }) => ({ from: 'ledger', to: pool.key, amountOre, tone: pool.tone })),
    ...into.map(({ pool, via, amountOre }) => ({ from: pool.key, to: via.key, amountOre, tone: pool.tone })),
    ...streams.out.map((stream) => {
      const end = ends.nodeOf(names.end(stream.endKind, stream.end).key);
      const via = vias.nodeOf(names.via(stream.via).key);
      return { from: via.key, to: end.key, amountOre: stream.amountOre, tone: end.tone };
    }),
  ];
  return {
    title: `${say('flowTitle', language)}: ${formatMillions(total, language)}`,
    description: say('flowAbout', language),
    columnTitles: [
      say('ledger', language),
      say('pools', language),
      say('via', language),
      say('services', language),
    ],
    nodes: [ledger, ...at(1, pools.nodes), ...at(2, vias.nodes), ...at(3, ends.nodes)],
    links: mergeLinks(links),
    format: (amountOre) => formatMillions(amountOre, language),
  };
}

/** Millions of kroner with one decimal: "73,7 mill." — thousands where it is less than a tenth of a million. */
export function formatMillions(amountOre: bigint, language: Language): string {
  const isSmall = amountOre > -10_000_000n && amountOre < 10_000_000n;
  const [unit, decimals] = isSmall ? (['thousand', 0] as const) : (['million', 1] as const);
  return `${formatAmount(amountOre, { language, decimals, unit })} ${say(unit, language)}`;
}

const at = (column: number, nodes: readonly Labelled[]): FlowNode[] =>
  nodes.map((node) => ({ ...node, column }));

/** Labels, tones and anchors of pools, vias and ends. */
function nameEverything(model: Model, language: Language) {
  const answers = new Map(model.costing.pools.map((pool) => [pool.name, pool.answers]));
  const labels = new Map(
    model.costing.pools.map(({ name, label }) => [name, label ? pickText(label, language, name) : name]),
  );
  const units = new Map(model.units.map((unit) => [unit.id, unit.name]));
  const services = new Map(
    model.services.map((service) => [service.id, pickText(service.name, language, service.id)]),
  );
  return {
    pool: (pool: string): Labelled => ({
      key: `pool:${pool}`,
      label: labels.get(pool) ?? pool,
      tone: answers.get(pool) ?? 'plain',
      href: '#remainders',
    }),
    via: ({ name, kind }: Via): Labelled =>
      kind === 'direct'
        ? { key: 'via:', label: say('direct', language), tone: 'plain' }
        : { key: `via:${kind}:${name}`, label: units.get(name) ?? name, tone: 'central' },
    end: (kind: string, end: string): Labelled => {
      if (kind === 'object') {
        return { key: `end:${end}`, label: services.get(end) ?? end, tone: 'service', href: '#unit-costs' };
      }
      const tone = kind === 'parked' ? 'parked' : 'aside';
      return {
        key: `end:${kind}:${kind === 'parked' ? '' : end}`,
        label:
          kind === 'parked'
            ? say('parked', language)
            : `${sayEndKind(kind as Remainder['kind'], language)}: ${endName(end, language)}`,
        tone,
        href: '#remainders',
      };
    },
  };
}

/** Keeps the largest nodes (by expense + income) and draws the rest together as "n more". Parked is never drawn in. */
function gatherSmall(
  entries: readonly (Labelled & { amountOre: bigint })[],
  most: number,
  column: string,
  language: Language,
): { nodes: Labelled[]; nodeOf: (key: string) => Labelled } {
  const sizes = new Map<string, { node: Labelled; size: bigint }>();
  for (const { amountOre, ...node } of entries) {
    const size = (sizes.get(node.key)?.size ?? 0n) + magnitude(amountOre);
    sizes.set(node.key, { node, size });
  }
  const sorted = [...sizes.values()].sort(
    (a, b) =>
      Number(b.node.tone === 'parked') - Number(a.node.tone === 'parked') ||
      (b.size > a.size ? 1 : b.size < a.size ? -1 : byKey(a.node.key, b.node.key)),
  );
  const kept = sorted.length > most ? sorted.slice(0, most - 1) : sorted;
  const rest = sorted.length - kept.length;
  const more: Labelled = { key: `${column}:more`, label: say('more', language, { n: rest }), tone: 'plain' };
  const byNodeKey = new Map(kept.map(({ node }) => [node.key, node]));
  const nodes = kept.map(({ node }) => node);
  return { nodes: rest > 0 ? [...nodes, more] : nodes, nodeOf: (key) => byNodeKey.get(key) ?? more };
}

/** One link per pair of nodes and sign, so that income is never netted against expense in the picture. */
function mergeLinks(links: readonly FlowLink[]): FlowLink[] {
  const merged = new Map<string, FlowLink>();
  for (const link of links) {
    const key = `${link.from}\u0001${link.to}\u0001${link.amountOre < 0n}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, amountOre: before.amountOre + link.amountOre } : link);
  }
  return [...merged.values()].filter(({ amountOre }) => amountOre !== 0n);
}
