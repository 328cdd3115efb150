// What somebody may ask "what if" of: growth, a price, a key of division, a volume.

import type { Driver, Model } from '../model/model.ts';
import type { Fraction } from '../money/fraction.ts';

export type Change =
  /** Growth of a nature ("all" for those not named) from the year before to `year`; 0.05 = 5 %. */
  | {
      readonly kind: 'growth';
      readonly year: number;
      readonly nature: string;
      readonly growth: Fraction;
    }
  /** A published price in øre per measure that stands whatever the service costs. */
  | {
      readonly kind: 'price';
      readonly service: string;
      readonly level: string;
      readonly publishedOre: bigint;
    }
  /** A driver of the model replaced by another of its name. */
  | { readonly kind: 'driver'; readonly driver: Driver }
  /** A figure of a unit, such as its full-time equivalents: all drivers that look at the column see it. */
  | {
      readonly kind: 'column';
      readonly unit: string;
      readonly column: string;
      readonly quantity: Fraction;
    }
  /**
   * What is paid for of a service, at a unit, or both, times a factor: 1.05 = five per cent more. What the year cost was
   * divided by stays: the question is what more activity earns at the price, not what the price would have been.
   */
  | {
      readonly kind: 'volume';
      readonly service?: string;
      readonly unit?: string;
      readonly factor: Fraction;
    };

/** True where cost flows otherwise. */
export const movesCost = ({ kind }: Change): boolean => kind === 'driver' || kind === 'column';

/**
 * The model with a change of growth or key; others leave it as it is.
 * @throws RangeError when the model does not have the year, driver or unit.
 */
export function changedModel(model: Model, change: Change): Model {
  switch (change.kind) {
    case 'growth':
      return {
        ...model,
        growth: replaced(
          model.growth,
          ({ year }) => year === change.year,
          (stated) => ({
            ...stated,
            natures: new Map(stated.natures).set(change.nature, change.growth),
          }),
        ),
      };
    case 'driver': {
      const { name } = change.driver;
      if (!model.costing.drivers.has(name)) throw new RangeError(`the model has no driver ${name}`);
      const drivers = new Map(model.costing.drivers).set(name, change.driver);
      return { ...model, costing: { ...model.costing, drivers } };
    }
    case 'column':
      return {
        ...model,
        units: replaced(
          model.units,
          ({ id }) => id === change.unit,
          (unit) => ({
            ...unit,
            columns: new Map(unit.columns).set(change.column, change.quantity),
          }),
        ),
      };
    case 'price':
    case 'volume':
      return model;
  }
}

function replaced<T>(list: readonly T[], isIt: (item: T) => boolean, by: (item: T) => T): readonly T[] {
  const at = list.findIndex(isIt);
  if (at < 0) throw new RangeError('the model has nothing of that name to change');
  return list.with(at, by(list[at]!));
}
