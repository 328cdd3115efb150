// From ends and volumes to unit costs, prices, base grants and supplements, by the formulas alone.

import { gcd, largestRemainder } from './book.ts';
import type { Model, Run, Share } from './load.ts';
import { type Due, grouped, type Row, summed, sumsOf, total, whole } from './rows.ts';

/** An exact number: numerator, denominator > 0, in lowest terms. */
type Exact = readonly [num: bigint, den: bigint];
const exact = (num: bigint, den = 1n): Exact => [num / (gcd(num, den) || 1n), den / (gcd(num, den) || 1n)];
const times = (a: Exact, b: Exact): Exact => exact(a[0] * b[0], a[1] * b[1]);
const plus = (a: Exact, b: Exact): Exact => exact(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const minus = (a: Exact, [num, den]: Exact): Exact => plus(a, [-num, den]);
const over = (a: Exact, [num, den]: Exact): Exact => (num === 0n ? [0n, 0n] : times(a, [den, num]));
const given = ({ num, den }: Share = { num: '1', den: '1' }): Exact => exact(BigInt(num), BigInt(den));
const sumOf = (values: readonly Exact[]): Exact => values.reduce(plus, exact(0n));
const cells = (name: string, [num, den]: Exact) => ({ [`${name}_num`]: num, [`${name}_den`]: den });
const halfAway = ([num, den]: Exact): bigint => ((num < 0n ? -den : den) + 2n * num) / (2n * den);

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
export function unitCosts({ tables, certificate }: Run): Due {
  const { services, costing } = certificate.identity.model;
  const ends = grouped(tables.ends, 'node');
  const counted = tables.volumes.filter(({ state }) => state === costing.volumes);
  const volumes = sumsOf(counted, 'service unit level', 'parts');
  const unit_costs = tables.nodes
    .filter(({ kind }) => kind === 'object')
    .map(({ node, service, unit, level }) => {
      const { measure = '' } = services.find(({ id }) => id === service) ?? {};
      const [parts, per] = [volumes.at(`${service}|${unit}|${level}`), measure === 'hour' ? 36_000n : 1_000n];
      const costs = ends.get(`${node}`) ?? [];
      const [provider, base] = [
        costs.filter((c) => c['answers'] === 'provider'),
        costs.filter((c) => c['paid_as'] === 'base'),
      ];
      const amounts = { amount_ore: total(costs), provider_ore: total(provider), base_ore: total(base) };
      const rate = cells('unit_cost', over(exact(total(costs) * per), exact(parts)));
      return { service, unit, level, measure, parts, parts_per_measure: per, ...amounts, ...rate };
    });
  return { unit_costs };
}

/** Cost at services and units, with unused capacity where the model puts it: in the price or with the unit. */
function placedCost({ tables, certificate }: Run): Row[] {
  const { unused } = certificate.identity.model.pricing;
  const [nodes, out] = [grouped(tables.nodes, 'node'), grouped(tables.weights, 'from_node')];
  const isUnused = (node = '') => node.startsWith('unused:');
  const withUnit = unused === 'unit' ? tables.ends.filter(({ node }) => isUnused(node)) : [];
  const inPrices = unused === 'price' ? tables.flows.filter(({ to_node }) => isUnused(to_node)) : [];
  const shared = inPrices.flatMap((row) => {
    const served = (out.get(`${row['from_node']}`) ?? []).filter(({ to_node }) => !isUnused(to_node));
    const values = served.map((edge) => whole(edge, 'weight') * whole(row));
    const keys = served.map(({ to_node }) => `${to_node}`);
    const parts = largestRemainder(keys, values, total(served, 'weight'), whole(row));
    return [...parts].map(([node, amount]): Row => ({ ...row, node, amount_ore: `${amount}` }));
  });
  const objects = tables.ends.filter(({ node }) => node?.startsWith('object:'));
  const placed = [...objects, ...shared, ...withUnit.map((row): Row => ({ ...row, paid_as: 'base' }))];
  return placed.map((row) => ({ ...row, ...nodes.get(`${row['node']}`)?.[0] }));
}

/** Prices with their parts, base grants and supplements: P = (Σ cost × growth − supplements) × w ÷ Σ (w × volume). */
export function pricesOf(run: Run): Due {
  const {
    priced,
    identity: { model },
  } = run.certificate;
  if (!priced) return { prices: [], price_parts: [], base_grants: [], supplements: [] };
  const [year, step] = [`${model.years.price}`, BigInt(model.pricing.roundToOre)];
  const cost = placedCost(run);
  const base = cost.filter((row) => row['answers'] === 'provider' && row['paid_as'] === 'base');
  const base_grants = [...grouped(base, 'unit')].map(([unit, rows]) => {
    const sum = sumOf(rows.map((row) => grown(model, row)));
    return { year, unit, ...cells('exact', sum), published_ore: halfAway(sum) };
  });
  const supplements = model.pricing.supplements.flatMap(({ name, services, units, amount }) =>
    services.flatMap((service) =>
      units.map((unit) => ({ year, name, service, unit, amount: given(amount) })),
    ),
  );
  const sold = run.tables.unit_costs.filter((row) => whole(row, 'parts') > 0n);
  const lists = ['financing', 'full-cost'].flatMap((kind) =>
    summed(sold, 'service level measure parts_per_measure', 'parts').map((row) => {
      const { service = '', level, measure, parts } = row;
      const share = over(
        weightOf(model, row),
        sumOf(
          sold.map((peer) =>
            peer['service'] === service ? times(weightOf(model, peer), volumeOf(peer)) : exact(0n),
          ),
        ),
      );
      const isIn = (cost: Row) =>
        kind === 'full-cost' || (cost['answers'] === 'provider' && cost['paid_as'] === 'price');
      const costs = cost.filter((row) => row['service'] === service && isIn(row));
      const key = { year, kind, service, level };
      const natures = summed(costs, 'nature', 'amount_ore').filter((part) => whole(part) !== 0n);
      const paid = supplements.filter((supplement) => kind === 'financing' && supplement.service === service);
      const volumeAt = (unit: string) =>
        sumOf(sold.filter((peer) => peer['service'] === service && peer['unit'] === unit).map(volumeOf));
      const taken = times(sumOf(paid.map(({ unit, amount }) => times(amount, volumeAt(unit)))), share);
      const each = natures.map((part) => times(grown(model, part), share));
      const exactPrice = minus(sumOf(each), taken);
      const published_ore = halfAway(over(exactPrice, exact(step))) * step;
      const effect = times(minus(exact(published_ore), exactPrice), volumeOf(row));
      const amounts = { ...cells('exact', exactPrice), ...cells('supplements', taken), published_ore };
      const price = { ...key, measure, parts, ...amounts, rounding_effect_ore: halfAway(effect) };
      const made = natures.map(({ nature = '', amount_ore: cost_ore }, i) => {
        const growth = cells('growth', grown(model, { nature }));
        return { ...key, nature, cost_ore, ...growth, ...cells('per_measure', each[i] ?? exact(0n)) };
      });
      return { price, made };
    }),
  );
  return {
    prices: lists.map(({ price }) => price),
    price_parts: lists.flatMap(({ made }) => made),
    base_grants,
    supplements: supplements.map(({ amount, ...row }) => ({ ...row, ...cells('amount', amount) })),
  };
}
