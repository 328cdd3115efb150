// From ends and volumes to unit costs, prices, base grants and supplements, by the formulas alone.

import { gcd, largestRemainder } from './book.ts';
import type { Model, Share } from './certificate.ts';
import type { Run } from './load.ts';
import { type Cells, compare, type Failure, keyOf, type Row, summed, total } from './rows.ts';

/** An exact number: numerator, denominator > 0, in lowest terms. */
type Exact = readonly [num: bigint, den: bigint];
const exact = (num: bigint, den = 1n): Exact => [num / (gcd(num, den) || 1n), den / (gcd(num, den) || 1n)];
const times = (a: Exact, b: Exact): Exact => exact(a[0] * b[0], a[1] * b[1]);
const plus = (a: Exact, b: Exact): Exact => exact(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const over = (a: Exact, b: Exact): Exact => (b[0] === 0n ? [0n, 0n] : times(a, [b[1], b[0]]));
const given = ({ num, den }: Share): Exact => exact(BigInt(num), BigInt(den));
const cells = (name: string, [num, den]: Exact) => ({ [`${name}_num`]: num, [`${name}_den`]: den });
const partsPer = (measure: string): bigint => (measure === 'hour' ? 36_000n : 1_000n);
/** To the nearest whole number, halves away from zero. */
const nearest = ([num, den]: Exact): bigint =>
  ((num < 0n ? -1n : 1n) * (2n * (num < 0n ? -num : num) + den)) / (2n * den);

/** g = Π (1 + growth of the nature, or of all) over the years after the cost year up to the price year. */
function growth({ growth, years }: Model, nature: string): Exact {
  const due = growth.filter(({ year }) => years.cost < year && year <= years.price);
  const rates = due.map(({ natures }) => natures[nature] ?? natures['all'] ?? { num: '0', den: '1' });
  return rates.reduce((product, rate) => times(product, plus(exact(1n), given(rate))), exact(1n));
}

/** Volumes in the state that divides cost, summed by the named columns. */
function volumesBy({ tables, certificate }: Run, columns: string): ReadonlyMap<string, bigint> {
  const counted = tables.volumes.filter(({ state }) => state === certificate.identity.model.costing.volumes);
  return new Map(summed(counted, columns, 'parts').map((row) => [keyOf(row, columns), row.parts]));
}

/** Cost, of which provider-answered and of which base; volume; and cost ÷ volume, of every object in the network. */
export function checkUnitCosts(run: Run): Failure[] {
  const { services } = run.certificate.identity.model;
  const ends = Map.groupBy(run.tables.ends, ({ node }) => node);
  const volumes = volumesBy(run, 'service unit level');
  const objects = run.tables.nodes.filter(({ kind }) => kind === 'object');
  const rows = objects.map(({ node, service, unit, level }): Cells => {
    const { measure = '', open } = services.find(({ id }) => id === service) ?? {};
    const parts = open ? 0n : (volumes.get(`${service}|${unit}|${level}`) ?? 0n);
    const costs = ends.get(node) ?? [];
    const amount_ore = total(costs, 'amount_ore');
    const provider_ore = total(
      costs.filter(({ answers }) => answers === 'provider'),
      'amount_ore',
    );
    const base_ore = total(
      costs.filter(({ paid_as }) => paid_as === 'base'),
      'amount_ore',
    );
    const rate = over(exact(amount_ore * partsPer(measure)), exact(parts));
    const amounts = { amount_ore, provider_ore, base_ore, ...cells('unit_cost', rate) };
    return { service, unit, level, measure, parts, parts_per_measure: partsPer(measure), ...amounts };
  });
  return compare(run.tables, 'unit_costs', rows);
}

/** Cost at services and units, with unused capacity where the model puts it: in the price or with the unit. */
function placedCost({ tables, certificate }: Run): Row[] {
  const nodes = new Map(tables.nodes.map((row) => [row.node, row]));
  const { unused } = certificate.identity.model.pricing;
  const at = (row: Row, node: string, amount_ore = row.amount_ore): Row => ({
    ...row,
    ...nodes.get(node),
    ...{ amount_ore },
  });
  const out = Map.groupBy(tables.weights, ({ from_node }) => from_node);
  const shared = tables.flows.filter(({ to_node }) => unused === 'price' && to_node.startsWith('unused:'));
  const inPrices = shared.flatMap((row) => {
    const served = (out.get(row.from_node) ?? []).filter(({ to_node }) => !to_node.startsWith('unused:'));
    const unit = total(served, 'weight');
    const values = served.map(({ weight }) => weight * row.amount_ore);
    const parts = largestRemainder(
      served.map(({ to_node }) => to_node),
      values,
      unit,
      row.amount_ore,
    );
    return [...parts].map(([node, amount]) => at(row, node, amount));
  });
  const objects = tables.ends
    .filter(({ node }) => node.startsWith('object:'))
    .map((row) => at(row, row.node));
  const atUnits = tables.ends.filter(({ node }) => unused === 'unit' && node.startsWith('unused:'));
  return [...objects, ...inPrices, ...atUnits.map((row) => ({ ...at(row, row.node), paid_as: 'base' }))];
}

/** Prices with their parts, base grants and supplements; none where the certificate says that there are none. */
export function checkPrices(run: Run): Failure[] {
  const { tables, certificate } = run;
  const { model, priced } = { ...certificate.identity, ...certificate };
  const year = BigInt(model.years.price);
  const cost = priced ? placedCost(run) : [];
  const lists = priced ? ['financing', 'full-cost'].flatMap((kind) => priceList(run, kind, cost)) : [];
  const supplements = model.pricing.supplements.flatMap(({ name, services, units, amount }) =>
    services.flatMap((service) =>
      units.map((unit) => ({ year, name, service, unit, ...cells('amount', given(amount)) })),
    ),
  );
  const base = cost.filter(({ answers, paid_as }) => answers === 'provider' && paid_as === 'base');
  const grants = [...Map.groupBy(base, ({ unit }) => unit)].map(([unit, rows]) => {
    const sum = rows.map((row) => times(exact(row.amount_ore), growth(model, row.nature))).reduce(plus);
    return { year, unit, ...cells('exact', sum), published_ore: nearest(sum) };
  });
  return [
    ...compare(
      tables,
      'prices',
      lists.map(({ price }) => ({ year, ...price })),
    ),
    ...compare(
      tables,
      'price_parts',
      lists.flatMap(({ parts }) => parts.map((part) => ({ year, ...part }))),
    ),
    ...compare(tables, 'base_grants', grants),
    ...compare(tables, 'supplements', priced ? supplements : []),
  ];
}

/** P(s) = (Σ g·V − supplements) ÷ A; by level P(s)·w ÷ w̄ with w̄ = Σ w·A ÷ ΣA; rounded, and what rounding costs. */
function priceList(run: Run, kind: string, cost: readonly Row[]): { price: Cells; parts: Cells[] }[] {
  const { model } = run.certificate.identity;
  const [byUnit, byLevel] = [volumesBy(run, 'service unit'), volumesBy(run, 'service level')];
  const step = BigInt(model.pricing.roundToOre);
  return model.services.flatMap(({ id: service, measure = '', levels: stated, open }) => {
    const levels = (stated.length > 0 ? stated : [{ name: '', weight: { num: '1', den: '1' } }])
      .map(({ name, weight }) => ({
        name,
        weight: given(weight),
        parts: byLevel.get(`${service}|${name}`) ?? 0n,
      }))
      .filter(({ parts }) => parts > 0n && !open);
    const volume = exact(
      levels.reduce((sum, { parts }) => sum + parts, 0n),
      partsPer(measure),
    );
    const weighed = levels.map(({ weight, parts }) => times(weight, exact(parts, partsPer(measure))));
    const mean = over(weighed.reduce(plus, exact(0n)), volume);
    const taken = model.pricing.supplements
      .filter(({ services }) => kind === 'financing' && services.includes(service))
      .flatMap(({ units, amount }) => units.map((unit) => ({ given: given(amount), unit })))
      .map(({ given, unit }) =>
        times(given, exact(byUnit.get(`${service}|${unit}`) ?? 0n, partsPer(measure))),
      )
      .reduce(plus, exact(0n));
    const own = cost
      .filter((row) => row.service === service)
      .filter(
        ({ answers, paid_as }) => kind === 'full-cost' || (answers === 'provider' && paid_as === 'price'),
      );
    const natures = summed(own, 'nature', 'amount_ore').filter(({ amount_ore }) => amount_ore !== 0n);
    return levels.map(({ name: level, weight, parts }) => {
      const share = over(mean[0] === 0n ? exact(1n) : over(weight, mean), volume);
      const made = natures.map(({ nature, amount_ore }) => {
        const each = times(times(exact(amount_ore), growth(model, nature)), share);
        return { nature, cost_ore: amount_ore, each };
      });
      const supplement = times(taken, share);
      const price = made.reduce((sum, { each }) => plus(sum, each), times(exact(-1n), supplement));
      const published_ore = nearest(over(price, exact(step))) * step;
      const effect = times(
        plus(exact(published_ore), times(exact(-1n), price)),
        exact(parts, partsPer(measure)),
      );
      const amounts = { ...cells('exact', price), ...cells('supplements', supplement), published_ore };
      return {
        price: { kind, service, level, measure, parts, ...amounts, rounding_effect_ore: nearest(effect) },
        parts: made.map(({ nature, cost_ore, each }) => ({
          ...{ kind, service, level, nature, cost_ore },
          ...{ ...cells('growth', growth(model, nature)), ...cells('per_measure', each) },
        })),
      };
    });
  });
}
