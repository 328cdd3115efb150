// What surrounds the deliveries: the places of Fjordvik's homes, and who was in hospital when.

import { DAYS_IN_YEAR, dateText, dayText, type FjordvikYear } from './fjordvik-calendar.ts';
import { homeCarePeople, hospitalStayOf } from './fjordvik-home-care-users.ts';
import { personOf } from './fjordvik-people.ts';
import { HOMES, placesOf } from './fjordvik-stays.ts';
import { unitPlan } from './fjordvik-units.ts';
import type { Size } from './size.ts';

/** data/places-<year>.csv: every place can be used all year, also those of Bakkehaugen that nobody moves into. */
export function* placeRows(year: FjordvikYear, { scale }: Size): Generator<string> {
  yield 'enhet;plasser;fra;til;stengt';
  for (const home of HOMES)
    yield `${unitPlan(home.unit).name};${placesOf(home, scale)};${dayText(year, 0)};${dayText(year, DAYS_IN_YEAR - 1)};nei`;
}

/** data/hospital-2026.csv: people with home care who were in hospital for some days. */
export function* hospitalRows(size: Size): Generator<string> {
  yield 'pnr;fra;til';
  for (const { unit, person, from, to } of homeCarePeople(2026, size)) {
    const stay = hospitalStayOf(unit, person, size);
    if (stay && stay.month >= from && stay.month < to)
      yield `${personOf(unit, person)};${dateText(2026, stay.month, stay.from)};${dateText(2026, stay.month, stay.to)}`;
  }
}
