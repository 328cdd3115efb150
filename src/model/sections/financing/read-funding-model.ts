// Funding models: the one in force, and others that are tried out beside it.

import { compare, type Fraction, ONE } from '../../../money/fraction.ts';
import type { FundingModel } from '../../financing.ts';
import { checkNewName } from '../../yaml/names.ts';
import {
  type Entry,
  expected,
  type Fields,
  missing,
  readChoice,
  readEntries,
  readFields,
  readPercent,
  readShare,
} from '../../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../../yaml/spot.ts';
import { readTexts } from '../read-services.ts';
import type { FinancingGround } from './financing-ground.ts';
import { readApplications } from './read-applications.ts';
import { readOwnPrices } from './read-own-prices.ts';
import { readPayment } from './read-payment.ts';

const ACTIVITY_KEYS = ['pays', 'applies', 'floor', 'ceiling', 'transition', 'prices'] as const;
const KEYS = ['name', 'kind', ...ACTIVITY_KEYS] as const;
type ModelFields = Fields<(typeof KEYS)[number]>;

/** Reads one model. One that cannot be understood in full (reported) stands as a frame, so that others are read on. */
export function readFundingModel({ key, at, value }: Entry, ground: FinancingGround): FundingModel {
  if (checkNewName(key, at) && /^from-\d\d$/.test(key))
    complain(at, {
      rule: 'name',
      message: `"${key}" is how prices decided later in the year are named.`,
      remedy: 'Give the model another name.',
    });
  const fields = readFields(value, 'a funding model', KEYS);
  const kind = fields.kind ? readChoice(fields.kind, ['activity', 'frame']) : 'activity';
  const label = fields.name && readTexts(fields.name);
  const known = { name: key, ...(label ? { label } : {}), at: locationOf(at) };
  if (kind === 'frame') refuseForFrames(fields);
  if (kind !== 'activity') return { ...known, kind: 'frame', applies: [] };
  return { ...known, kind, ...readActivityModel(fields, at, ground) };
}

function refuseForFrames(fields: ModelFields): void {
  for (const key of ACTIVITY_KEYS) {
    const at = fields[key];
    if (!at) continue;
    const message = `what a frame gives is voted: "${key}" is not for it.`;
    complain(at, { rule: 'unknown-key', message, remedy: `Leave out "${key}", or "kind: frame".` });
  }
}

function readActivityModel(
  fields: ModelFields,
  at: Spot,
  ground: FinancingGround,
): Omit<FundingModel, 'name' | 'label' | 'kind' | 'at'> {
  const pays = fields.pays
    ? readPayment(fields.pays, ground)
    : missing(at, 'pays', 'Say what is paid for: "pays: { basis: delivered }", or write "kind: frame".');
  const applies = fields.applies
    ? readApplications(fields.applies, ground)
    : missing(
        at,
        'applies',
        `Say whom it finances: "applies: [ { units: providers, from: ${ground.year}-01 } ]".`,
      );
  const transition = fields.transition && readTransition(fields.transition, ground.year);
  const prices = fields.prices && readOwnPrices(fields.prices, ground);
  return {
    ...(pays ? { pays } : {}),
    applies: applies ?? [],
    ...readLimits(fields),
    ...(transition ? { transition } : {}),
    ...(prices ? { prices } : {}),
  };
}

/** `floor: 95 %`, `ceiling: 105 %`. */
function readLimits({ floor: floorAt, ceiling: ceilingAt }: ModelFields): {
  floor?: Fraction;
  ceiling?: Fraction;
} {
  const floor = floorAt && readLimit(floorAt);
  const ceiling = ceilingAt && readLimit(ceilingAt);
  if (floorAt && floor && ceiling && compare(floor, ceiling) > 0)
    complain(floorAt, {
      rule: 'expected',
      message: 'the floor is above the ceiling.',
      remedy: 'Let the floor be the lower of the two.',
    });
  return { ...(floor ? { floor } : {}), ...(ceiling ? { ceiling } : {}) };
}

function readLimit(spot: Spot): Fraction | undefined {
  const share = readPercent(spot);
  return share && share.num < 0n ? expected(spot, 'a percentage, not negative') : share;
}

/** `{ 2026: 50 %, 2027: 100 % }` → the share of the finance year; a plan that does not say it is told. */
function readTransition(spot: Spot, year: number): Fraction | undefined {
  const shares = new Map<number, Fraction>();
  for (const { key, at, value } of readEntries(spot, 'years and the share of what is earned that counts')) {
    const share = readShare(value);
    if (!/^(19|20|21)\d\d$/.test(key)) expected(at, `a year, such as ${year}`);
    else if (share) shares.set(Number(key), share);
  }
  const share = shares.get(year);
  const isWhole = share !== undefined && compare(share, ONE) === 0;
  if (share === undefined)
    missing(
      spot,
      String(year),
      `Say which share of what is earned counts in the finance year: "${year}: 50 %".`,
    );
  return isWhole ? undefined : share;
}
