// Price rules, growth and the week rule: what turns a found cost into next year's price.

import { parseAmount } from '../../money/amount-text.ts';
import { byKey } from '../../money/apportion.ts';
import { add, compare, type Fraction, multiply, ONE, ZERO } from '../../money/fraction.ts';
import type { Growth, Pricing, Supplement, WeekRule } from '../model.ts';
import { checkNewName, type Names, namesOf } from '../yaml/names.ts';
import { suggestName } from '../yaml/nearest-name.ts';
import {
  type Entry,
  expected,
  missing,
  peek,
  readChoice,
  readEntries,
  readFields,
  readPercent,
  readPositive,
  readText,
} from '../yaml/read-values.ts';
import { complain, locationOf, quietly, type Spot } from '../yaml/spot.ts';
import { readTowards, readUnitNames, type Vocabulary } from './vocabulary.ts';

/** `base` is read with the pools (see read-costing.ts). */
const PRICE_KEYS = ['round-to', 'base', 'unused', 'supplements', 'true-up'] as const;

/** Reads `prices:`, which may be absent: then prices are rounded to whole øre. */
export function readPricing(spot: Spot | undefined, vocabulary: Vocabulary): Pricing {
  if (!spot) return { roundToOre: 1n, supplements: [] };
  const fields = readFields(spot, 'prices', PRICE_KEYS);
  const unused = fields.unused && readChoice(fields.unused, ['price', 'unit', 'purchaser']);
  const trueUp = fields['true-up'] && readTrueUp(fields['true-up']);
  const supplements = fields.supplements ? readEntries(fields.supplements, 'supplements') : [];
  return {
    roundToOre: (fields['round-to'] && readRounding(fields['round-to'])) ?? 1n,
    supplements: supplements
      .flatMap((entry) => readSupplement(entry, vocabulary) ?? [])
      .sort((a, b) => byKey(a.name, b.name)),
    ...(unused ? { unused } : {}),
    ...(trueUp ? { trueUp } : {}),
  };
}

/** The supplements that `prices:` names. */
export function supplementNames(prices: Spot | undefined): Names {
  const at = prices && peek(prices, 'supplements');
  const entries = at ? readEntries(quietly(at), 'supplements') : [];
  return namesOf(
    'supplement',
    entries.map(({ key }) => key),
  );
}

/** "1 kr" → 100n; "10 øre" → 10n. */
function readRounding(spot: Spot): bigint | undefined {
  const text = readText(spot, 'an amount such as 1 kr or 10 øre');
  if (text === undefined) return undefined;
  const match = /^(.+?)\s*(kr|kroner|kronor|øre|öre|ore)\.?$/i.exec(text);
  const unit = /re$/i.test(match?.[2] ?? '') ? 'ore' : 'kroner';
  const written = match?.[1] ?? '';
  const amount = parseAmount(written, { decimal: /\.\d\d?$/.test(written) ? '.' : ',', unit });
  return amount !== undefined && amount > 0n ? amount : expected(spot, 'an amount such as 1 kr or 10 øre');
}

function readTrueUp(spot: Spot): Pricing['trueUp'] {
  const fields = readFields(spot, 'true-up', ['pay-when-above', 'claim-when-below', 'source']);
  const read = (key: 'pay-when-above' | 'claim-when-below'): Fraction | undefined => {
    const at = fields[key];
    return at ? readPercent(at) : missing(spot, key, 'Say both shares, such as 100 % and 0 %.');
  };
  const payWhenAbove = read('pay-when-above');
  const claimWhenBelow = read('claim-when-below');
  const source = fields.source && readText(fields.source);
  if (!payWhenAbove || !claimWhenBelow) return undefined;
  return { payWhenAbove, claimWhenBelow, ...(source === undefined ? {} : { source }) };
}

const ORE: Fraction = { num: 100n, den: 1n };

