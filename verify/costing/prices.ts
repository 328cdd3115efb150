// From ends and volumes to unit costs, prices, base grants and supplements, by the formulas alone.

import {
  cells,
  type Exact,
  exact,
  given,
  halfAway,
  largestRemainder,
  minus,
  over,
  plus,
  sumOf,
  times,
} from '../fractions.ts';
import { type Cells, type Due, grouped, type Row, summed, sumsOf, total, whole } from '../rows.ts';
import { volumesOf } from './accounts-and-volumes.ts';
import { type CostingRun, type CostingTable, type Model, modelOf } from './tables.ts';

/** Cost × Π (1 + growth of its nature, or of all) over the years after the cost year up to the price year. */
function grown({ growth, years }: Model, { nature = '', amount_ore = '1' }: Row): Exact {
  const due = growth.filter(({ year }) => years.cost < year && year <= years.price);
  const factors = due.map(({ natures }) => plus(exact(1n), given(natures[nature] ?? natures['all'])));
  return factors.reduce(times, exact(BigInt(amount_ore)));
}

const volumeOf = (row: Row): Exact => exact(whole(row, 'parts'), whole(row, 'parts_per_measure'));
const weightOf = ({ services }: Model, { service, level }: Row): Exact =>
  given(services.find(({ id }) => id === service)?.levels.find(({ name }) => name === level)?.weight);

/** Cost, of which provider-answered and of which base; volume; and cost ÷ volume, of every object in the network. */
export function unitCosts(run: CostingRun): Due<CostingTable> {
  const { services } = modelOf(run);
  const volumes = sumsOf(volumesOf(run), 'service unit level', 'parts');
  const [all, who, how] = ['node', 'node answers', 'node paid_as'].map((key) => sumsOf(run.tables.ends, key));
  const objects = run.tables.nodes.filter(({ kind }) => kind === 'object');
  const unit_costs = objects.map(({ node, service, unit, level }) => {
    const { measure = '' } = services.find(({ id }) => id === service) ?? {};
    const [parts, per] = [volumes.at(`${service}|${unit}|${level}`), measure === 'hour' ? 36_000n : 1_000n];
    const [amount_ore, provider_ore] = [all?.at(`${node}`) ?? 0n, who?.at(`${node}|provider`)];
    const rate = cells('unit_cost', over(exact(amount_ore * per), exact(parts)));
    const amounts = { amount_ore, provider_ore, base_ore: how?.at(`${node}|base`), ...rate };
    return { service, unit, level, measure, parts, parts_per_measure: per, ...amounts };
  });
  return { unit_costs };
}

/** Cost at services and units, with unused capacity where the model puts it: in the price or with the unit. */
function placedCost(run: CostingRun): Row[] {
  const [{ tables }, { unused }] = [run, modelOf(run).pricing];
  const [nodes, out] = [grouped(tables.nodes, 'node'), grouped(tables.weights, 'from_node')];
  const isUnused = (node = '') => node.startsWith('unused:');
  const shared = tables.flows.flatMap((row) => {
    if (unused !== 'price' || !isUnused(row['to_node'])) return [];
    const served = (out.get(`${row['from_node']}`) ?? []).filter(({ to_node }) => !isUnused(to_node));
    const values = served.map((edge) => whole(edge, 'weight') * whole(row));
    const keys = served.map(({ to_node }) => `${to_node}`);
    const parts = largestRemainder(keys, values, total(served, 'weight'), whole(row));
    return [...parts].map(([node, amount]): Row => ({ ...row, node, amount_ore: `${amount}` }));
  });
  const atUnits = tables.ends.filter(({ node }) => unused === 'unit' && isUnused(node));
  const objects = tables.ends.filter(({ node }) => node?.startsWith('object:'));
  const placed = [...objects, ...shared, ...atUnits.map((row): Row => ({ ...row, paid_as: 'base' }))];
  return placed.map((row) => ({ ...row, ...nodes.get(`${row['node']}`)?.[0] }));
}

/** Prices with their parts, base grants, supplements: P = (Σ cost × growth − supplements) × w ÷ Σ (w × volume). */
export function pricesOf(run: CostingRun): Due<CostingTable> {
  const model = modelOf(run);
  if (!run.certificate.priced) return { prices: [], price_parts: [], base_grants: [], supplements: [] };
  const [year, step] = [`${model.years.price}`, BigInt(model.pricing.roundToOre)];
  const cost = placedCost(run);
  const paidAs = (as: string) => cost.filter((row) => row['answers'] === 'provider' && row['paid_as'] === as);
  const base_grants = [...grouped(paidAs('base'), 'unit')].map(([unit, rows]) => {
    const sum = sumOf(rows.map((row) => grown(model, row)));
    return { year, unit, ...cells('exact', sum), published_ore: halfAway(sum) };
  });
  const supplements = model.pricing.supplements.flatMap(({ name, services, units, amount }) =>
    services.flatMap((service) => units.map((unit) => ({ year, name, service, unit, amount }))),
  );
  const sold = run.tables.unit_costs.filter((row) => whole(row, 'parts') > 0n);
  const [prices, price_parts]: [Cells[], Cells[]] = [[], []];
  for (const [kind, paid] of Object.entries({ financing: paidAs('price'), 'full-cost': cost }))
    for (const row of summed(sold, 'service level measure parts_per_measure', 'parts')) {
      const { service, level, measure, parts } = row;
      const key = { year, kind, service, level };
      const peers = sold.filter((peer) => peer['service'] === service);
      const weighed = peers.map((peer) => times(weightOf(model, peer), volumeOf(peer)));
      const share = over(weightOf(model, row), sumOf(weighed));
      const own = paid.filter((cost) => cost['service'] === service);
      const natures = summed(own, 'nature', 'amount_ore').filter((part) => whole(part) !== 0n);
      const perMeasure = natures.map((part) => times(grown(model, part), share));
      for (const [i, each] of perMeasure.entries()) {
        const { nature = '', amount_ore: cost_ore } = natures[i] ?? {};
        const factors = { ...cells('growth', grown(model, { nature })), ...cells('per_measure', each) };
        price_parts.push({ ...key, nature, cost_ore, ...factors });
      }
      const paidApart = kind === 'financing' ? supplements.filter((at) => at.service === service) : [];
      const taken = paidApart.flatMap(({ unit, amount }) => {
        const sales = peers.filter((peer) => peer['unit'] === unit);
        return sales.map((peer) => times(times(given(amount), volumeOf(peer)), share));
      });
      if (natures.length === 0 && sumOf(taken)[0] === 0n) continue;
      const price = minus(sumOf(perMeasure), sumOf(taken));
      const published_ore = halfAway(over(price, exact(step))) * step;
      const rounding_effect_ore = halfAway(times(minus(exact(published_ore), price), volumeOf(row)));
      const fractions = { ...cells('exact', price), ...cells('supplements', sumOf(taken)) };
      prices.push({ ...key, measure, parts, ...fractions, published_ore, rounding_effect_ore });
    }
  const stated = supplements.map(({ amount, ...row }) => ({ ...row, ...cells('amount', given(amount)) }));
  return { prices, price_parts, base_grants, supplements: stated };
}
