// Typed readers over YAML nodes: each gives the value, or says at its place what was expected and gives undefined.

import { isMap, isScalar, isSeq } from 'yaml';
import { parseAmount } from '../../money/amount-text.ts';
import { compare, type Fraction, fraction, ONE, parseFraction, ZERO } from '../../money/fraction.ts';
import type { Ore } from '../../money/ore.ts';
import { isDayText } from '../../time/days.ts';
import { parseCodes } from '../match-code.ts';
import type { CodeSet } from '../model.ts';
import { didYouMean, suggestName } from './nearest-name.ts';
import { complain, type Spot, spotOf } from './spot.ts';

/** A key of a map with its value; `at` is the place of the key. */
export type Entry = { readonly key: string; readonly at: Spot; readonly value: Spot };

/** The plain source text of a scalar in Unicode's composed form; undefined for lists, maps and nothing. */
function scalarText({ node }: Spot): string | undefined {
  if (!isScalar(node)) return undefined;
  const text = String(node.value ?? '')
    .normalize('NFC')
    .trim();
  return text === '' ? undefined : text;
}

/** What a spot holds, in words: `"12 %"`, `a list`, `nothing`. */
function describeSpot(spot: Spot): string {
  const text = scalarText(spot);
  if (text !== undefined) return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
  return isSeq(spot.node) ? 'a list' : isMap(spot.node) ? 'a map' : 'nothing';
}

export function expected(spot: Spot, what: string, remedy?: string): undefined {
  complain(spot, { rule: 'expected', message: `expected ${what}, found ${describeSpot(spot)}.`, remedy });
  return undefined;
}

/** The entries of a map in order of the file. `what` says what the map is, for the message. */
export function readEntries(spot: Spot, what: string): Entry[] {
  const { reading, node, offset } = spot;
  if (!isMap(node)) {
    expected(spot, `${what} (key: value)`);
    return [];
  }
  const entries = node.items.flatMap(({ key, value }) => {
    const at = spotOf(reading, key as never, offset);
    const name = scalarText(at);
    if (name === undefined) return expected(at, `a name as key in ${what}`) ?? [];
    return [{ key: name, at, value: spotOf(reading, value as never, at.offset) }];
  });
  return node.flow ? withoutCutNumbers(entries) : entries;
}

/** In `{ wages: 2,8 % }` the comma ends the entry: "2" and a key "8 %" are told as the one number that was meant. */
function withoutCutNumbers(entries: readonly Entry[]): Entry[] {
  const isCut = (index: number): boolean => {
    const [whole, rest] = [entries[index], entries[index + 1]];
    if (!whole || !rest || scalarText(rest.value) !== undefined) return false;
    return /^[+\-−]?\d+$/.test(scalarText(whole.value) ?? '') && /^\d+\s*(%|kr|øre)?$/.test(rest.key);
  };
  return entries.filter(({ value }, index) => {
    if (!isCut(index)) return !isCut(index - 1);
    const [whole, rest] = [scalarText(value), entries[index + 1]?.key];
    const remedy = `Write ${whole}.${rest} or "${whole},${rest}".`;
    complain(value, { rule: 'expected', message: `a comma ends an entry within { }.`, remedy });
    return false;
  });
}

/** The value of a key, if the spot is a map that has it; nothing is reported. */
export function peek({ reading, node, offset }: Spot, key: string): Spot | undefined {
  const value = isMap(node) ? node.get(key, true) : undefined;
  return value && spotOf(reading, value as never, offset);
}

/** The fields of a map by key; keys outside `allowed` are errors that name the nearest allowed one. */
export type Fields<K extends string> = { readonly [key in K]?: Spot };
export function readFields<K extends string>(spot: Spot, what: string, allowed: readonly K[]): Fields<K> {
  return pickFields(readEntries(spot, what), what, allowed);
}

/** As readFields, from entries already read. */
function pickFields<K extends string>(
  entries: readonly Entry[],
  what: string,
  allowed: readonly K[],
): Fields<K> {
  const fields: { [key in K]?: Spot } = {};
  for (const { key, at, value } of entries) {
    const known = allowed.find((name) => name === key);
    if (known) fields[known] = value;
    else {
      const message = `${what} has no key "${key}".`;
      complain(at, { rule: 'unknown-key', message, remedy: suggestName(key, allowed) });
    }
  }
  return fields;
}

/** Says that `key` is missing from the map at a spot. */
export function missing(spot: Spot, key: string, remedy: string): undefined {
  complain(spot, { rule: 'missing', message: `"${key}" is missing.`, remedy });
  return undefined;
}

/** The items of a list; a single value counts as a list of one. */
export function readList(spot: Spot): Spot[] {
  const { reading, node, offset } = spot;
  if (!isSeq(node)) return [spot];
  return node.items.map((item) => spotOf(reading, item as never, offset));
}

