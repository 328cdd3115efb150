// The year that is followed month by month: financing stands on it, and it on financing.

import type { Financing } from '../financing.ts';
import type { Model } from '../model.ts';
import { namesOf } from '../yaml/names.ts';
import { type Fields, missing, peek } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';
import type { CostingSection } from './read-costing.ts';
import { readFinancing } from './read-financing.ts';
import { supplementNames } from './read-prices.ts';
import type { UnitSection } from './read-units.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the sections before financing have given; `unitsIn` gives the units of a year, and says nothing. */
export type FollowedGround = {
  readonly years: Model['years'];
  readonly unitsIn: (year: number) => UnitSection;
  readonly services: Model['services'];
  readonly vocabulary: Vocabulary;
  readonly section: CostingSection | undefined;
};

/**
 * Reads `financing:` for the year that `years: finance:` says; one without the other is told. Its units are those of
 * that year, whichever year the rest of the model is read as of.
 */
export function readFollowedYear(
  { years: at, financing, prices }: Fields<'years' | 'financing' | 'prices'>,
  root: Spot,
  { years, unitsIn, services, vocabulary, section }: FollowedGround,
): Financing | undefined {
  const finance = at && peek(at, 'finance');
  if (!financing && finance)
    complain(finance, {
      rule: 'no-financing',
      severity: 'note',
      message: `${years.finance ?? 'the finance year'} is to be followed, and nothing says how it is financed.`,
      remedy: 'Write "financing:", or leave "finance" out.',
    });
  if (!financing) return undefined;
  if (!finance)
    missing(at ?? root, 'finance', `Say which year is followed: "years: { …, finance: ${years.price} }".`);
  const year = years.finance ?? years.price;
  const units = unitsIn(year);
  return readFinancing(financing, {
    year,
    units,
    services,
    vocabulary: { ...vocabulary, units: units.names, unitGroups: units.groups },
    pools: section?.pools ?? namesOf('pool', [], false),
    drivers: section?.drivers ?? namesOf('driver', [], false),
    natures: section?.natures ?? namesOf('nature', [], false),
    supplements: supplementNames(prices),
  });
}
