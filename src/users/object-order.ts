// Cost objects by name and in their order: service, unit, level.

import type { ObjectName } from '../tables/activity.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';

/** A text that names an object; codes never hold the character between them. */
export const objectKey = ({ service, unit, level }: ObjectName): string => keyOf(service, unit, level);

/** All objects that any of the lists names, each once, in order. */
export function objectsOf(...lists: readonly (readonly ObjectName[])[]): ObjectName[] {
  const found = new Map<string, ObjectName>();
  for (const { service, unit, level } of lists.flat())
    found.set(objectKey({ service, unit, level }), { service, unit, level });
  return valuesInOrder(found);
}