/** Ordered one-key maps, `- cars: { … }`: the form of pools, centres and activities. */
export function readNamedList(spot: Spot, what: string): Entry[] {
  if (!isSeq(spot.node)) {
    expected(spot, `a list of ${what}s, each "- name: { … }"`);
    return [];
  }
  return readList(spot).flatMap((item) => {
    const entries = readEntries(item, `a ${what}`);
    if (entries.length <= 1) return entries;
    const [, second] = entries;
    complain(second?.at ?? item, {
      rule: 'expected',
      message: `expected one ${what} per list item, found ${entries.length} keys.`,
      remedy: `Begin each ${what} with "- name:" and put its settings in { } or indented below it.`,
    });
    return entries.slice(0, 1);
  });
}

export const readText = (spot: Spot, what = 'a text'): string | undefined =>
  scalarText(spot) ?? expected(spot, what);

/** A whole number from `min` to `max`, both included. */
export function readInteger(spot: Spot, what: string, min: number, max: number): number | undefined {
  const text = scalarText(spot);
  const value = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : expected(spot, `${what} (a whole number, ${min} to ${max})`);
}

export const readYear = (spot: Spot): number | undefined => readInteger(spot, 'a year', 1900, 2200);

/** A day, as text: "2026-02-14". */
export function readDay(spot: Spot): string | undefined {
  const text = scalarText(spot);
  return text !== undefined && isDayText(text) ? text : expected(spot, 'a day such as 2026-02-14');
}

export function readFlag(spot: Spot): boolean | undefined {
  const text = scalarText(spot);
  return text === 'true' ? true : text === 'false' ? false : expected(spot, 'true or false');
}

/** One of the given words. */
export function readChoice<C extends string>(spot: Spot, choices: readonly C[]): C | undefined {
  const text = scalarText(spot);
  const choice = choices.find((word) => word === text);
  if (choice !== undefined) return choice;
  return expected(spot, `one of ${choices.join(', ')}`, text && didYouMean(text, choices));
}

/** Codes: `010-099`, `47*`, a list of such, or several in one text. */
export function readCodes(spot: Spot): CodeSet | undefined {
  const sets = readList(spot).map((item) => {
    const text = scalarText(item);
    const set = text === undefined ? undefined : parseCodes(text);
    return (
      set ?? expected(item, 'codes such as 010-099, 270 or 47*', 'Both ends of a range have the same length.')
    );
  });
  return sets.every((set) => set !== undefined) ? sets.flat() : undefined;
}

/** A decimal number, exact; decimal comma or point, and spaces between thousands. */
export function readNumber(spot: Spot, what = 'a number'): Fraction | undefined {
  const text = scalarText(spot)?.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return (text === undefined ? undefined : parseFraction(text)) ?? expected(spot, what);
}

export function readNonNegative(spot: Spot, what = 'a number'): Fraction | undefined {
  const value = readNumber(spot, what);
  return value === undefined || compare(value, ZERO) >= 0 ? value : expected(spot, `${what}, not negative`);
}

export function readPositive(spot: Spot, what = 'a number'): Fraction | undefined {
  const value = readNumber(spot, what);
  return value === undefined || compare(value, ZERO) > 0 ? value : expected(spot, `${what} above 0`);
}

/** A percentage, written with its sign: "4.2 %" → 21/500. A bare 0 is 0 %. */
export function readPercent(spot: Spot): Fraction | undefined {
  const text = scalarText(spot);
  const value = text === undefined ? undefined : parseFraction(text);
  if (value && (text?.endsWith('%') || value.num === 0n)) return value;
  return expected(
    spot,
    'a percentage such as 4.2 %',
    value ? `Write ${text} % if that is meant.` : undefined,
  );
}

/** An amount in kroner with decimal comma or point, in øre: "434 551 000,00" → 43455100000n; "-120 000" → −12000000n. */
export function readKroner(spot: Spot): Ore | undefined {
  const text = readText(spot, 'an amount in kroner');
  if (text === undefined) return undefined;
  const decimal = /\.\d\d$/.test(text) ? '.' : ',';
  const found = parseAmount(text, { decimal, unit: 'kroner' });
  return found ?? expected(spot, 'an amount in kroner, such as 434 551 000,00');
}

/** A share from 0 to 1: "38 %", 0.38 or 1/3. */
export function readShare(spot: Spot): Fraction | undefined {
  const text = scalarText(spot);
  const ratio = /^(\d+)\s*\/\s*(\d*[1-9]\d*)$/.exec(text ?? '');
  const value = ratio ? fraction(BigInt(ratio[1] ?? 0), BigInt(ratio[2] ?? 1)) : parseFraction(text ?? '');
  if (value && compare(value, ZERO) >= 0 && compare(value, ONE) <= 0) return value;
  return expected(spot, 'a share from 0 to 100 %, such as 38 %, 0.38 or 1/3');
}
