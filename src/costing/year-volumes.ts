// The year's volume of every service at every unit, by need level: what exists to send cost to and to divide it by.

import type { Finding } from '../findings/finding.ts';
import type { Model, Service } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Volume } from '../tables/activity.ts';
import type { NetworkNode } from '../tables/network.ts';
import { networkNode, objectNode } from './network-node.ts';

/** The volume of a cost object: parts of the measure, above 0. `level` is "" where the service has none. */
export type LevelVolume = { readonly level: string; readonly parts: bigint; readonly node: NetworkNode };

/**
 * A service at a unit: its parts in all, and by level in order of level. `node` is where cost is sent: the cost
 * object itself, or the service before its levels.
 */
export type ServiceVolume = {
  readonly service: Service;
  readonly unit: string;
  readonly parts: bigint;
  readonly levels: readonly LevelVolume[];
  readonly node: NetworkNode;
};

/** All service volumes in order of service and unit; the same by service id and by unit id. */
export type YearVolumes = {
  readonly all: readonly ServiceVolume[];
  readonly byService: ReadonlyMap<string, readonly ServiceVolume[]>;
  readonly byUnit: ReadonlyMap<string, readonly ServiceVolume[]>;
  readonly find: (service: string, unit: string) => ServiceVolume | undefined;
  readonly findings: readonly Finding[];
};

/** Service id → unit id → level → parts. */
type Sums = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, bigint>>>;

/**
 * Sums the months of the cost year in the state that shares and divides cost. Open services have no volume. A
 * service or level that the model does not have is an error: readers refuse such rows before they come here.
 */
export function sumYearVolumes(model: Model, volumes: readonly Volume[]): YearVolumes {
  const sums = sumParts(model, volumes);
  const all = [...model.services]
    .filter(({ open }) => !open)
    .sort((a, b) => byKey(a.id, b.id))
    .flatMap((service) => serviceVolumes(service, sums.get(service.id) ?? new Map()));
  const byService = Map.groupBy(all, ({ service }) => service.id);
  const units = new Map(
    [...byService].map(([id, found]) => [id, new Map(found.map((volume) => [volume.unit, volume]))]),
  );
  return {
    all,
    byService,
    byUnit: Map.groupBy(all, ({ unit }) => unit),
    find: (service, unit) => units.get(service)?.get(unit),
    findings: [...unknownNames(model, sums), ...otherVolumesOnly(model, volumes, all)],
  };
}

function sumParts(model: Model, volumes: readonly Volume[]): Sums {
  const sums = new Map<string, Map<string, Map<string, bigint>>>();
  for (const { state, year, service, unit, level, parts } of volumes) {
    if (state !== model.costing.volumes || year !== model.years.cost) continue;
    const units = sums.get(service) ?? new Map<string, Map<string, bigint>>();
    const levels = units.get(unit) ?? new Map<string, bigint>();
    levels.set(level, (levels.get(level) ?? 0n) + parts);
    units.set(unit, levels);
    sums.set(service, units);
  }
  return sums;
}

function serviceVolumes(service: Service, units: ReadonlyMap<string, ReadonlyMap<string, bigint>>) {
  const found: ServiceVolume[] = [];
  for (const [unit, sums] of [...units].sort(([a], [b]) => byKey(a, b))) {
    const levels = [...sums]
      .filter(([, parts]) => parts > 0n)
      .sort(([a], [b]) => byKey(a, b))
      .map(([level, parts]) => ({ level, parts, node: objectNode(service.id, unit, level) }));
    if (levels.length === 0) continue;
    const node =
      service.levels.length === 0
        ? levels[0]!.node
        : networkNode('service', service.id, { unit, service: service.id });
    found.push({ service, unit, parts: levels.reduce((sum, { parts }) => sum + parts, 0n), levels, node });
  }
  return found;
}

function unknownNames(model: Model, sums: Sums): Finding[] {
  const services = new Map(model.services.map((service) => [service.id, service]));
  const unknown = new Set<string>();
  for (const [id, units] of sums) {
    const service = services.get(id);
    if (!service) unknown.add(`service "${id}"`);
    if (!service || service.open) continue;
    const known = new Set(service.levels.length === 0 ? [''] : service.levels.map(({ name }) => name));
    for (const level of [...units.values()].flatMap((levels) => [...levels.keys()]))
      if (!known.has(level)) unknown.add(`level "${level}" of service "${id}"`);
  }
  return [...unknown].sort(byKey).map((name) => ({
    rule: 'costing/unknown-volume',
    severity: 'error',
    message: `there are volumes of the ${name}, which the model does not have`,
    remedy: `Describe it under services: in ${model.file}.`,
    where: { file: model.file, key: name },
  }));
}

/** Volumes there are, and none of the state and year that cost is divided by. */
function otherVolumesOnly(
  { costing, years, file }: Model,
  volumes: readonly Volume[],
  all: readonly ServiceVolume[],
): Finding[] {
  if (volumes.length === 0 || all.length > 0) return [];
  const found = [...new Set(volumes.map(({ state, year }) => `${state} of ${year}`))].sort(byKey);
  return [
    {
      rule: 'costing/no-volumes',
      severity: 'warning',
      message: `there are no ${costing.volumes} volumes of ${years.cost} to divide cost by, only ${found.join(', ')}`,
      remedy: `Look at years: { cost: … } and at costing: { volumes: … } in ${file}.`,
      where: { file, key: 'volumes' },
    },
  ];
}
