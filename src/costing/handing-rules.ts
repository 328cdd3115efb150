// How every node hands on what comes to it: pools by where they go, units and activities by their centre rule,
// services by the weights of their need levels.

import type { Finding, Place as Where } from '../findings/finding.ts';
import type { Centre, Driver, Model, Target } from '../model/model.ts';
import { fraction, multiply, toWholeWeights } from '../money/fraction.ts';
import { valuesInOrder } from '../tables/keys.ts';
import type { NetworkNode } from '../tables/network.ts';
import { finalDestination, leftOut, needsUnit } from './destinations.ts';
import { type Weighed, weighPlaces } from './driver-weights.ts';
import { followingEach } from './following-each.ts';
import type { Handing, Share } from './handing.ts';
import { networkNode } from './network-node.ts';
import { noOneLeft, noRule, nothingToShareBy, noUnit, noWeights, whereIn } from './parking.ts';
import { placeFinder } from './places.ts';
import type { PrimaryCost } from './primary-cost.ts';
import { remembering } from './remembering.ts';
import type { ServiceVolume, YearVolumes } from './year-volumes.ts';

/** `of` a node that is no end; `findings` about the drivers that were asked, in order, each once. */
export type HandingRules = {
  readonly of: (node: NetworkNode) => Handing;
  readonly findings: () => readonly Finding[];
};

/** The handing rules of a model over the year's volumes. */
export function handingRules(model: Model, volumes: YearVolumes, ledger: PrimaryCost): HandingRules {
  const findings = new Map<string, Finding>();
  const share = sharing(model, volumes, ledger, findings);
  const fromPool = poolHanding(model, ledger, share);
  const centreOf = remembering((unit: string) => ruleOf(model, '', unit));

  const fromCentre = (node: NetworkNode): Handing => {
    const centre = node.kind === 'unit' ? centreOf(node.unit) : ruleOf(model, node.name, node.unit);
    if (!centre) return noRule(node, model);
    return share(node, driverOf(model, centre.driver), centre.to, whereIn(centre.at, centre.name));
  };
  return {
    of: (node) => {
      if (node.kind === 'pool') return fromPool(node);
      if (node.kind === 'service') return byLevel(volumes.find(node.service, node.unit)!);
      return fromCentre(node);
    },
    findings: () => valuesInOrder(findings),
  };
}

/** The first centre that passes on for a unit, or for an activity ("" for none) at a unit. */
const ruleOf = (model: Model, activity: string, unit: string): Centre | undefined =>
  model.costing.centres.find((rule) => (rule.activity ?? '') === activity && rule.units.includes(unit));

function driverOf(model: Model, name: string): Driver {
  const driver = model.costing.drivers.get(name);
  if (!driver) throw new Error(`no driver ${name}: the model should have been refused`);
  return driver;
}

type Sharing = (from: NetworkNode, driver: Driver, to: Target, where: Where) => Handing;

function poolHanding(model: Model, ledger: PrimaryCost, share: Sharing): (node: NetworkNode) => Handing {
  const pools = new Map(model.costing.pools.map((pool) => [pool.name, pool]));
  const all = (to: NetworkNode): Handing => [{ to, weight: 1n }];
  const handing = (node: NetworkNode): Handing => {
    const pool = pools.get(node.name)!;
    const goes = finalDestination(pool, pools);
    const where = whereIn(pool.at, pool.name);
    if (needsUnit(goes) && node.unit === '') return noUnit(pool.name, ledger.orphansOf(pool.name), where);
    switch (goes.kind) {
      case 'share':
        return share(node, driverOf(model, goes.driver), goes.to, where);
      case 'follows-each':
        return followingEach(goes.pools, { node, where, ledger, handing });
      case 'own-unit':
        return all(networkNode('unit', node.unit, { unit: node.unit }));
      case 'park':
        return all(networkNode('parked', goes.reason));
      case 'not-costed':
      case 'external':
        return all(networkNode(goes.kind, goes.name));
    }
  };
  return handing;
}

/** Shares by a driver, without what the node would hand to itself and without what the method leaves out. */
function sharing(
  model: Model,
  volumes: YearVolumes,
  ledger: PrimaryCost,
  findings: Map<string, Finding>,
): Sharing {
  const { method } = model.costing;
  const weigh = driverWeigher(model, volumes, ledger, findings);
  const isLeftOut = leftOut(method, model);
  return (from, driver, to, where) => {
    const { shares, unused } = weigh(driver, to, from.unit);
    const others = shares.filter(({ place }) => place.node.key !== from.key);
    const kept: Share[] = others
      .filter(({ place }) => !isLeftOut(from, place.node))
      .map(({ place, weight }) => ({ to: place.node, weight }));
    if (unused > 0n)
      kept.push({ to: networkNode('unused', driver.name, { unit: from.unit }), weight: unused });
    if (kept.length > 0) return kept;
    return others.length > 0
      ? noOneLeft(from, method.kind, where)
      : nothingToShareBy(from, driver.name, where);
  };
}

/** Weighs each driver and target once per unit, or once for all units where the unit makes no difference. */
function driverWeigher(
  model: Model,
  volumes: YearVolumes,
  ledger: PrimaryCost,
  findings: Map<string, Finding>,
): (driver: Driver, to: Target, unit: string) => Weighed {
  const places = placeFinder(model, volumes);
  const ground = { model, poolAmount: ledger.poolAmount };
  const known = remembering((_: Target) => new Map<string, Weighed>());
  const sharesAlike = remembering((to: Target) => isSameFromAnywhere(to, model));
  return (driver, to, unit) => {
    const key = sharesAlike(to) && !looksAtSender(driver) ? driver.name : `${driver.name}/${unit}`;
    const found = known(to).get(key);
    if (found) return found;
    const weighed = weighPlaces(driver, places.find(to, unit, driver), unit, ground);
    for (const finding of weighed.findings) findings.set(`${finding.rule} ${finding.message}`, finding);
    known(to).set(key, weighed);
    return weighed;
  };
}

const isSameFromAnywhere = (to: Target, model: Model): boolean =>
  to.kind === 'units' ||
  (to.kind === 'services' &&
    !to.own &&
    !model.services.some(({ id, open }) => open && to.services.includes(id)));

const looksAtSender = (driver: Driver): boolean =>
  (driver.kind === 'table' && driver.rows.some(({ from }) => from !== undefined)) ||
  (driver.kind === 'minutes' && driver.capacity !== undefined);

/** x(u,s,l) = x(u,s)·w_l·A_l ÷ Σ w_l·A_l. Weights 1.00 and 1.18, volumes 900 and 100 → 90,000 : 11,800. */
function byLevel({ service, unit, levels }: ServiceVolume): Handing {
  const weights = new Map(service.levels.map(({ name, weight }) => [name, weight]));
  const weighing = levels.filter(({ level }) => (weights.get(level)?.num ?? 0n) > 0n);
  if (weighing.length === 0) return noWeights(service, unit);
  const whole = toWholeWeights(
    weighing.map(({ level, parts }) => multiply(weights.get(level)!, fraction(parts))),
  );
  return weighing.map(({ node }, i) => ({ to: node, weight: whole[i]! }));
}
