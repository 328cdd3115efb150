// What a funding model pays for: what is granted, delivered or the lesser of them; days of absence; empty places.

import type { Fraction } from '../../../money/fraction.ts';
import type { FundingModel } from '../../financing.ts';
import type { Service } from '../../model.ts';
import { checkName } from '../../yaml/names.ts';
import {
  expected,
  missing,
  readChoice,
  readEntries,
  readFields,
  readShare,
  readText,
} from '../../yaml/read-values.ts';
import { complain, type Spot } from '../../yaml/spot.ts';
import type { FinancingGround } from './financing-ground.ts';

type Payment = NonNullable<FundingModel['pays']>;

/** The most days of an absence that can be paid: a year has no more. */
const MOST_DAYS = 366;

/** Reads `pays: { basis: delivered, absence: { nursing-home: 14 days }, empty-places: { nursing-home: 100 % } }`. */
export function readPayment(spot: Spot, ground: FinancingGround): Payment | undefined {
  const fields = readFields(spot, '"pays"', ['basis', 'absence', 'empty-places']);
  const basis = fields.basis
    ? readChoice(fields.basis, ['granted', 'delivered', 'lesser'])
    : missing(spot, 'basis', 'Say what is paid for: "basis: delivered", "granted", or "lesser" of the two.');
  const absenceDays = fields.absence
    ? readByDay(fields.absence, 'absence', ground, readDays)
    : new Map<string, number>();
  const emptyPlaces = fields['empty-places']
    ? readByDay(fields['empty-places'], 'empty-places', ground, readShare)
    : new Map<string, Fraction>();
  return basis && { basis, absenceDays, emptyPlaces };
}

/** Service → value, for services that are counted in days: of others nobody knows what a day away would have been. */
function readByDay<V>(
  spot: Spot,
  what: string,
  { services, vocabulary }: FinancingGround,
  read: (spot: Spot) => V | undefined,
): Map<string, V> {
  const values = new Map<string, V>();
  for (const { key, at, value } of readEntries(spot, `services under "${what}"`)) {
    const found = read(value);
    if (checkName(key, at, vocabulary.services) === undefined) continue;
    const service = services.find(({ id }) => id === key);
    if (service && service.measure !== 'day') refuseMeasure(at, what, service);
    else if (found !== undefined) values.set(key, found);
  }
  return values;
}

function refuseMeasure(at: Spot, what: string, { id, measure, open }: Service): void {
  const counted = open || measure === undefined ? 'is not counted' : `is counted in ${measure}`;
  complain(at, {
    rule: 'measures',
    message: `"${what}" is for services counted in days; "${id}" ${counted}.`,
    remedy: 'Leave it out.',
  });
}

/** "14 days" → 14. */
function readDays(spot: Spot): number | undefined {
  const what = 'a number of days, such as 14 days';
  const text = readText(spot, what);
  if (text === undefined) return undefined;
  const days = Number(/^(\d{1,3})\s+days?$/.exec(text)?.[1] ?? -1);
  return days >= 0 && days <= MOST_DAYS ? days : expected(spot, what);
}
