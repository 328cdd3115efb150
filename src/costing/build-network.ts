// The network along which cost flows: pools send to units, activities and services; units and activities pass on by
// their rule; services divide among need levels. What can go nowhere is parked, with the reason.

import type { Finding } from '../findings/finding.ts';
import type { Centre, Destination, Driver, Method, Model, Pool, Target } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { fraction, multiply, toWholeWeights } from '../money/fraction.ts';
import type { Assignment } from '../tables/costs.ts';
import type { Edge, Network, NetworkNode, Own, Strand } from '../tables/network.ts';
import { type Weighed, weighPlaces } from './driver-weights.ts';
import { networkNode, objectNode, type PlaceFinder, placeFinder } from './places.ts';
import type { ServiceVolume, YearVolumes } from './year-volumes.ts';

/** A node whose cost can go nowhere: all of it flows to a parked end. `finding` lacks the amount, known once solved. */
export type Parking = { readonly from: string; readonly to: string; readonly finding: Finding };
export type BuiltNetwork = {
  readonly network: Network;
  readonly parkings: readonly Parking[];
  readonly findings: readonly Finding[];
};

type Share = { readonly to: NetworkNode; readonly weight: bigint };
/** How a node hands on: its shares, or why there are none. */
type Handing = { readonly shares: readonly Share[] } | { readonly parked: string; readonly finding: Finding };

/**
 * Builds the network of a model's assigned accounts. Source nodes are pool × unit where there is cost; other nodes
 * exist where cost can reach them, cost objects wherever there is volume.
 */
export function buildNetwork(
  model: Model,
  assignments: readonly Assignment[],
  volumes: YearVolumes,
): BuiltNetwork {
  const ledger = primaryCost(model, assignments);
  const handing = handingRules(model, volumes, ledger);
  const nodes = new Map<string, NetworkNode>();
  const shares = new Map<string, readonly Share[]>();
  const parkings: Parking[] = [];
  const waiting: NetworkNode[] = [];
  const reach = (node: NetworkNode): void => {
    if (nodes.has(node.key)) return;
    nodes.set(node.key, node);
    if (['pool', 'unit', 'activity', 'service'].includes(node.kind)) waiting.push(node);
  };
  for (const { service, unit, levels } of [...volumes.byService.values()].flat())
    for (const level of levels.keys()) reach(objectNode(service.id, unit, level));
  for (const node of ledger.nodes.values()) reach(node);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const hands = handing.of(node);
    let given: readonly Share[];
    if ('parked' in hands) {
      given = [{ to: networkNode('parked', hands.parked), weight: 1n }];
      parkings.push({ from: node.key, to: given[0]!.to.key, finding: hands.finding });
    } else given = hands.shares;
    shares.set(node.key, given);
    for (const { to } of given) reach(to);
  }
  return {
    network: inOrder(nodes, shares, ledger),
    parkings: parkings.sort((a, b) => byKey(a.from, b.from)),
    findings: handing.findings(),
  };
}

// ---- what the ledger put in ---------------------------------------------------------------------------------

type PrimaryCost = {
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly strands: ReadonlyMap<string, Strand>;
  /** Node key → strand key → øre, none of them 0. */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
  readonly poolAmount: (pool: string, unit: string) => bigint;
  /** Responsibilities of the accounts without a unit, by pool. */
  readonly orphans: ReadonlyMap<string, readonly string[]>;
};