function readSupplement({ key, at, value }: Entry, vocabulary: Vocabulary): Supplement | undefined {
  checkNewName(key, at);
  const fields = readFields(value, 'a supplement', ['services', 'units', 'amount']);
  const amount = fields.amount
    ? readPositive(fields.amount, 'an amount in kroner per measure')
    : missing(at, 'amount', 'Say how many kroner per measure: "amount: 131".');
  const services = fields.services
    ? readServiceNames(fields.services, vocabulary)
    : missing(at, 'services', 'Say for which services: "services: home-care".');
  const units = fields.units
    ? readUnitNames(fields.units, vocabulary)
    : missing(at, 'units', 'Say which units get it: "units: [innlandet]".');
  if (!amount || !services || !units) return undefined;
  return { name: key, services, units, amount: multiply(amount, ORE), at: locationOf(at) };
}

/** Services and groups of services, spelled out; what else is named is reported. */
export function readServiceNames(spot: Spot, vocabulary: Vocabulary): readonly string[] | undefined {
  const towards = readTowards(spot, vocabulary);
  if (!towards) return undefined;
  if (towards.kind === 'target' && towards.target.kind === 'services' && !towards.target.own)
    return towards.target.services;
  return expected(spot, 'services or a group of services');
}

/** Reads `growth:`: year → nature → percentage. */
export function readGrowth(spot: Spot | undefined, natures: Names): Growth[] {
  if (!spot) return [];
  return readEntries(spot, 'growth')
    .flatMap((entry) => readGrowthYear(entry, natures) ?? [])
    .sort((a, b) => a.year - b.year);
}

function readGrowthYear({ key, at, value }: Entry, natures: Names): Growth | undefined {
  if (!/^(19|20|21)\d\d$/.test(key)) return expected(at, 'a year as key of growth, such as 2026');
  const { rates, source } = readRates(value, natures);
  if (source === undefined)
    complain(at, {
      rule: 'no-source',
      severity: 'warning',
      message: `the growth for ${key} has no source.`,
      remedy: 'Write where it is from: "source: national budget 2026".',
    });
  return {
    year: Number(key),
    natures: rates,
    ...(source === undefined ? {} : { source }),
    at: locationOf(at),
  };
}

/** Reads `{ wages: 4.2 %, goods: 3.0 %, source: national budget 2026 }`; `all` stands for natures not named. */
export function readRates(
  spot: Spot,
  natures: Names,
): { readonly rates: ReadonlyMap<string, Fraction>; readonly source: string | undefined } {
  const rates = new Map<string, Fraction>();
  let source: string | undefined;
  for (const entry of readEntries(spot, 'growth by nature, such as wages: 4.2 %')) {
    if (entry.key === 'source') {
      source = readText(entry.value);
      continue;
    }
    if (entry.key !== 'all' && natures.complete && !natures.all.has(entry.key)) {
      const remedy = suggestName(entry.key, [...natures.all, 'all']);
      complain(entry.at, { rule: 'unknown-name', message: `no nature "${entry.key}".`, remedy });
    }
    const rate = readGrowthRate(entry.value);
    if (rate) rates.set(entry.key, rate);
  }
  return { rates, source };
}

/** A grant that ends falls by all of it; what falls by more would be paid back, which is a slip. */
function readGrowthRate(spot: Spot): Fraction | undefined {
  const rate = readPercent(spot);
  return rate === undefined || compare(add(ONE, rate), ZERO) >= 0
    ? rate
    : expected(spot, 'a growth that is not below −100 %');
}

/** Reads `week-rule:`: how a register of granted hours turns a month into weeks. */
export function readWeekRule(spot: Spot | undefined): WeekRule | undefined {
  if (!spot) return undefined;
  const fields = readFields(spot, 'week-rule', ['weeks-per-month', 'source']);
  const weeks = fields['weeks-per-month']
    ? readPositive(fields['weeks-per-month'], 'weeks per month')
    : missing(spot, 'weeks-per-month', 'Write "weeks-per-month: 4".');
  const source = fields.source
    ? readText(fields.source)
    : missing(spot, 'source', 'Write where the rule is from: "source: KPR".');
  if (!weeks || source === undefined) return undefined;
  return { weeksPerMonth: weeks, source };
}
