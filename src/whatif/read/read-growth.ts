// "wages=5%": growth of a nature into the price year; "2025:wages=5%" where there are several years.

import type { Change } from '../change.ts';
import type { Problem } from '../problem.ts';
import type { Sheet } from '../sheet.ts';
import { percentage, sidesOf } from './written-change.ts';

/** Reads a growth of a nature that the sheet has cost of, in a year that the model states growth for. */
export function readGrowth({ model, costs }: Sheet, text: string): Change | Problem {
  const sides = sidesOf(text);
  const growth = sides && percentage(sides.value);
  if (!growth) return { problem: 'form', asked: 'growth', text };
  const [, written = String(model.years.price), nature = ''] = /^(?:([^:]*):)?(.*)$/s.exec(sides.name) ?? [];
  const { cost, price } = model.years;
  const stated = model.growth.filter(({ year }) => year > cost && year <= price);
  const found = stated.find(({ year }) => String(year) === written.trim());
  if (!found)
    return { problem: 'unknown', what: 'year', name: written, known: stated.map(({ year }) => String(year)) };
  const natures = [...new Set(costs.network.strands.map((strand) => strand.nature))];
  const isAllUsed = found.natures.has('all') || natures.some((one) => !found.natures.has(one));
  const known = isAllUsed ? [...natures, 'all'] : natures;
  const name = nature.trim();
  if (!known.includes(name)) return { problem: 'unknown', what: 'nature', name, known };
  return { kind: 'growth', year: found.year, nature: name, growth };
}