function primaryCost(model: Model, assignments: readonly Assignment[]): PrimaryCost {
  const pools = new Map(model.costing.pools.map((pool) => [pool.name, pool]));
  const sums = new Map<string, { node: NetworkNode; strands: Map<string, bigint> }>();
  const strands = new Map<string, Strand>();
  const orphans = new Map<string, Set<string>>();
  for (const { pool, unit, nature, amountOre, responsibility } of assignments) {
    const { answers, paidAs } = pools.get(pool)!;
    const strand = `${nature}|${answers}|${paidAs}`;
    if (!strands.has(strand)) strands.set(strand, { key: strand, nature, answers, paidAs });
    const node = networkNode('pool', pool, { unit });
    const sum = sums.get(node.key) ?? { node, strands: new Map<string, bigint>() };
    sum.strands.set(strand, (sum.strands.get(strand) ?? 0n) + amountOre);
    sums.set(node.key, sum);
    if (unit === '' && amountOre !== 0n)
      orphans.set(pool, (orphans.get(pool) ?? new Set()).add(responsibility));
  }
  const own = new Map<string, Map<string, bigint>>();
  for (const [key, sum] of sums) {
    const amounts = new Map([...sum.strands].filter(([, amountOre]) => amountOre !== 0n));
    if (amounts.size > 0) own.set(key, amounts);
  }
  const used = new Set([...own.values()].flatMap((amounts) => [...amounts.keys()]));
  return {
    nodes: new Map([...own.keys()].map((key) => [key, sums.get(key)!.node])),
    strands: new Map([...strands].filter(([key]) => used.has(key))),
    own,
    poolAmount: (pool, unit) =>
      (own.get(networkNode('pool', pool, { unit }).key)?.values() ?? [].values()).reduce(
        (sum, amountOre) => sum + amountOre,
        0n,
      ),
    orphans: new Map([...orphans].map(([pool, codes]) => [pool, [...codes].sort(byKey)])),
  };
}

// ---- how nodes hand on --------------------------------------------------------------------------------------

type HandingRules = {
  readonly of: (node: NetworkNode) => Handing;
  readonly findings: () => readonly Finding[];
};

function handingRules(model: Model, volumes: YearVolumes, ledger: PrimaryCost): HandingRules {
  const { costing } = model;
  const pools = new Map(costing.pools.map((pool) => [pool.name, pool]));
  const places = placeFinder(model, volumes);
  const findings = new Map<string, Finding>();
  const weigh = weigher(model, places, ledger, findings);
  const closes = leftOut(costing.method, model);

  const share = (node: NetworkNode, driver: Driver, to: Target, where: Finding['where']): Handing => {
    const weighed = weigh(driver, to, node.unit);
    const all = weighed.shares
      .filter(({ place }) => place.node.key !== node.key)
      .map(({ place, weight }) => ({ to: place.node, weight }));
    const kept = all.filter(({ to }) => !closes(node, to));
    if (weighed.unused > 0n)
      kept.push({ to: networkNode('unused', driver.name, { unit: node.unit }), weight: weighed.unused });
    if (kept.length > 0) return { shares: kept };
    return all.length === 0 ? nothingToShareBy(node, driver, where) : noOneLeft(node, costing.method, where);
  };

  const fromPool = (node: NetworkNode): Handing => {
    const pool = pools.get(node.name)!;
    const goes = destination(pool, pools);
    const where = { file: pool.at.file, line: pool.at.line, position: pool.at.column, key: pool.name };
    if (needsUnit(goes) && node.unit === '') return noUnit(pool, ledger.orphans.get(pool.name) ?? [], where);
    switch (goes.kind) {
      case 'share':
        return share(node, driverNamed(model, goes.driver), goes.to, where);
      case 'own-unit':
        return { shares: [{ to: places.unitPlace(node.unit).node, weight: 1n }] };
      case 'park':
        return { shares: [{ to: networkNode('parked', goes.reason), weight: 1n }] };
      case 'not-costed':
      case 'external':
        return { shares: [{ to: networkNode(goes.kind, goes.name), weight: 1n }] };
    }
  };

  const fromCentre = (node: NetworkNode): Handing => {
    const centre = costing.centres.find((rule) => passesOn(rule, node));
    if (!centre) return noRule(node, model);
    const where = {
      file: centre.at.file,
      line: centre.at.line,
      position: centre.at.column,
      key: centre.name,
    };
    return share(node, driverNamed(model, centre.driver), centre.to, where);
  };

  return {
    of: (node) => {
      if (node.kind === 'pool') return fromPool(node);
      if (node.kind === 'service') return byLevel(volumes.find(node.service, node.unit)!, model);
      return fromCentre(node);
    },
    findings: () => [...findings].sort(([a], [b]) => byKey(a, b)).map(([, finding]) => finding),
  };
}

