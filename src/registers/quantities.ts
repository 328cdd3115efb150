// What financing reads of the activity register: what was granted, planned and delivered of each service at each unit,
// month by month, of how many persons; the lesser of granted and delivered, person by person; and days of absence that
// a rule pays. The engine matches and adds; what is divided over several units or levels is divided here.

import { apportion } from '../money/apportion.ts';
import type { Db } from '../store/db.ts';
import { readSql } from '../store/read-sql.ts';
import { stageRows } from '../store/stage-rows.ts';
import type { Quantity, QuantityState } from '../tables/financing.ts';
import { keyOf, valuesInOrder } from '../tables/keys.ts';
import { monthCode } from '../time/month-text.ts';
import { personStretches } from './circumstances/circumstance-totals.ts';
import { paidAbsences } from './quantities/paid-absences.ts';
import { stageQuantities } from './quantities/stage-quantities.ts';
import type { Register } from './register.ts';

const COUNTED = readSql(import.meta.url, 'quantities/counted.sql');
const SIDES = readSql(import.meta.url, 'quantities/sides.sql');
const LESSER = readSql(import.meta.url, 'quantities/lesser.sql');
const LESSER_TO_DIVIDE = readSql(import.meta.url, 'quantities/lesser-to-divide.sql');
const ABSENCES = readSql(import.meta.url, 'quantities/absences.sql');

/**
 * Which quantities: of a year, up to a month of it (all of it where absent). `absence` says of services in days how many
 * days of each absence are paid. `unitNow` gives the unit that answers for what the files give another one; each for
 * itself where absent.
 */
export type QuantitiesWanted = {
  readonly year: number;
  readonly absence: ReadonlyMap<string, number>;
  readonly through?: number;
  readonly unitNow?: (unit: string) => string;
};

/**
 * Quantities of a year in parts of the measure, in order of unit, service, level, state and month (0 where the register
 * gives the year only); the same however the files were split. `users` are distinct persons, also over files; what
 * names nobody has none.
 *
 * `lesser` is min(granted, delivered) of a person, service and month, whatever the units, and stands where it was
 * delivered: granted 10 hours, given 6 by a and 6 by b → 5 and 5. Of what names nobody it is the lesser of a unit's
 * totals. `absence` is the first days of each absence, in the month in which they fall, where the person had the
 * service in that month, or before.
 * @throws WorkspaceError when a snapshot does not hold what its note says was imported.
 */
export async function quantities(
  db: Db,
  register: Register,
  { year, absence, through = 12, unitNow = (unit) => unit }: QuantitiesWanted,
): Promise<Quantity[]> {
  const session = await db.session();
  const wholeYear = year * 100;
  try {
    await stageQuantities(session, register, absence.size > 0 ? [year - 1, year] : [year], unitNow);
    const found = new Found();
    for (const { state, ...one } of await session.rows<Counted & { readonly state: QuantityState }>(COUNTED, [
      wholeYear,
      wholeYear + through,
    ]))
      found.add(state, one);
    await session.run(SIDES, [wholeYear, wholeYear + through]);
    for (const one of await session.rows<Counted>(LESSER, [wholeYear])) found.add('lesser', one);
    found.divide('lesser', await session.rows<Share>(LESSER_TO_DIVIDE, [wholeYear]));
    if (absence.size > 0) {
      const stretches = await personStretches(db, register, 'suspensions');
      await stageRows(session, 'quantity_absences', ABSENCE, paidAbsences(stretches, absence, year, through));
      found.divide('absence', await session.rows<Share>(ABSENCES));
    }
    return found.inOrder();
  } finally {
    session.close();
  }
}

const ABSENCE = {
  number: 'INTEGER',
  pseudonym: 'VARCHAR',
  service: 'VARCHAR',
  month: 'INTEGER',
  days: 'INTEGER',
  first_period: 'INTEGER',
  period: 'INTEGER',
} as const;

type Place = Pick<Quantity, 'unit' | 'service' | 'level' | 'month'>;
type Counted = Place & Pick<Quantity, 'parts' | 'users'>;

/** A place where part of a total belongs. Shares of one number are of one total, and of one person where `users` is 1. */
type Share = Place & {
  readonly whole: number;
  readonly users: number;
  readonly total: bigint;
  readonly weight: bigint;
};

/** Quantities as they are found; what is added to one of them joins it. */
class Found {
  private readonly byItsKey = new Map<string, Quantity>();

  add(state: QuantityState, { unit, service, level, month, parts, users }: Counted): void {
    const key = keyOf(unit, service, level, state, monthCode(month));
    const before = this.byItsKey.get(key);
    this.byItsKey.set(key, {
      ...{ unit, service, level, month, state },
      parts: parts + (before?.parts ?? 0n),
      users: users + (before?.users ?? 0),
    });
  }

  /** Each total in proportion to what there is at its places, largest remainder, ties by unit and level. */
  divide(state: QuantityState, shares: readonly Share[]): void {
    for (const places of Map.groupBy(shares, ({ whole }) => whole).values()) {
      const weights = places.map(({ weight }) => weight);
      const keys = places.map(({ unit, level }) => keyOf(unit, level));
      for (const [i, parts] of apportion(places[0]!.total, weights, keys).entries())
        if (parts > 0n) this.add(state, { ...places[i]!, parts });
    }
  }

  inOrder(): Quantity[] {
    return valuesInOrder(this.byItsKey);
  }
}
