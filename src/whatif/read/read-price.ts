// "home-nursing=930" or "nursing-home/dementia=3700,50": a price in kroner per measure.

import { fraction, multiply } from '../../money/fraction.ts';
import type { Change } from '../change.ts';
import type { Problem } from '../problem.ts';
import { paidPrices, type Sheet } from '../sheet.ts';
import { namesIn, numberOf, sidesOf } from './written-change.ts';

/** Reads a price of a service that has one; of a service with levels, of one of them. */
export function readPrice(sheet: Sheet, text: string): Change | Problem {
  const sides = sidesOf(text);
  const kroner = sides && numberOf(sides.value);
  const ore = kroner && multiply(kroner, fraction(100n));
  if (!sides || ore?.den !== 1n || sides.value.endsWith('%'))
    return { problem: 'form', asked: 'price', text };
  const [service = '', level = '', ...more] = namesIn(sides.name);
  const prices = paidPrices(sheet);
  const ofService = prices.filter((price) => price.service === service);
  if (ofService.length === 0 || more.length > 0) {
    const known = [...new Set(prices.map((price) => price.service))];
    return { problem: 'unknown', what: 'service', name: more.length > 0 ? sides.name : service, known };
  }
  const known = ofService.map((price) => (price.level === '' ? service : `${service}/${price.level}`));
  if (ofService.some((price) => price.level === level))
    return { kind: 'price', service, level, publishedOre: ore.num };
  return level === ''
    ? { problem: 'several', name: service, of: service, known }
    : { problem: 'unknown', what: 'level', name: sides.name, of: service, known };
}
