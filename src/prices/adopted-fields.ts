// The fields of an adopted price file, each read with what is expected of it; what is missing or malformed is told at
// its place and stands in as an empty value, so that all that is wrong is told at once.

import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Fraction, fraction, multiply, parseFraction } from '../money/fraction.ts';

/** Tells what is wrong at an offset in the text, and how to put it right. */
export type Tell = (offset: number, message: string, remedy: string) => void;

/** Readers of the fields of one map. */
export type AdoptedFields = {
  /** Text; missing or empty is wrong unless a fallback is given. */
  readonly text: (key: string, fallback?: string) => string;
  /** Text of a form, which `example` shows. */
  readonly matching: (key: string, form: RegExp, example: string) => string;
  /** The same of a field that need not be there. */
  readonly optional: (key: string, form: RegExp, example: string) => string | undefined;
  readonly year: (key: string) => number;
  /** Øre from kroner with at most two decimals. */
  readonly kroner: (key: string) => bigint;
  /** Øre as a fraction, "91771/1". */
  readonly exact: () => Fraction;
  /** The entries of a list; two that are of the same thing (`identify`) are wrong. */
  readonly list: <T>(
    key: string,
    read: (fields: AdoptedFields) => T,
    identify: (entry: T) => readonly string[],
  ) => T[];
  readonly has: (key: string) => boolean;
};

const EXACT = /^(-?\d+)\/(0*[1-9]\d*)$/;

/** The fields of a map of the file. */
export function adoptedFields(map: YAMLMap, tell: Tell): AdoptedFields {
  const startOf = (key: string): number => {
    const node = map.get(key, true) as Node | undefined;
    return node?.range?.[0] ?? map.range?.[0] ?? 0;
  };
  const text = (key: string, fallback?: string): string => {
    const node = map.get(key, true);
    if (node === undefined && fallback !== undefined) return fallback;
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
    if (value !== undefined && (value !== '' || fallback !== undefined)) return value;
    tell(startOf(key), `"${key}" is missing`, `Write ${key}: as adopting wrote it.`);
    return '';
  };
  const matching = (key: string, form: RegExp, example: string): string => {
    const found = text(key);
    if (found !== '' && !form.test(found))
      tell(startOf(key), `${key}: "${found}" is not as expected`, `Write it as ${example}.`);
    return found;
  };
  return {
    text,
    matching,
    optional: (key, form, example) => (map.has(key) ? matching(key, form, example) : undefined),
    has: (key) => map.has(key),
    year: (key) => Number(matching(key, /^\d{4}$/, '2026')),
    kroner: (key) => {
      const value = parseFraction(matching(key, /^-?\d+(\.\d{1,2})?$/, '918.00'));
      return value ? multiply(value, fraction(100n)).num : 0n;
    },
    exact: () => {
      const found = EXACT.exec(matching('exact', EXACT, '91771/1, øre as a fraction'));
      return fraction(BigInt(found?.[1] ?? 0), BigInt(found?.[2] ?? 1));
    },
    list: (key, read, identify) => {
      const node = map.get(key, true);
      if (isSeq(node)) return readEntries({ items: node.items, key, tell, read, identify });
      tell(startOf(key), `"${key}" is not a list`, `Write ${key}: as adopting wrote it, [] if empty.`);
      return [];
    },
  };
}

function readEntries<T>({
  items,
  key,
  tell,
  read,
  identify,
}: {
  readonly items: readonly unknown[];
  readonly key: string;
  readonly tell: Tell;
  readonly read: (fields: AdoptedFields) => T;
  readonly identify: (entry: T) => readonly string[];
}): T[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const at = (item as Node | null)?.range?.[0] ?? 0;
    if (!isMap(item)) {
      tell(at, `an entry of "${key}" is not a map`, 'Write it as adopting wrote it.');
      return [];
    }
    const entry = read(adoptedFields(item, tell));
    const name = identify(entry)
      .filter((part) => part !== '')
      .join(' · ');
    if (seen.has(name)) tell(at, `"${key}" has two entries for ${name}`, 'Keep the one that was adopted.');
    seen.add(name);
    return [entry];
  });
}
