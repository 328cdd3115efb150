// Turns the raw personal identifiers of a file into pseudonyms and numbers: the one place that sees them.

import { byKey } from '../../money/apportion.ts';
import type { Pseudonymiser } from '../reader.ts';

/** `pseudonyms` are distinct and sorted; values are positions among them, undefined where the cell names nobody. */
export type JudgedPersons = {
  readonly pseudonyms: readonly string[];
  readonly values: readonly (number | undefined)[];
};

/** Numbers follow the pseudonyms' order, so that they tell nothing of the identifiers' order. */
export function judgePersons(texts: readonly string[], { pseudonym }: Pseudonymiser): JudgedPersons {
  const found = texts.map((text) => (/[\p{L}\p{N}]/u.test(text) ? pseudonym(text) : undefined));
  const pseudonyms = [...new Set(found.filter((one) => one !== undefined))].sort(byKey);
  const rank = new Map(pseudonyms.map((one, i) => [one, i]));
  return { pseudonyms, values: found.map((one) => (one === undefined ? undefined : rank.get(one))) };
}
