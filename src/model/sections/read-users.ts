// Reads `users:`: what the model says about cost per user.

import { isScalar } from 'yaml';
import { compare, type Fraction, multiply } from '../../money/fraction.ts';
import type { AccountsRow, ExpectedBand, IntensiveGrant, NeedRule, UserRules } from '../users.ts';
import { type Names, readNames } from '../yaml/names.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import {
  type Entry,
  expected,
  missing,
  readChoice,
  readCodes,
  readEntries,
  readFields,
  readInteger,
  readList,
  readPercent,
  readPositive,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, type Spot } from '../yaml/spot.ts';
import { readKroner } from './read-kroner.ts';
import { readOutliers } from './read-outliers.ts';
import { readServiceNames } from './read-prices.ts';
import { readUnitNames, type Vocabulary } from './vocabulary.ts';

const KEYS = [
  'need',
  'fees',
  'sales',
  'expected',
  'jump',
  'responsible',
  'outliers',
  'combinations',
  'resource-intensive',
  'accounts',
  'inhabitants',
  'last-year',
] as const;
type Key = (typeof KEYS)[number];

const ORE: Fraction = { num: 100n, den: 1n };

/** What is wrong is told at its place; what can be read of the rest is. */
export function readUsers(spot: Spot, vocabulary: Vocabulary, pools: Names): UserRules {
  const fields = readFields(spot, 'users', KEYS);
  const each = <T>(key: Key, read: (entry: Entry) => readonly T[]): T[] =>
    fields[key] ? readEntries(fields[key], key).flatMap(read) : [];
  const listed = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
  const need = fields.need && readNeed(fields.need, vocabulary);
  const outliers = fields.outliers && readOutliers(fields.outliers, vocabulary);
  const jump = fields.jump && readPercent(fields.jump);
  const lastYear = fields['last-year'] && readText(fields['last-year'], 'a folder such as ../fjordvik-2024');
  const inhabitants = fields.inhabitants && readInhabitants(fields.inhabitants);
  return {
    ...(need ? { need } : {}),
    fees: fields.fees ? readNames(fields.fees, pools) : [],
    sales: fields.sales ? readNames(fields.sales, pools) : [],
    expected: each('expected', (entry) => readBand(entry, vocabulary)),
    ...(jump ? { jump } : {}),
    responsible: new Map(each('responsible', (entry) => readResponsible(entry, vocabulary))),
    ...(outliers ? { outliers } : {}),
    combinations: fields.combinations ? readGroups(fields.combinations, vocabulary) : [],
    grants: each('resource-intensive', (entry) => listed(readGrant(entry))).sort((a, b) => a.year - b.year),
    accounts: each('accounts', (entry) => listed(readAccountsRow(entry, vocabulary))),
    ...(inhabitants ? { inhabitants } : {}),
    ...(lastYear === undefined ? {} : { lastYear: { file: lastYear } }),
  };
}

function readNeed(spot: Spot, vocabulary: Vocabulary): NeedRule | undefined {
  const fields = readFields(spot, 'need', ['instrument', 'services', 'source']);
  const instrument = fields.instrument
    ? readText(fields.instrument)
    : missing(spot, 'instrument', 'Name the instrument as the assessments do: "instrument: iplos".');
  const services = fields.services
    ? readServiceNames(fields.services, vocabulary)
    : missing(spot, 'services', 'Say whose users weigh by need: "services: home-care".');
  const source = fields.source
    ? readText(fields.source)
    : missing(spot, 'source', 'Write why need weighs so: "source: time study 2025".');
  return instrument && services && source ? { instrument, services, source } : undefined;
}

