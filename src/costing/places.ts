// Where cost can be sent: units, activities at a unit, and services at a unit, each as a node of the network with the
// volumes that drivers weigh it by.

import type { Driver, DriverRow, Model, Service, Target } from '../model/model.ts';
import { type NetworkNode, type NodeKind, nodeKey } from '../tables/network.ts';
import type { ServiceVolume, YearVolumes } from './year-volumes.ts';

/** A node that cost can be sent to. `volumes` is what is done there: one service, or all services of a unit. */
export type Place = { readonly node: NetworkNode; readonly volumes: readonly ServiceVolume[] };

/** Finds the places that a target stands for, seen from the unit ("" for none) where the cost stands. */
export type PlaceFinder = {
  readonly find: (target: Target, unit: string, driver: Driver) => readonly Place[];
  readonly unitPlace: (unit: string) => Place;
};

const NOTHING: readonly ServiceVolume[] = [];

/** A node of the network with its key. */
export function networkNode(
  kind: NodeKind,
  name: string,
  at: { unit?: string; service?: string; level?: string } = {},
): NetworkNode {
  const { unit = '', service = '', level = '' } = at;
  const identity = kind === 'object' ? [service, unit, level] : isAtUnit(kind) ? [name, unit] : [name];
  return { key: nodeKey(kind, ...identity), kind, name, unit, service, level };
}

const isAtUnit = (kind: NodeKind): boolean => ['pool', 'activity', 'service', 'unused'].includes(kind);

/** The node of a cost object; `name` is the service. */
export const objectNode = (service: string, unit: string, level: string): NetworkNode =>
  networkNode('object', service, { unit, service, level });

/**
 * The places of a model. A service stands at the units where it has volume (before its levels, if it has any). A
 * service without volume there, or an open one, which never has any, stands where a driver's rows or shares name
 * it; where a target lists open services only, they stand at the unit that sends the cost.
 */
export function placeFinder(model: Model, volumes: YearVolumes): PlaceFinder {
  const services = new Map(model.services.map((service) => [service.id, service]));
  const placeOf = remembering((volume: ServiceVolume) => servicePlace(volume));
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

  const find = (target: Target, unit: string, driver: Driver): readonly Place[] => {
    if (target.kind === 'units') return target.units.map(unitPlace);
    if (target.kind === 'activities')
      return target.activities
        .filter((name) => activitiesAt(unit).has(name))
        .map((name) => ({ node: networkNode('activity', name, { unit }), volumes: NOTHING }));
    const wanted = new Set(target.services);
    const known = target.own
      ? (volumes.byUnit.get(unit) ?? NOTHING).filter(({ service }) => wanted.has(service.id))
      : target.services.flatMap((id) => volumes.byService.get(id) ?? NOTHING);
    const places = known.map(placeOf);
    const taken = new Set(places.map(({ node }) => `${node.service}/${node.unit}`));
    const stated = statedPlaces({ target, unit, driver, services });
    return [...places, ...stated.filter(({ node }) => !taken.has(`${node.service}/${node.unit}`))];
  };
  return { find, unitPlace };
}

function servicePlace(volume: ServiceVolume): Place {
  const { service, unit } = volume;
  const node =
    service.levels.length === 0
      ? objectNode(service.id, unit, '')
      : networkNode('service', service.id, { unit, service: service.id });
  return { node, volumes: [volume] };
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
  if (driver.kind === 'table')
    for (const row of driver.rows)
      if (namesService(row, unit) && target.services.includes(row.service)) {
        const at = row.unit ?? (isOpen(row.service) ? unit : undefined);
        if (at !== undefined && (!target.own || at === unit)) state(row.service, at);
      }
  return [...stated.values()];
}

const namesService = (row: DriverRow, from: string): row is DriverRow & { service: string } =>
  row.service !== undefined && row.quantity.num !== 0n && (row.from ?? from) === from;

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
