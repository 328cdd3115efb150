// From ends and volumes to unit costs, prices, base grants and supplements, by the formulas alone.

import { gcd, largestRemainder } from './book.ts';
import type { Model, Run, Share } from './load.ts';
import { type Cells, type Due, grouped, keyed, type Row, sumsOf, total, whole } from './rows.ts';

/** An exact number: numerator, denominator > 0, in lowest terms. */
type Exact = readonly [num: bigint, den: bigint];
const exact = (num: bigint, den = 1n): Exact => [num / (gcd(num, den) || 1n), den / (gcd(num, den) || 1n)];
const times = (a: Exact, b: Exact): Exact => exact(a[0] * b[0], a[1] * b[1]);
const plus = (a: Exact, b: Exact): Exact => exact(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const over = (a: Exact, [num, den]: Exact): Exact => (num === 0n ? [0n, 0n] : times(a, [den, num]));
const given = ({ num, den }: Share = { num: '1', den: '1' }): Exact => exact(BigInt(num), BigInt(den));
const sumOf = (values: readonly Exact[]): Exact => values.reduce(plus, exact(0n));
const cells = (name: string, [num, den]: Exact) => ({ [`${name}_num`]: num, [`${name}_den`]: den });
/** To the nearest whole number, halves away from zero. */
const nearest = ([num, den]: Exact): bigint =>
  num < 0n ? -nearest([-num, den]) : (2n * num + den) / (2n * den);

/** Cost × Π (1 + growth of its nature, or of all) over the years after the cost year up to the price year. */
function grown({ growth, years }: Model, nature = '', amount = 1n): Exact {
  const due = growth.filter(({ year }) => years.cost < year && year <= years.price);
  const rates = due.map(({ natures }) => given(natures[nature] ?? natures['all']));
  return rates.reduce((product, rate) => times(product, plus(exact(1n), rate)), exact(amount));
}

/** Cost, of which provider-answered and of which base; volume; and cost ÷ volume, of every object in the network. */
export function unitCosts({ tables, certificate }: Run): { [table: string]: Due } {
  const { services, costing } = certificate.identity.model;
  const ends = grouped(tables.ends, 'node');
  const counted = tables.volumes.filter(({ state }) => state === costing.volumes);
  const volumes = sumsOf(counted, 'service unit level', 'parts');
  const objects = tables.nodes.filter(({ kind }) => kind === 'object');
  const rows = objects.map(({ node = '', service, unit, level }) => {
    const { measure = '', open } = services.find(({ id }) => id === service) ?? {};
    const [parts, per] = [
      open ? 0n : volumes.at(`${service}|${unit}|${level}`),
      measure === 'hour' ? 36_000n : 1_000n,
    ];
    const costOf = (test: (row: Row) => boolean) => total((ends.get(node) ?? []).filter(test));
    const amounts = { amount_ore: costOf(() => true), base_ore: costOf((row) => row['paid_as'] === 'base') };
    const provider_ore = costOf(({ answers }) => answers === 'provider');
    const rate = cells('unit_cost', over(exact(amounts.amount_ore * per), exact(parts)));
    return {
      service,
      unit,
      level,
      measure,
      parts,
      parts_per_measure: per,
      ...amounts,
      provider_ore,
      ...rate,
    };
  });
  return { unit_costs: keyed('unit_costs', rows) };
}

/** Cost at services and units, with unused capacity where the model puts it: in the price or with the unit. */
function placedCost({ tables, certificate }: Run): Row[] {
  const { unused } = certificate.identity.model.pricing;
  const [nodes, out] = [grouped(tables.nodes, 'node'), grouped(tables.weights, 'from_node')];
  const at = (row: Row, node = '') => ({ ...row, ...nodes.get(node)?.[0] });
  const isUnused = (node = '') => node.startsWith('unused:');
  const objects = tables.ends
    .filter(({ node }) => node?.startsWith('object:'))
    .map((row) => at(row, row['node']));
  const withUnit = tables.ends.filter(({ node }) => unused === 'unit' && isUnused(node));
  const inPrices = tables.flows.filter(({ to_node }) => unused === 'price' && isUnused(to_node));
  const shared = inPrices.flatMap((row) => {
    const served = (out.get(`${row['from_node']}`) ?? []).filter(({ to_node }) => !isUnused(to_node));
    const values = served.map((edge) => whole(edge, 'weight') * whole(row));
    const keys = served.map(({ to_node }) => `${to_node}`);
    const parts = largestRemainder(keys, values, total(served, 'weight'), whole(row));
    return [...parts].map(([node, amount]): Row => ({ ...at(row, node), amount_ore: `${amount}` }));
  });
  return [...objects, ...shared, ...withUnit.map((row) => ({ ...at(row, row['node']), paid_as: 'base' }))];
}

/** Prices with their parts, base grants and supplements; none where the certificate says that there are none. */
export function pricesOf(run: Run): { [table: string]: Due } {
  const { model } = run.certificate.identity;
  const [year, step] = [`${model.years.price}`, BigInt(model.pricing.roundToOre)];
  const cost = placedCost(run).filter(() => run.certificate.priced);
  const supplements = (run.certificate.priced ? model.pricing.supplements : []).flatMap(
    ({ services, units, ...rest }) =>
      services.flatMap((service) => units.map((unit) => ({ year, service, unit, ...rest }))),
  );
  const base = cost.filter((row) => row['answers'] === 'provider' && row['paid_as'] === 'base');
  const grants = [...grouped(base, 'unit')].map(([unit, rows]) => {
    const sum = sumOf(rows.map((row) => grown(model, row['nature'], whole(row))));
    return { year, unit, ...cells('exact', sum), published_ore: nearest(sum) };
  });
  const sold = run.tables.unit_costs.filter((row) => run.certificate.priced && whole(row, 'parts') > 0n);
  const [prices, made]: [Cells[], Cells[]] = [[], []];
  for (const [service, peers] of grouped(sold, 'service'))
    for (const [level, rows] of grouped(peers, 'level'))
      for (const kind of ['financing', 'full-cost']) {
        const [parts, per] = [total(rows, 'parts'), whole(peers[0] ?? {}, 'parts_per_measure')];
        const { levels = [], measure } = model.services.find(({ id }) => id === service) ?? {};
        const weightOf = (level = '') => given(levels.find(({ name }) => name === level)?.weight);
        const weighed = peers.map((row) => times(weightOf(row['level']), exact(whole(row, 'parts'), per)));
        const share = over(weightOf(level), sumOf(weighed));
        const isIn = (row: Row) =>
          kind === 'full-cost' || (row['answers'] === 'provider' && row['paid_as'] === 'price');
        const natures = sumsOf(
          cost.filter((row) => row['service'] === service && isIn(row)),
          'nature',
        );
        const key = { year, kind, service, level };
        const lines = [...natures]
          .filter(([, cost_ore]) => cost_ore !== 0n)
          .map(([nature, cost_ore]) => {
            const each = times(grown(model, nature, cost_ore), share);
            return {
              ...key,
              nature,
              cost_ore,
              ...cells('growth', grown(model, nature)),
              ...cells('per_measure', each),
              each,
            };
          });
        const paid = supplements
          .filter((row) => kind === 'financing' && row.service === service)
          .map(({ unit, amount }) =>
            times(
              given(amount),
              exact(
                total(
                  peers.filter((row) => row['unit'] === unit),
                  'parts',
                ),
                per,
              ),
            ),
          );
        const taken = times(sumOf(paid), share);
        const price = plus(sumOf(lines.map(({ each }) => each)), times(exact(-1n), taken));
        const published_ore = nearest(over(price, exact(step))) * step;
        const effect = times(plus(exact(published_ore), times(exact(-1n), price)), exact(parts, per));
        const amounts = { ...cells('exact', price), ...cells('supplements', taken), published_ore };
        prices.push({ ...key, measure, parts, ...amounts, rounding_effect_ore: nearest(effect) });
        made.push(...lines.map(({ each: _, ...line }) => line));
      }
  const stated = supplements.map(({ amount, ...row }) => ({ ...row, ...cells('amount', given(amount)) }));
  return {
    prices: keyed('prices', prices),
    price_parts: keyed('price_parts', made),
    base_grants: keyed('base_grants', grants),
    supplements: keyed('supplements', stated),
  };
}