/** Weighs each driver and target once per unit, or once for all where the unit makes no difference. */
function weigher(model: Model, places: PlaceFinder, ledger: PrimaryCost, findings: Map<string, Finding>) {
  const known = new Map<Target, Map<string, Weighed>>();
  const ground = { model, poolAmount: ledger.poolAmount };
  const open = new Set(model.services.flatMap(({ id, open }) => (open ? [id] : [])));
  return (driver: Driver, to: Target, unit: string): Weighed => {
    const isSameForAll =
      (to.kind === 'units' ||
        (to.kind === 'services' && !to.own && !to.services.some((id) => open.has(id)))) &&
      !(driver.kind === 'table' && driver.rows.some(({ from }) => from !== undefined)) &&
      !(driver.kind === 'minutes' && driver.capacity);
    const key = isSameForAll ? driver.name : `${driver.name}/${unit}`;
    const ofTarget = known.get(to) ?? new Map<string, Weighed>();
    known.set(to, ofTarget);
    const found = ofTarget.get(key);
    if (found) return found;
    const weighed = weighPlaces(driver, places.find(to, unit, driver), unit, ground);
    for (const finding of weighed.findings) findings.set(`${finding.rule} ${finding.message}`, finding);
    ofTarget.set(key, weighed);
    return weighed;
  };
}

const driverNamed = (model: Model, name: string): Driver => {
  const driver = model.costing.drivers.get(name);
  if (!driver) throw new Error(`no driver ${name}: the model should have been refused`);
  return driver;
};

/** Where a pool's cost goes, following the pools that it follows. */
export function destination(
  pool: Pool,
  pools: ReadonlyMap<string, Pool>,
): Exclude<Destination, { kind: 'follows' }> {
  let [goes, steps] = [pool.goes, 0];
  while (goes.kind === 'follows') {
    const next = pools.get(goes.pool);
    if (!next || steps++ > pools.size) throw new Error(`pool ${pool.name} follows no pool: refuse the model`);
    goes = next.goes;
  }
  return goes;
}

/** True where cost goes to the posting's own unit or to what the unit has. */
export const needsUnit = (goes: Destination): boolean =>
  goes.kind === 'own-unit' ||
  (goes.kind === 'share' && (goes.to.kind === 'activities' || (goes.to.kind === 'services' && goes.to.own)));

const passesOn = (centre: Centre, node: NetworkNode): boolean =>
  node.kind === 'activity'
    ? centre.activity === node.name && centre.units.includes(node.unit)
    : centre.activity === undefined && centre.units.includes(node.unit);

/** Which edges the method leaves out: direct, between support units; step-down, back to those that have closed. */
function leftOut(method: Method, model: Model): (from: NetworkNode, to: NetworkNode) => boolean {
  const support = new Set(model.units.flatMap(({ id, kind }) => (kind === 'support' ? [id] : [])));
  const isSupport = ({ kind, unit }: NetworkNode): boolean => kind === 'unit' && support.has(unit);
  if (method.kind === 'reciprocal') return () => false;
  if (method.kind === 'direct') return (from, to) => isSupport(from) && isSupport(to);
  const turn = new Map(method.order.map((unit, i) => [unit, i]));
  const closes = (unit: string): number => turn.get(unit) ?? method.order.length;
  return (from, to) => isSupport(from) && isSupport(to) && closes(to.unit) <= closes(from.unit);
}

/** x(u,s,l) = x(u,s)·w_l·A_l ÷ Σ w_l·A_l. Weights 1.00 and 1.18, volumes 900 and 100 → 90,000 : 11,800. */
function byLevel({ service, unit, levels }: ServiceVolume, model: Model): Handing {
  const weights = new Map(service.levels.map(({ name, weight }) => [name, weight]));
  const places = [...levels].filter(([level]) => (weights.get(level)?.num ?? 0n) > 0n);
  const whole = toWholeWeights(
    places.map(([level, parts]) => multiply(weights.get(level)!, fraction(parts))),
  );
  if (places.length > 0)
    return {
      shares: places.map(([level], i) => ({ to: objectNode(service.id, unit, level), weight: whole[i]! })),
    };
  const where = { file: model.file, key: service.id };
  return parked(`levels of ${service.id} without weight`, {
    rule: 'costing/nothing-to-share-by',
    severity: 'warning',
    message: `no level of ${service.id} at ${unit} has a weight, so its cost is parked`,
    remedy: 'Give its levels weights above 0.',
    where,
  });
}

