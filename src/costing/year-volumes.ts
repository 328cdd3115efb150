// The year's volume of every service at every unit, by need level: what exists to send cost to and to divide it by.

import type { Finding } from '../findings/finding.ts';
import type { Model, Service } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import type { Volume } from '../tables/activity.ts';

/** A service at a unit: parts of the measure in all and by level ("" where the service has none), each above 0. */
export type ServiceVolume = {
  readonly service: Service;
  readonly unit: string;
  readonly parts: bigint;
  readonly levels: ReadonlyMap<string, bigint>;
};

/** Service id → its volumes, in order of unit; unit id → its volumes, in order of service. */
export type YearVolumes = {
  readonly byService: ReadonlyMap<string, readonly ServiceVolume[]>;
  readonly byUnit: ReadonlyMap<string, readonly ServiceVolume[]>;
  readonly find: (service: string, unit: string) => ServiceVolume | undefined;
  readonly findings: readonly Finding[];
};

/** The key under which a service's volumes at a unit are summed before they are put in order. */
type Sums = Map<string, Map<string, Map<string, bigint>>>;

/**
 * Sums the months of the cost year in the state that shares and divides cost. Open services have no volume. A
 * service or level that the model does not have is an error: readers refuse such rows before they come here.
 */
export function sumYearVolumes(model: Model, volumes: readonly Volume[]): YearVolumes {
  const sums: Sums = new Map();
  for (const { state, year, service, unit, level, parts } of volumes) {
    if (state !== model.costing.volumes || year !== model.years.cost) continue;
    const units = sums.get(service) ?? new Map<string, Map<string, bigint>>();
    const levels = units.get(unit) ?? new Map<string, bigint>();
    levels.set(level, (levels.get(level) ?? 0n) + parts);
    units.set(unit, levels);
    sums.set(service, units);
  }
  const findings = unknownNames(model, sums);
  const services = [...model.services].filter(({ open }) => !open).sort((a, b) => byKey(a.id, b.id));
  const all = services.flatMap((service) => serviceVolumes(service, sums.get(service.id)));
  const found = new Map(services.map(({ id }) => [id, new Map<string, ServiceVolume>()]));
  for (const volume of all) found.get(volume.service.id)!.set(volume.unit, volume);
  return {
    find: (service, unit) => found.get(service)?.get(unit),
    byService: Map.groupBy(all, ({ service }) => service.id),
    byUnit: Map.groupBy(all, ({ unit }) => unit),
    findings,
  };
}

function serviceVolumes(service: Service, units: Sums extends Map<string, infer U> ? U | undefined : never) {
  const found: ServiceVolume[] = [];
  for (const [unit, sums] of [...(units ?? [])].sort(([a], [b]) => byKey(a, b))) {
    const levels = new Map([...sums].filter(([, parts]) => parts > 0n).sort(([a], [b]) => byKey(a, b)));
    const parts = levels.values().reduce((sum, part) => sum + part, 0n);
    if (parts > 0n) found.push({ service, unit, parts, levels });
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
    for (const levels of units.values())
      for (const level of levels.keys())
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
