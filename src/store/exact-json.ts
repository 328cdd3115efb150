// Data kept whole as text: bigints, maps and fractions come back as what they were, where plain JSON would lose them.

/** What stands for a bigint and for a map; no object of ours has a key like these. */
const BIG = '#';
const MAP = '=>';

/**
 * Readonly data as JSON text with keys in the order in which they stand; `undefined` is left out.
 * @throws TypeError for what is no data, such as a function, NaN or an object with a key that stands for a bigint.
 * @example exactText({ price: 91800n }) // '{"price":{"#":"91800"}}'
 */
export const exactText = (value: unknown, space?: number): string =>
  JSON.stringify(encoded(value), undefined, space);

/** The data of `exactText`. @throws SyntaxError where the text is none. */
export const exactData = (text: string): unknown => decoded(JSON.parse(text));

function encoded(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return { [BIG]: value.toString() };
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(encoded);
  if (value instanceof Map) return { [MAP]: [...value].map(encoded) };
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is no data`);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.some(([key]) => key === BIG || key === MAP)) throw new TypeError(`a key "${BIG}" or "${MAP}"`);
  return Object.fromEntries(entries.map(([key, inner]) => [key, encoded(inner)]));
}

function decoded(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decoded);
  const { [BIG]: big, [MAP]: map } = value as { [BIG]?: unknown; [MAP]?: unknown };
  if (typeof big === 'string') return BigInt(big);
  if (Array.isArray(map)) return new Map(map.map((entry) => decoded(entry) as [unknown, unknown]));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}
