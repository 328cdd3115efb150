// A unit cost, or any node of the network: what flowed in, from where, in the run's own book.

import { formatAmount, formatQuantity, formatRate } from '../money/amount-text.ts';
import { fraction, toDecimal } from '../money/fraction.ts';
import { type RunBook, readBook } from '../run/run-book.ts';
import { readTable } from '../store/result-files.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import { FRACTION_BITS, isEnd, type NetworkNode, nodeKey } from '../tables/network.ts';
import { THROUGHPUT, UNIT_COSTS } from '../tables/results.ts';
import { wholeIn } from '../tables/row-cells.ts';
import type { Row } from '../tables/schema.ts';
import type { ExplainContext } from './explain-context.ts';
import { figureAddress, objectAddress } from './figure-address.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf } from './level.ts';

/** "home-nursing/sjosiden" or "nursing-home/solvang/dementia" → what the object's cost came from. */
export async function explainUnitCost(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const rows = await readTable(context.db, context.runDir, UNIT_COSTS);
  findName('cost object', address, rows.map(objectAddress));
  const row = rows.find((candidate) => objectAddress(candidate) === address)!;
  const book = await readBook(context.db, context.runDir);
  const node = [...book.nodes.values()].find(
    ({ kind, service, unit, level }) =>
      kind === 'object' && service === row['service'] && unit === row['unit'] && level === row['level'],
  );
  const cost = wholeIn(row);
  const perMeasure = unitCostText(context, address, row, cost);
  return levelOf(
    {
      figure: `unit-cost:${address}`,
      title: `Cost of ${address}`,
      rule: `What flowed in, by where it came from. ${perMeasure}`,
    },
    node ? inflows(book, node.key) : [],
  );
}

/** "Unit cost = cost ÷ volume", with the figures. */
function unitCostText(
  { language = 'en' }: ExplainContext,
  address: string,
  row: Row,
  costOre: bigint,
): string {
  const measure = String(row['measure']);
  const parts = wholeIn(row, 'parts');
  if (parts === 0n || measure === '') return 'It has no volume, so it has no unit cost.';
  const scale = partsPerMeasure(measure);
  const volume = formatQuantity(parts, { language, partsPerMeasure: scale, decimals: 2 });
  const rate = formatRate(fraction(costOre * scale, parts), { language });
  return `Unit cost = ${formatAmount(costOre, { language })} kr ÷ ${volume} ${measure} = ${rate} kr per ${measure}; its volume: volume:${address}.`;
}

/** "unit:kitchen" → what entered the node and from where. */
export async function explainNode(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const book = await readBook(context.db, context.runDir);
  const node = book.nodes.get(findName('node', address, book.nodes.keys()))!;
  const rule = isEnd(node.kind)
    ? 'What ended here, by where it came from.'
    : 'What entered here, by where it came from; gross of what circulates, so it is never added to other totals.';
  const exact = await exactThroughput(context, address);
  const head = {
    figure: `node:${address}`,
    title: describeNode(node),
    rule: `${rule} Exactly: ${exact} kr.`,
  };
  return levelOf(head, inflows(book, address));
}

/** What passes the node before flows are rounded to whole øre, in kroner with four decimals. */
async function exactThroughput({ db, runDir }: ExplainContext, node: string): Promise<string> {
  const rows = (await readTable(db, runDir, THROUGHPUT)).filter((row) => row['node'] === node);
  const value = rows.reduce((sum, row) => sum + wholeIn(row, 'value'), 0n);
  return toDecimal(fraction(value, 100n << FRACTION_BITS), 4);
}

function inflows(book: RunBook, key: string): ExplainLine[] {
  const sums = new Map<string, bigint>();
  for (const { from, to, amountOre } of book.flows)
    if (to === key) sums.set(from, (sums.get(from) ?? 0n) + amountOre);
  const own = book.own.reduce((sum, { node, amountOre }) => (node === key ? sum + amountOre : sum), 0n);
  const lines = [...sums].map(([from, amountOre]): ExplainLine => {
    const node = book.nodes.get(from)!;
    return { label: describeNode(node), amountOre, figure: figureOf(node) };
  });
  return own === 0n ? lines : [...lines, { label: 'entered from the ledger', amountOre: own }];
}

/** "unit Kjøkken" · "pool care-wages at sjosiden" · "parked: no unit …" */
export function describeNode({ kind, name, unit, service, level }: NetworkNode): string {
  if (kind === 'object' || kind === 'service')
    return [service, unit, level].filter((part) => part !== '').join(' · ');
  const at = unit !== '' && unit !== name ? ` at ${unit}` : '';
  return isEnd(kind) ? `${kind}: ${name}${at}` : `${kind} ${name}${at}`;
}

/** What to ask about a node next. */
export function figureOf(node: NetworkNode): string {
  if (node.kind === 'pool') return `pool:${figureAddress(node.name, node.unit)}`;
  if (node.kind === 'object') return `unit-cost:${objectAddress(node)}`;
  return `node:${node.key}`;
}

/** The key of a pool's node at a unit ("" where it has none). */
export const poolNodeKey = (pool: string, unit: string): string => nodeKey('pool', pool, unit);
