// What a financing year stands on, indexed once: units, quantities, budget, places, profile and pools.

import type { Financing } from '../model/financing.ts';
import type { Model } from '../model/model.ts';
import { variantOf } from '../model/variant.ts';
import { byKey } from '../money/apportion.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { BaseYear, FinancingInput, UnitMonth } from '../tables/financing.ts';
import { keyOf } from '../tables/keys.ts';
import { type Budget, budgetVolumes } from './budget-volumes.ts';
import { type Counts, countQuantities } from './counted.ts';
import { type Profiles, profiles } from './periodise.ts';
import { type PricePools, pricePools } from './price-pools.ts';

/** A unit as financing sees it. */
export type FinancedUnit = Pick<UnitMonth, 'provision' | 'purchaser'> & {
  readonly id: string;
  readonly kind: 'provider' | 'support' | 'purchaser';
};

export type Ground = {
  readonly model: Model;
  readonly financing: Financing;
  /** The months up to this one. */
  readonly months: readonly number[];
  /** Whole parts that a service's measure is counted in, and the measure itself. */
  readonly perMeasure: (service: string) => bigint;
  readonly measureOf: (service: string) => string;
  readonly unitOf: (id: string) => FinancedUnit;
  readonly pools: PricePools;
  readonly counts: Counts;
  /** True where anybody was given anything in the month. */
  readonly hasDeliveries: (month: number) => boolean;
  readonly budget: Budget;
  readonly profiles: Profiles;
  /** Place-days that were open, closed ones taken away; undefined where the register has none of the unit and month. */
  readonly placeDays: (unit: string, month: number) => bigint | undefined;
};

/** A cost year that nobody has written down. */
export const NO_BASE_YEAR: BaseYear = { costs: [], volumes: [] };

/** Indexes the input; quantities of states that are made here (budget, empty) are not taken from outside. */
export function layGround(model: Model, financing: Financing, input: FinancingInput): Ground {
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const measureOf = (service: string): string => measures.get(service) ?? '';
  const perMeasure = (service: string): bigint => partsPerMeasure(measureOf(service));
  const units = new Map(model.units.map((unit) => [unit.id, unit]));
  const falling = profiles(model, financing, input.lastYear);
  const months = Array.from({ length: input.through }, (_, i) => i + 1);
  const isFollowed = ({ month }: { readonly month: number }): boolean => month >= 1 && month <= input.through;
  const read = input.quantities.filter(
    (quantity) => isFollowed(quantity) && quantity.state !== 'budget' && quantity.state !== 'empty',
  );
  const delivered = new Set(read.flatMap(({ state, month }) => (state === 'delivered' ? month : [])));
  return {
    ...{ model, financing, months, perMeasure, measureOf },
    unitOf: (id) => {
      const unit = units.get(id);
      return unit
        ? { id, kind: unit.kind, provision: unit.provision, purchaser: unit.purchaser ?? '' }
        : { id, kind: 'provider', provision: 'own', purchaser: '' };
    },
    // What is paid as base grant is so by the rules of the model in force, where it has its own.
    pools: pricePools(variantOf(model, financing.inForce)),
    counts: countQuantities(read),
    hasDeliveries: (month) => delivered.has(month),
    budget: budgetVolumes(financing.volumes, { partsPer: perMeasure, weightsOf: falling.of }),
    profiles: falling,
    placeDays: openPlaces(input, financing.year),
  };
}

function openPlaces({ places }: FinancingInput, year: number): Ground['placeDays'] {
  const days = new Map<string, bigint>();
  for (const { unit, month, openDays, closedDays, ...place } of places) {
    if (place.year !== year) continue;
    const key = keyOf(unit, month);
    days.set(key, (days.get(key) ?? 0n) + openDays - closedDays);
  }
  return (unit, month) => days.get(keyOf(unit, month));
}

/** Keys in the one order that everything comes in. */
export const inOrder = (keys: Iterable<string>): string[] => [...new Set(keys)].sort(byKey);
