// Persons in messages: how many, never who.

/** @example personsText(3n) // '3 persons have' */
export const personsText = (persons: bigint): string =>
  persons === 1n ? 'A person has' : `${persons} persons have`;