/** `home-nursing: { from: 600, to: 1300 }` in kroner per measure; a group stands for each of its services. */
function readBand({ at, value }: Entry, vocabulary: Vocabulary): ExpectedBand[] {
  const services = readServiceNames(at, vocabulary);
  const fields = readFields(value, 'an expected unit cost', ['from', 'to']);
  const read = (key: 'from' | 'to'): Fraction | undefined => {
    const field = fields[key];
    if (!field) return missing(at, key, 'Write both ends in kroner: { from: 600, to: 1300 }.');
    const kroner = readPositive(field, 'kroner per measure');
    return kroner && multiply(kroner, ORE);
  };
  const [from, to] = [read('from'), read('to')];
  if (!services || !from || !to) return [];
  if (compare(from, to) > 0) return expected(value, 'from below to') ?? [];
  return services.map((service) => ({ service, from, to }));
}

function readResponsible({ at, value }: Entry, vocabulary: Vocabulary): [string, string][] {
  const name = readText(value, 'who answers for the figures');
  return name === undefined ? [] : readUnitNames(at, vocabulary).map((unit) => [unit, name]);
}

/** Groups of services by name, in order of the file. */
function readGroups(spot: Spot, { serviceGroups }: Vocabulary): UserRules['combinations'][number][] {
  return readList(spot).flatMap((item) => {
    const group = readText(item, 'the name of a group of services');
    const services = group === undefined ? undefined : serviceGroups.get(group);
    if (group !== undefined && services) return [{ group, services }];
    if (group !== undefined)
      complain(item, {
        rule: 'unknown-name',
        message: `no group of services "${group}".`,
        remedy: suggestName(group, [...serviceGroups.keys()]),
      });
    return [];
  });
}

/** `2025: { threshold: 1 647 000, share: 80 %, under-age: 67, source: … }` */
function readGrant({ key, at, value }: Entry): IntensiveGrant | undefined {
  if (!/^(19|20|21)\d\d$/.test(key)) return expected(at, 'a year as key, such as 2025');
  const fields = readFields(value, 'a grant for resource-intensive users', [
    'threshold',
    'share',
    'under-age',
    'source',
  ]);
  const threshold = fields.threshold
    ? readKroner(fields.threshold)
    : missing(at, 'threshold', 'Write the threshold in kroner: "threshold: 1 647 000".');
  const share = fields.share
    ? readPercent(fields.share)
    : missing(at, 'share', 'Write what is paid of the rest: "share: 80 %".');
  const age = fields['under-age'] && readInteger(fields['under-age'], 'an age', 1, 150);
  const source = fields.source
    ? readText(fields.source)
    : missing(at, 'source', 'Write where the rule is from: "source: state budget 2025".');
  if (threshold === undefined || !share || source === undefined) return undefined;
  const underAge = age === undefined ? {} : { underAge: age };
  return { year: Number(key), thresholdOre: threshold, share, ...underAge, source };
}

function readAccountsRow({ key, at, value }: Entry, vocabulary: Vocabulary): AccountsRow | undefined {
  const fields = readFields(value, 'a row of the national accounts', ['functions', 'services']);
  const functions = fields.functions
    ? readCodes(fields.functions)
    : missing(at, 'functions', 'Say which functions of the ledger it sums: "functions: 5131".');
  const services = fields.services
    ? readServiceNames(fields.services, vocabulary)
    : missing(at, 'services', 'Say whose cost it should be: "services: group-home".');
  return functions && services ? { name: key, functions, services, at: locationOf(at) } : undefined;
}

/** `{ number: 20 000, source: … }`, or `people`: everybody in the register of people. */
function readInhabitants(spot: Spot): UserRules['inhabitants'] {
  if (isScalar(spot.node)) return readChoice(spot, ['people'] as const);
  const fields = readFields(spot, 'inhabitants', ['number', 'source']);
  const number = fields.number
    ? readPositive(fields.number, 'a number of inhabitants')
    : missing(spot, 'number', 'Write how many: "number: 20 000".');
  const source = fields.source
    ? readText(fields.source)
    : missing(spot, 'source', 'Write whose figure it is: "source: SSB, 1 January 2025".');
  if (!number || source === undefined) return undefined;
  return number.den === 1n ? { number: number.num, source } : expected(spot, 'a whole number of inhabitants');
}
