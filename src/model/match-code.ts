// Codes are text, and a set of them is a list of ranges and prefixes: "010-099", "47*", "270".

import type { CodeRange, CodeSet } from './model.ts';

/** True when a code lies in a range of codes of its own length, or begins as a prefix says. */
export const matchesRange = (code: string, { from, to, prefix }: CodeRange): boolean =>
  prefix
    ? code.length >= from.length && from <= code.slice(0, from.length) && code.slice(0, to.length) <= to
    : code.length === from.length && from <= code && code <= to;

/**
 * True when a code lies in any range of the set. Codes are compared as text of equal length, so "10" is not "010".
 * @example matchesCode('4710', [{ from: '47', to: '47', prefix: true }]) // true
 */
export const matchesCode = (code: string, set: CodeSet): boolean =>
  set.some((range) => matchesRange(code, range));

/** True when some code lies in both ranges. */
export function rangesOverlap(a: CodeRange, b: CodeRange): boolean {
  const [short, long] = a.from.length <= b.from.length ? [a, b] : [b, a];
  if (!short.prefix && (long.prefix || short.from.length < long.from.length)) {
    return short.from.length === long.from.length && matchesPrefixes(short, long);
  }
  return matchesPrefixes(short, long);
}

const matchesPrefixes = (short: CodeRange, long: CodeRange): boolean => {
  const length = short.from.length;
  return long.from.slice(0, length) <= short.to && short.from <= long.to.slice(0, length);
};

/** A set as people write it: "010-099, 270, 47*". */
export const describeCodes = (set: CodeSet): string =>
  set
    .map(({ from, to, prefix }) => {
      const mark = prefix ? '*' : '';
      return from === to ? `${from}${mark}` : `${from}${mark}-${to}${mark}`;
    })
    .join(', ');

/**
 * Reads "010-099 270, 47*" into a set. Undefined when a part is no code: ends of unequal length, or in wrong order.
 */
export function parseCodes(text: string): CodeSet | undefined {
  const parts = text
    .trim()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,|]+/)
    .filter((part) => part !== '');
  const ranges = parts.map(parseRange);
  return ranges.length > 0 && ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function parseRange(text: string): CodeRange | undefined {
  const match = /^([\p{L}\p{N}.]+)(?:(\*)|-([\p{L}\p{N}.]+))?$/u.exec(text);
  const from = match?.[1];
  if (from === undefined) return undefined;
  if (match?.[2]) return { from, to: from, prefix: true };
  const to = match?.[3] ?? from;
  return to.length === from.length && from <= to ? { from, to } : undefined;
}
