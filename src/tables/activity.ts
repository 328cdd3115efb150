// The canonical activity register: what every reader of activity produces, and the volumes that costing reads of it.

/** The state of a quantity: what was granted, planned or delivered. Only like states are ever added. */
export type ActivityState = 'granted' | 'planned' | 'delivered';

/** A cost object as activity names it; `level` is "" where the service has none. */
export type ObjectName = { readonly service: string; readonly unit: string; readonly level: string };

/**
 * The volume of a cost object in a month. `level` is "" where the service has none; `unit` is the whole municipality
 * where the file has no units; month is 0 where the file gives a year only. Quantities are whole parts of the
 * measure (see partsPerMeasure); `rows` records were summed.
 */
export type Volume = {
  readonly state: ActivityState;
  readonly service: string;
  readonly unit: string;
  readonly level: string;
  readonly year: number;
  readonly month: number;
  readonly parts: bigint;
  readonly rows: number;
};

/**
 * How many whole parts one measure is counted in: an hour in tenths of a second, so that minutes, seconds and
 * hundredths of an hour are all exact; anything else in thousandths.
 */
export const partsPerMeasure = (measure: string): bigint => (measure === 'hour' ? 36_000n : 1_000n);
