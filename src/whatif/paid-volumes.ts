// What units are paid for: their quantities of the cost year, more or less of them where somebody asks what if.

import type { ServiceVolume, YearVolumes } from '../costing/year-volumes.ts';
import { byKey } from '../money/apportion.ts';
import { type Fraction, ONE } from '../money/fraction.ts';
import { partsPerMeasure } from '../tables/activity.ts';

/** A quantity of a unit in parts of the measure, `perMeasure` to the measure, and what it is multiplied by. */
export type PaidVolume = {
  readonly service: string;
  readonly level: string;
  readonly parts: bigint;
  readonly perMeasure: bigint;
  readonly factor: Fraction;
};

/** Unit → what it is paid for, in order of unit, service and level. */
export type PaidVolumes = ReadonlyMap<string, readonly PaidVolume[]>;

/** The cost year's own quantities. */
export const paidVolumes = ({ byUnit }: YearVolumes): PaidVolumes =>
  new Map(
    [...byUnit].sort(([a], [b]) => byKey(a, b)).map(([unit, volumes]) => [unit, volumes.flatMap(ofService)]),
  );

const ofService = ({ service: { id, measure }, levels }: ServiceVolume): PaidVolume[] =>
  levels.map(({ level, parts }) => ({
    ...{ service: id, level, parts, factor: ONE },
    perMeasure: partsPerMeasure(measure ?? ''),
  }));
