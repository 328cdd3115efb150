// Where cost can be sent: units, activities at a unit, and services at a unit, each as a node of the network with the
// volumes that drivers weigh it by.

import type { Driver, Model, Service, Target } from '../model/model.ts';
import type { NetworkNode } from '../tables/network.ts';
import { rowsAbout, rowsFrom } from './driver-rows.ts';
import { networkNode, objectNode } from './network-node.ts';
import { remembering } from './remembering.ts';
import type { ServiceVolume, YearVolumes } from './year-volumes.ts';

/** A node that cost can be sent to. `volumes` is what is done there: one service, or all services of a unit. */
export type Place = { readonly node: NetworkNode; readonly volumes: readonly ServiceVolume[] };

/** Finds the places that a target stands for, seen from the unit ("" for none) where the cost stands. */
export type PlaceFinder = {
  readonly find: (target: Target, unit: string, driver: Driver) => readonly Place[];
  readonly unitPlace: (unit: string) => Place;
};

const NOTHING: readonly ServiceVolume[] = [];

/**
 * The places of a model. A service stands at the units where it has volume (before its levels, if it has any). A
 * service without volume there, or an open one, which never has any, stands where a driver's rows or shares name
 * it; where a target lists open services only, they stand at the unit that sends the cost.
 */
export function placeFinder(model: Model, volumes: YearVolumes): PlaceFinder {
  const services = new Map(model.services.map((service) => [service.id, service]));
  const placeOf = remembering((volume: ServiceVolume) => ({ node: volume.node, volumes: [volume] }));
  const unitPlace = remembering((unit: string) => ({
    node: networkNode('unit', unit, { unit }),
    volumes: volumes.byUnit.get(unit) ?? NOTHING,
  }));
  const activitiesAt = remembering(
    (unit: string) =>
      new Set(
        model.costing.centres.flatMap(({ activity, units }) =>
          activity !== undefined && units.includes(unit) ? [activity] : [],
        ),
      ),
  );

  const wantedServices = remembering((target: Target & { kind: 'services' }) => new Set(target.services));

  const find = (target: Target, unit: string, driver: Driver): readonly Place[] => {
    if (target.kind === 'units') return target.units.map(unitPlace);
    if (target.kind === 'activities')
      return target.activities
        .filter((name) => activitiesAt(unit).has(name))
        .map((name) => ({ node: networkNode('activity', name, { unit }), volumes: NOTHING }));
    const isWanted = wantedServices(target);
    const known = target.own
      ? (volumes.byUnit.get(unit) ?? NOTHING).filter(({ service }) => isWanted.has(service.id))
      : target.services.flatMap((id) => volumes.byService.get(id) ?? NOTHING);
    const places = known.map(placeOf);
    const stated = statedPlaces({ target, unit, driver, services }).filter(
      ({ node }) => !volumes.find(node.service, node.unit),
    );
    return stated.length === 0 ? places : [...places, ...stated];
  };
  return { find, unitPlace };
}

type Stating = {
  readonly target: Target & { kind: 'services' };
  readonly unit: string;
  readonly driver: Driver;
  readonly services: ReadonlyMap<string, Service>;
};

/** Services without volume that the driver names, or open services that are all the target has. */
function statedPlaces({ target, unit, driver, services }: Stating): readonly Place[] {
  const stated = new Map<string, Place>();
  const state = (service: string, at: string): void => {
    const node = objectNode(service, at, '');
    stated.set(node.key, { node, volumes: NOTHING });
  };
  const isOpen = (id: string): boolean => services.get(id)?.open === true;
  if (target.services.every(isOpen)) for (const id of target.services) state(id, unit);
  if (driver.kind === 'shares')
    for (const id of target.services) if (isOpen(id) && driver.shares.has(id)) state(id, unit);
  if (driver.kind === 'table') {
    const wanted = new Set(target.services);
    const rows = target.own ? rowsAbout(driver.rows, unit, unit) : rowsFrom(driver.rows, unit);
    for (const { service, unit: at = isOpen(service ?? '') ? unit : undefined, quantity } of rows)
      if (service !== undefined && at !== undefined && quantity.num !== 0n && wanted.has(service))
        state(service, at);
  }
  return [...stated.values()];
}