// ---- why cost can go nowhere --------------------------------------------------------------------------------

const parked = (reason: string, finding: Finding): Handing => ({ parked: reason, finding });

function noUnit(pool: Pool, responsibilities: readonly string[], where: Finding['where']): Handing {
  const shown = responsibilities.slice(0, 5).join(', ') + (responsibilities.length > 5 ? ', …' : '');
  const codes = `responsibilit${responsibilities.length === 1 ? 'y' : 'ies'} ${shown}`;
  return parked(`no unit for ${codes}`, {
    rule: 'costing/posting-without-unit',
    severity: 'warning',
    message: `the pool "${pool.name}" goes to the posting's own unit, and no unit has ${codes}`,
    remedy: 'Add the responsibility to a unit in the units file, or put a pool for it above this one.',
    where,
  });
}

function nothingToShareBy(node: NetworkNode, driver: Driver, where: Finding['where']): Handing {
  const at = node.unit && node.kind !== 'unit' ? ` at ${node.unit}` : '';
  return parked(`nothing to share by: ${driver.name}`, {
    rule: 'costing/nothing-to-share-by',
    severity: 'warning',
    message: `the driver "${driver.name}" gives nothing to share ${node.name}${at} by: it is zero, or names no place that the cost may go to`,
    remedy: 'Look at the driver, at the volumes of the cost year, and at where the cost is sent (to:).',
    where,
  });
}

function noOneLeft(node: NetworkNode, method: Method, where: Finding['where']): Handing {
  return parked(`no one left to serve by the ${method.kind} method: ${node.name}`, {
    rule: 'costing/nothing-to-share-by',
    severity: 'warning',
    message: `${node.name} serves only units that the ${method.kind} method leaves out, so its cost is parked`,
    remedy: 'Use the reciprocal method, or send its cost to others too.',
    where,
  });
}

function noRule(node: NetworkNode, model: Model): Handing {
  return parked(`no rule for ${node.name} to pass cost on`, {
    rule: 'costing/unit-without-rule',
    severity: 'warning',
    message: `cost came to ${node.kind} ${node.name}, which has no rule to pass it on`,
    remedy: `Name it under costing: centres: in ${model.file}.`,
    where: { file: model.file, key: node.name },
  });
}

// ---- in order of key ----------------------------------------------------------------------------------------

function inOrder(
  found: ReadonlyMap<string, NetworkNode>,
  shares: ReadonlyMap<string, readonly Share[]>,
  ledger: PrimaryCost,
): Network {
  const nodes = [...found.values()].sort((a, b) => byKey(a.key, b.key));
  const strands = [...ledger.strands.values()].sort((a, b) => byKey(a.key, b.key));
  const indexOf = new Map(nodes.map(({ key }, i) => [key, i]));
  const strandOf = new Map(strands.map(({ key }, i) => [key, i]));
  const edges: Edge[] = [];
  const own: Own[] = [];
  for (const [from, { key }] of nodes.entries()) {
    const leaving = (shares.get(key) ?? []).map(({ to, weight }) => ({
      from,
      to: indexOf.get(to.key)!,
      weight,
    }));
    for (const edge of leaving.sort((a, b) => a.to - b.to)) edges.push(edge);
    const amounts = [...(ledger.own.get(key) ?? [])].map(([strand, amountOre]) => ({
      node: from,
      strand: strandOf.get(strand)!,
      amountOre,
    }));
    for (const amount of amounts.sort((a, b) => a.strand - b.strand)) own.push(amount);
  }
  return { nodes, strands, edges, own };
}
