// The volumes that prices are averages over: a service's year at all its units, by level and by unit.

import type { Model, Service } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, fraction } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Costs } from '../tables/costs.ts';

/** A service with volume: whole parts of its measure in all, by level (in order), and by unit. */
export type PricedVolume = {
  readonly service: Service;
  readonly parts: bigint;
  readonly levels: ReadonlyMap<string, bigint>;
  readonly units: ReadonlyMap<string, bigint>;
};

/** Services that have a volume, in order of id. */
export function pricedVolumes(model: Model, { objects }: Costs): PricedVolume[] {
  const byService = Map.groupBy(objects, ({ service }) => service);
  return [...model.services]
    .sort((a, b) => byKey(a.id, b.id))
    .flatMap((service) => {
      const found = (byService.get(service.id) ?? []).filter(({ parts }) => parts > 0n);
      if (found.length === 0) return [];
      const levels = Map.groupBy(found, ({ level }) => level);
      const units = Map.groupBy(found, ({ unit }) => unit);
      return [
        {
          service,
          parts: sumParts(found),
          levels: new Map(
            [...levels].sort(([a], [b]) => byKey(a, b)).map(([level, those]) => [level, sumParts(those)]),
          ),
          units: new Map([...units].map(([unit, those]) => [unit, sumParts(those)])),
        },
      ];
    });
}

const sumParts = (found: readonly { readonly parts: bigint }[]): bigint =>
  found.reduce((sum, { parts }) => sum + parts, 0n);

/** Parts as measures: 36,000 parts of an hour are 1. */
export const inMeasures = (parts: bigint, { measure }: Service): Fraction =>
  fraction(parts, partsPerMeasure(measure ?? ''));
