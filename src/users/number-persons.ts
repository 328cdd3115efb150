// Persons in order, each with a number: those whom activity knows, those whom postings name besides, and nobody ("").

import { byKey } from '../money/apportion.ts';

/** `renumbered[i]` is the number of activity's person i; `numberOf` gives −1 for a person who is not there. */
export type NumberedPersons = {
  readonly persons: readonly string[];
  readonly renumbered: Uint32Array;
  readonly numberOf: (person: string) => number;
};

/** Merges the activity's persons, which are in order, with others; "" is always one of them, and the first. */
export function numberPersons(known: readonly string[], others: readonly string[]): NumberedPersons {
  const more = [...new Set(['', ...others])].filter((person) => searchText(known, person) < 0).sort(byKey);
  const persons: string[] = [];
  const renumbered = new Uint32Array(known.length);
  let next = 0;
  for (let i = 0; i < known.length; i++) {
    while (next < more.length && more[next]! < known[i]!) persons.push(more[next++]!);
    renumbered[i] = persons.length;
    persons.push(known[i]!);
  }
  while (next < more.length) persons.push(more[next++]!);
  return { persons, renumbered, numberOf: (person) => searchText(persons, person) };
}

/** The place of a text in a list in order; −1 where it is not there. */
function searchText(list: readonly string[], text: string): number {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle]!;
    if (found === text) return middle;
    if (found < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
