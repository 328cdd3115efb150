// Whom a funding model finances, and from which month.

import type { Application } from '../../financing.ts';
import { expected, missing, readFields, readList } from '../../yaml/read-values.ts';
import { complain, type Spot } from '../../yaml/spot.ts';
import { readFinancedUnits } from './financed-units.ts';
import type { FinancingGround } from './financing-ground.ts';
import { readMonth } from './read-month.ts';

/** Reads `applies: [ { units: home-care-units, from: 2026-01 } ]`; every unit stands in one of them. */
export function readApplications(spot: Spot, ground: FinancingGround): Application[] {
  const items = readList(spot);
  if (items.length === 0) expected(spot, `whom it finances: "[ { units: …, from: ${ground.year}-01 } ]"`);
  const taken = new Set<string>();
  return items.flatMap((item) => {
    const fields = readFields(item, 'an item of "applies"', ['units', 'from']);
    const units = fields.units
      ? readFinancedUnits(fields.units, ground)
      : (missing(item, 'units', 'Say whom it finances: "units: home-care-units".') ?? []);
    const fromMonth = fields.from
      ? readMonth(fields.from, ground.year)
      : missing(item, 'from', `Say from which month: "from: ${ground.year}-01" for all of the year.`);
    const twice = units.filter((id) => taken.has(id));
    for (const id of units) taken.add(id);
    if (twice.length > 0)
      complain(fields.units ?? item, {
        rule: 'duplicate-key',
        message: `${twice.join(', ')} ${twice.length === 1 ? 'stands' : 'stand'} above already: from which month is it?`,
        remedy: 'Name every unit once.',
      });
    return fromMonth === undefined || units.length === 0 ? [] : [{ units, fromMonth }];
  });
}
