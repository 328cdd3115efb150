// Pools: which postings share a driver, whose money they are, and where they go. In order; the first that fits takes
// the account.

import { ACCOUNT_FIELDS, type AccountField } from '../../tables/ledger.ts';
import type { Answers } from '../../tables/network.ts';
import type { CodeSet, Destination, Pool } from '../model.ts';
import { checkNewName, type Names, readName, readNames } from '../yaml/names.ts';
import {
  type Entry,
  expected,
  type Fields,
  missing,
  readChoice,
  readCodes,
  readFields,
  readFlag,
  readList,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import { readTexts } from './read-services.ts';
import { readTowards, readUnitNames, type Vocabulary } from './vocabulary.ts';

/** What pools refer to. `basePools` are the pools that `prices: base:` pays as base grant. */
export type PoolNames = {
  readonly vocabulary: Vocabulary;
  readonly pools: Names;
  readonly drivers: Names;
  readonly concepts: Names;
  readonly basePools: ReadonlySet<string>;
};

/** The keys that say which postings fit. */
export const TEST_KEYS = [...ACCOUNT_FIELDS, 'units', 'concept'] as const;

const WAYS = ['to', 'follows', 'park', 'not-costed', 'external', 'financing'] as const;
const KEYS = [...TEST_KEYS, 'name', 'nature', 'answers', 'driver', ...WAYS] as const;
type PoolFields = Fields<(typeof KEYS)[number]>;
const ANSWERS: readonly Answers[] = ['provider', 'purchaser', 'central'];

/** Reads one pool. One whose destination cannot be understood (reported) stands as parked, so that others are read on. */
export function readPool({ key, at, value }: Entry, names: PoolNames): Pool {
  const fields = readFields(value, 'a pool', KEYS);
  const nature = fields.nature && readText(fields.nature, 'a nature such as wages');
  if (fields.nature && nature !== undefined) checkNewName(nature, fields.nature);
  const goes = readDestination(fields, at, names);
  const answers = readAnswers(fields, at, goes);
  return {
    name: key,
    ...(fields.name ? { label: readTexts(fields.name) } : {}),
    ...readTests(fields, names),
    ...(nature === undefined ? {} : { nature }),
    answers: answers ?? 'central',
    paidAs: names.basePools.has(key) ? 'base' : 'price',
    ...(fields.financing && goes?.kind === 'not-costed' ? { financing: true } : {}),
    goes: goes ?? { kind: 'park', reason: 'not understood' },
    at: locationOf(at),
  };
}

/** Which postings fit: codes by dimension, units, articles of a concept. */
export function readTests(
  fields: Fields<(typeof TEST_KEYS)[number]>,
  { vocabulary, concepts }: Pick<PoolNames, 'vocabulary' | 'concepts'>,
): Pick<Pool, 'test' | 'units' | 'concept'> {
  const test: { [field in AccountField]?: CodeSet } = {};
  for (const field of ACCOUNT_FIELDS) {
    const spot = fields[field];
    const codes = spot && readCodes(spot);
    if (codes) test[field] = codes;
  }
  const units = fields.units && readUnitNames(fields.units, vocabulary);
  const concept = fields.concept && readName(fields.concept, concepts);
  return { test, ...(units ? { units } : {}), ...(concept === undefined ? {} : { concept }) };
}

/** True for a pool without tests: it takes whatever reaches it. */
export const takesAll = (pool: Pick<Pool, 'test' | 'units' | 'concept'>): boolean =>
  Object.keys(pool.test).length === 0 && pool.units === undefined && pool.concept === undefined;

function readAnswers(fields: PoolFields, at: Spot, goes: Destination | undefined): Answers | undefined {
  if (fields.answers) return readChoice(fields.answers, ANSWERS);
  const isShared = goes && ['share', 'own-unit', 'follows', 'follows-each'].includes(goes.kind);
  if (!isShared) return undefined;
  return missing(at, 'answers', 'Say whose money it is: "answers: provider", "purchaser" or "central".');
}

function readDestination(fields: PoolFields, at: Spot, names: PoolNames): Destination | undefined {
  const ways = WAYS.filter((way) => fields[way]);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'found none' : `found ${ways.join(' and ')}`;
    complain(at, {
      rule: ways.length === 0 ? 'missing' : 'expected',
      message: `expected exactly one of ${WAYS.join(', ')}, ${found}: where does the cost go?`,
      remedy: 'Write "to: home-care" with a driver, "follows: wages", "park: reason" or "not-costed: name".',
    });
    return undefined;
  }
  const { to, follows, park, external, driver } = fields;
  if (to) return readShare(to, driver, at, names);
  if (driver)
    complain(driver, {
      rule: 'unknown-key',
      message: `a driver has no use beside "${ways[0]}".`,
      remedy: 'Leave one of the two out.',
    });
  if (follows) return readFollows(follows, names.pools);
  if (park) return withText(park, 'a reason', (reason) => ({ kind: 'park', reason }));
  if (external) return withText(external, 'a name', (name) => ({ kind: 'external', name }));
  if (fields.financing) return readFinancing(fields.financing);
  const spot = fields['not-costed'];
  return spot && withText(spot, 'a name', (name) => ({ kind: 'not-costed', name }));
}

/** One pool, or several among which the amount is divided. */
function readFollows(spot: Spot, names: Names): Destination | undefined {
  const named = readList(spot);
  const pools = [...new Set(readNames(spot, names))];
  const [first] = pools;
  if (named.length === 0) return expected(spot, 'the name of a pool, or a list of them');
  if (first === undefined) return undefined;
  return pools.length === 1 ? { kind: 'follows', pool: first } : { kind: 'follows-each', pools };
}

/** `financing: true`; a pool that is no financing goes somewhere instead. */
function readFinancing(spot: Spot): Destination | undefined {
  const isFinancing = readFlag(spot);
  if (isFinancing === false) return expected(spot, 'true, or where the cost goes instead of it');
  return isFinancing && { kind: 'not-costed', name: 'financing' };
}

function withText<D extends Destination>(spot: Spot, what: string, make: (text: string) => D): D | undefined {
  const text = readText(spot, what);
  return text === undefined ? undefined : make(text);
}

function readShare(to: Spot, driver: Spot | undefined, at: Spot, names: PoolNames): Destination | undefined {
  const towards = readTowards(to, names.vocabulary);
  const by = driver && readName(driver, names.drivers);
  if (!towards) return undefined;
  if (towards.kind !== 'target') {
    if (driver)
      complain(driver, {
        rule: 'unknown-key',
        message: 'nothing is shared here: the driver has no use.',
        remedy: 'Leave it out.',
      });
    return towards.kind === 'own-unit' ? { kind: 'own-unit' } : { kind: 'not-costed', name: 'not in price' };
  }
  const { target } = towards;
  if (by !== undefined) return { kind: 'share', driver: by, to: target };
  if (driver) return undefined;
  if (target.kind === 'units' && target.units.length === 1)
    return { kind: 'share', driver: 'equal', to: target };
  return missing(
    at,
    'driver',
    'Say what the cost is shared by: "driver: volumes", or one that you declare under "drivers".',
  );
}
