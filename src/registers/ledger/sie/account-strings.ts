// From SIE's account and objects to the account string of the canonical ledger: which dimension holds responsibility,
// project and object, which article the account is, and whether it is a cost, an income or a balance account.

import type { LedgerSource } from '../../../model/model.ts';
import { ACCOUNT_FIELDS, type Account, type AccountField } from '../../../tables/ledger.ts';
import { accountClass, type SieHead } from './sie-head.ts';

/** Dimensions that the standard reserves: 1 cost centre, 2 cost bearer, 6 project. */
const RESERVED: readonly (readonly [AccountField, string])[] = [
  ['responsibility', '1'],
  ['object', '2'],
  ['project', '6'],
];

/** Field of the account string → dimension: as the source declares, and the reserved ones that are still free. */
function dimensionsOf(source: LedgerSource): ReadonlyMap<AccountField, string> {
  const dimensions = new Map<AccountField, string>();
  for (const field of ACCOUNT_FIELDS) {
    const declared = source.dimensions?.[field];
    if (declared !== undefined) dimensions.set(field, declared);
  }
  const taken = new Set(dimensions.values());
  for (const [field, dimension] of RESERVED)
    if (!dimensions.has(field) && !taken.has(dimension)) dimensions.set(field, dimension);
  return dimensions;
}

/** An account with the objects that count, before its texts are decoded; `texts` go with `fields` of the book. */
type Local = { readonly account: string; readonly texts: readonly string[] };

/** The accounts of a file while it is read: each account with its objects once, numbered from 0 as they come. */
export type AccountBook = {
  readonly fields: readonly AccountField[];
  readonly dimensions: readonly string[];
  readonly locals: Local[];
  readonly numbers: Map<string, number>;
};

export function emptyBook(source: LedgerSource): AccountBook {
  const dimensions = dimensionsOf(source);
  return {
    fields: [...dimensions.keys()],
    dimensions: [...dimensions.values()],
    locals: [],
    numbers: new Map(),
  };
}

/** The number of an account with its objects. */
export function numberOf(
  book: AccountBook,
  line: { readonly account: string; readonly objects: readonly string[] },
  head: SieHead,
): number {
  const { account, objects } = line;
  let key = account;
  if (objects.length > 0)
    for (const dimension of book.dimensions)
      key += `\n${objectOf(objects, dimension, book.dimensions, head)}`;
  const known = book.numbers.get(key);
  if (known !== undefined) return known;
  const texts = book.dimensions.map((dimension) => objectOf(objects, dimension, book.dimensions, head));
  const number = book.locals.push({ account, texts }) - 1;
  book.numbers.set(key, number);
  return number;
}

/**
 * The object of a dimension; without one, the object of a dimension below it (#UNDERDIM) that holds nothing else of
 * the account string. "" where there is none.
 */
function objectOf(
  objects: readonly string[],
  dimension: string,
  taken: readonly string[],
  head: SieHead,
): string {
  for (let i = 0; i < objects.length; i += 2) if (objects[i] === dimension) return objects[i + 1]!;
  if (head.above.size === 0) return '';
  for (let i = 0; i < objects.length; i += 2)
    if (!taken.includes(objects[i]!) && isBelow(head, objects[i]!, dimension)) return objects[i + 1]!;
  return '';
}

function isBelow(head: SieHead, dimension: string, above: string): boolean {
  let at = head.above.get(dimension);
  for (let steps = 0; at !== undefined && steps <= head.above.size; steps++) {
    if (at === above) return true;
    at = head.above.get(at);
  }
  return false;
}

/** The account string of one of the book. With a map, an account that it does not have stays its own article. */
export function accountString(
  { fields }: AccountBook,
  { account, texts }: Local,
  rules: {
    readonly head: SieHead;
    readonly source: LedgerSource;
    readonly decode: (text: string) => string;
  },
): Account {
  const mapped = rules.source.accountMap?.accounts.get(account);
  const said = (field: AccountField): string => rules.decode(texts[fields.indexOf(field)] ?? '').trim();
  return {
    class: said('class') || accountClass(rules.head, account),
    responsibility: said('responsibility'),
    function: said('function') || (mapped?.function ?? ''),
    article: said('article') || (mapped?.article ?? account),
    own: said('own') || (mapped?.own ?? ''),
    object: said('object'),
    project: said('project'),
  };
}
