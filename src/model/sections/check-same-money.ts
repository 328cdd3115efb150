// The same money: what providers answer for is paid by a price or as base grant. Cost of theirs that reaches an open
// service, which has no price, would be expense that nothing is earned for.

import type { Finding } from '../../findings/finding.ts';
import type { Financing } from '../financing.ts';
import type { Centre, Driver, Location, Model, Pool, Target } from '../model.ts';
import { modelFinding } from './model-finding.ts';

/** An open service that cost reaches, by the rule of a pool or of a centre. */
type Reached = {
  readonly service: string;
  readonly by: string;
  readonly isCentre: boolean;
  readonly at: Location;
};

/**
 * Pools paid by price that providers answer for and that go to open services: an error where the pool itself goes
 * there; a warning where what passes it on may send a part there.
 */
export function checkSameMoney(model: Model, { models }: Financing): Finding[] {
  const bases = models.flatMap(({ name, prices }) => (prices?.base ? [{ name, base: prices.base }] : []));
  return model.costing.pools.flatMap((pool) => {
    if (pool.answers !== 'provider' || pool.financing || isBought(pool, model)) return [];
    const other = bases.find(({ base }) => !base.includes(pool.name));
    if (pool.paidAs === 'base' && !other) return [];
    const under = pool.paidAs === 'base' && other ? ` under the funding model "${other.name}"` : '';
    const reached = openServicesOf(pool, model);
    return [...Map.groupBy(reached, ({ by }) => by).values()].map((group) => tell(pool, group, under));
  });
}

/** True for a pool of units that are bought from: they are paid what they charge, whatever it was for. */
const isBought = ({ units: ids = [] }: Pool, { units }: Model): boolean =>
  ids.length > 0 && units.every(({ id, provision }) => !ids.includes(id) || provision !== 'own');

function tell(pool: Pool, reached: readonly Reached[], under: string): Finding {
  const { by, isCentre, at } = reached[0]!;
  const services = reached.map(({ service }) => `"${service}"`).join(' and ');
  const how = isCentre ? `may reach ${services} by the rule of "${by}"` : `goes to ${services}`;
  const which = reached.length === 1 ? 'an open service, which has no price' : 'open services without price';
  const message = `providers answer for "${pool.name}", and it ${how}, ${which}${under}: nothing would pay for it.`;
  const remedy =
    'Write "answers: purchaser", pay the pool as base grant ("prices: base"), or leave the service out.';
  return modelFinding(at, 'not-the-same-money', message, remedy, isCentre ? 'warning' : 'error');
}

/** The open services that a pool's cost reaches, each by the first rule that leads there. */
function openServicesOf(pool: Pool, model: Model): Reached[] {
  const reached = new Map<string, Reached>();
  const done = new Set<Centre>();
  const share = (rule: Pool | Centre, driver: string, to: Target, isCentre: boolean): void => {
    const by = model.costing.drivers.get(driver);
    for (const service of by && to.kind === 'services' ? openReached(to.services, by, model) : [])
      if (!reached.has(service)) reached.set(service, { service, by: rule.name, isCentre, at: rule.at });
    if (to.kind === 'units') for (const unit of to.units) passOn(centreOf(unit, model));
    if (to.kind === 'activities') for (const activity of to.activities) passOn(activityOf(activity, model));
  };
  const passOn = (centre: Centre | undefined): void => {
    if (!centre || done.has(centre)) return;
    done.add(centre);
    share(centre, centre.driver, centre.to, true);
  };
  const go = ({ goes, units }: Pool): void => {
    if (goes.kind === 'share') share(pool, goes.driver, goes.to, false);
    if (goes.kind === 'own-unit')
      for (const unit of units ?? model.units.map(({ id }) => id)) passOn(centreOf(unit, model));
  };
  for (const final of followed(pool, model)) go(final);
  return [...reached.values()];
}

const centreOf = (unit: string, { costing: { centres } }: Model): Centre | undefined =>
  centres.find(({ activity, units }) => activity === undefined && units.includes(unit));
const activityOf = (name: string, { costing: { centres } }: Model): Centre | undefined =>
  centres.find(({ activity }) => activity === name);

/** The pools whose ways a pool goes: its own, or those of the pools that it follows. Circles are told elsewhere. */
function followed(pool: Pool, { costing: { pools } }: Model): Pool[] {
  const found = new Map<string, Pool>();
  const visit = (one: Pool | undefined): void => {
    if (!one || found.has(one.name)) return;
    found.set(one.name, one);
    const { goes } = one;
    const names = goes.kind === 'follows' ? [goes.pool] : goes.kind === 'follows-each' ? goes.pools : [];
    for (const name of names) visit(pools.find((other) => other.name === name));
  };
  visit(pool);
  return [...found.values()];
}

/**
 * The open services that a driver gives something to: those that it names, and any where a target holds no other
 * services; volumes and minutes give them nothing, as they have no volume.
 */
function openReached(services: readonly string[], driver: Driver, { services: all }: Model): string[] {
  const open = new Set(all.filter((service) => service.open).map(({ id }) => id));
  const isNamed = (id: string): boolean =>
    driver.kind === 'shares'
      ? (driver.shares.get(id)?.num ?? 0n) !== 0n
      : driver.kind === 'table' &&
        driver.rows.some(({ service, quantity }) => service === id && quantity.num !== 0n);
  const areAllOpen = services.every((id) => open.has(id));
  const isWeighed = areAllOpen && driver.kind !== 'quantity' && driver.kind !== 'minutes';
  return services.filter((id) => open.has(id) && (isNamed(id) || isWeighed));
}
