// Cost objects by name and in their order: service, unit, level.

import { byKey } from '../money/apportion.ts';
import type { ObjectName } from '../tables/activity.ts';

/** A text that names an object; codes never hold the character between them. */
export const objectKey = ({ service, unit, level }: ObjectName): string =>
  `${service}\u0000${unit}\u0000${level}`;

/** All objects that any of the lists names, each once, in order. */
export function objectsOf(...lists: readonly (readonly ObjectName[])[]): ObjectName[] {
  const found = new Map<string, ObjectName>();
  for (const { service, unit, level } of lists.flat())
    found.set(objectKey({ service, unit, level }), { service, unit, level });
  return [...found].sort(([a], [b]) => byKey(a, b)).map(([, object]) => object);
}
