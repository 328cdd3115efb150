// Granting at equal need: what people of each district were granted of a service, beside the need that they were
// assessed to have.

import type { Model } from '../../model/model.ts';
import { byKey } from '../../money/apportion.ts';
import { type Fraction, fraction, ONE, toWholeWeights } from '../../money/fraction.ts';
import { grantedByPerson } from '../../registers/activity/granted-by-person.ts';
import { assessments, people } from '../../registers/inhabitants/people.ts';
import type { Register } from '../../registers/register.ts';
import type { Db } from '../../store/db.ts';
import { keyOf, valuesInOrder } from '../../tables/keys.ts';

/**
 * What a district was granted of a service over the year so far, in parts of the measure, and its need: person-months ×
 * measured need, in one scale. Granting at equal need is grantedParts ÷ needWeight beside the mean.
 */
export type DistrictGrant = {
  readonly district: string;
  readonly service: string;
  readonly grantedParts: bigint;
  readonly needWeight: bigint;
};

/**
 * Grants of the finance year up to a month by district and service, in that order. Need is what the instrument says that
 * users are weighed by, or any where the model names none; a person without an assessment that holds in the month weighs
 * 1. Empty where the register knows no districts.
 * @throws WorkspaceError when a snapshot does not hold what was imported.
 */
export async function districtGrants(
  db: Db,
  register: Register,
  { financing, users }: Model,
  through: number,
): Promise<DistrictGrant[]> {
  const year = financing?.year ?? 0;
  const districts = new Map((await people(db, register)).people.map((one) => [one.person, one.district]));
  if (![...districts.values()].some((district) => district !== '')) return [];
  const needOf = await needs(db, register, year, users?.need?.instrument);
  const sums = new Map<string, { district: string; service: string; parts: bigint; needs: Fraction[] }>();
  const counted = new Set<string>();
  for (const { person, service, month, parts } of await grantedByPerson(db, register, { year })) {
    const district = districts.get(person) ?? '';
    if (month > through || district === '') continue;
    const key = keyOf(district, service);
    const sum = sums.get(key) ?? { district, service, parts: 0n, needs: [] };
    sum.parts += parts;
    const once = keyOf(person, service, month);
    if (!counted.has(once)) sum.needs.push(needOf(person, month));
    counted.add(once);
    sums.set(key, sum);
  }
  const inOrder = valuesInOrder(sums);
  const totals = inOrder.map(({ needs }) => totalOf(needs));
  const weights = toWholeWeights(totals);
  return inOrder.map(({ district, service, parts }, i) => ({
    ...{ district, service, grantedParts: parts, needWeight: weights[i]! },
  }));
}

/** Σ of many fractions with few denominators. */
function totalOf(needs: readonly Fraction[]): Fraction {
  const whole = toWholeWeights([...needs, ONE]);
  const den = whole.pop()!;
  return fraction(
    whole.reduce((sum, one) => sum + one, 0n),
    den,
  );
}

/** What a person's need weighed at the end of a month of the year; the assessment that began last holds. */
async function needs(db: Db, register: Register, year: number, instrument: string | undefined) {
  const known = await assessments(db, register);
  const used = instrument === undefined ? known : known.filter((one) => one.instrument === instrument);
  const byPerson = Map.groupBy(used, ({ person }) => person);
  return (person: string, month: number): Fraction => {
    const last = `${year}-${String(month).padStart(2, '0')}-31`;
    const first = `${last.slice(0, 8)}01`;
    const holds = (byPerson.get(person) ?? []).filter(
      ({ from, to }) => from <= last && (to === '' || to >= first),
    );
    return holds.sort((a, b) => byKey(a.from, b.from)).at(-1)?.weight ?? ONE;
  };
}
