// "home-nursing=+5%", "innlandet=-3%", "home-nursing/innlandet=+5%": more or less of what is paid for.

import type { Change } from '../change.ts';
import type { Problem } from '../problem.ts';
import type { Sheet } from '../sheet.ts';
import { factorOf, namesIn, sidesOf } from './written-change.ts';

/** Reads a changed volume of a service, of a unit, or of a service at a unit. A name of both is the service's. */
export function readVolume({ volumes }: Sheet, text: string): Change | Problem {
  const sides = sidesOf(text);
  const factor = sides && factorOf(sides.value);
  if (!factor) return { problem: 'form', asked: 'volume', text };
  const places = [...volumes].flatMap(([unit, paid]) => paid.map(({ service }) => ({ service, unit })));
  const services = [...new Set(places.map(({ service }) => service))].sort();
  const [first = '', unit, ...more] = namesIn(sides.name);
  if (unit === undefined) {
    if (services.includes(first)) return { kind: 'volume', service: first, factor };
    if (volumes.has(first)) return { kind: 'volume', unit: first, factor };
    return { problem: 'unknown', what: 'place', name: first, known: [...services, ...volumes.keys()] };
  }
  if (more.length === 0 && places.some((place) => place.service === first && place.unit === unit))
    return { kind: 'volume', service: first, unit, factor };
  const known = [...new Set(places.map((place) => `${place.service}/${place.unit}`))].sort();
  return { problem: 'unknown', what: 'place', name: sides.name, known };
}
