// JSON with one spelling only, so that equal values have equal hashes: keys in order, no blanks, whole numbers of any
// size written out, maps as objects, nothing where a value is undefined.

import { createHash } from 'node:crypto';
import { byKey } from '../money/apportion.ts';

/**
 * The canonical text of plain data: null, booleans, numbers, bigints, texts, lists, objects, maps with text keys.
 * @throws TypeError on functions, symbols and numbers that are not finite.
 * @example canonicalJson({ b: 10n, a: new Map([['x', undefined]]) }) // '{"a":{},"b":10}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value instanceof Map) return canonicalObject([...value] as [string, unknown][]);
  if (typeof value === 'object') return canonicalObject(Object.entries(value));
  throw new TypeError(`no canonical JSON for ${typeof value} ${String(value)}`);
}

function canonicalObject(entries: readonly (readonly [string, unknown])[]): string {
  const members = entries
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => byKey(a, b))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
