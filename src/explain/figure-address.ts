// How a figure of the run is named after its kind: "home-nursing/sjosiden", "financing/nursing-home/dementia".

import type { Cell } from '../tables/schema.ts';

/** Names in order, "" left out: ("nursing-home", "", "dementia") → "nursing-home/dementia". */
export const figureAddress = (...names: readonly (Cell | undefined)[]): string =>
  names.filter((name) => name !== '').join('/');

/** The address of a cost object, or of what a row says of one. */
export const objectAddress = (at: {
  readonly service?: Cell;
  readonly unit?: Cell;
  readonly level?: Cell;
}): string => figureAddress(at.service, at.unit, at.level);
