// Names that a model gives to things, and references to them.

import { suggestName } from './nearest-name.ts';
import { readList, readText } from './read-values.ts';
import { complain, type Spot } from './spot.ts';

/** The names of one kind of thing. Where the list could not be read in full, unknown names are not held against anyone. */
export type Names = { readonly what: string; readonly all: ReadonlySet<string>; readonly complete: boolean };

export const namesOf = (what: string, all: Iterable<string>, complete = true): Names => ({
  what,
  all: new Set(all),
  complete,
});

const FORM = /^[\p{L}\p{N}][\p{L}\p{N} ._+&-]*$/u;
const RESERVED = /^(own .*|all units|not-in-price|own)$/;

/** True for a name that references and keys of results can hold: keys join names by "/" and "|", which none has. */
export const isName = (name: string): boolean => FORM.test(name) && !RESERVED.test(name);

/** Checks that a new name can be written in a model and in keys of results. */
export function checkNewName(name: string, at: Spot): boolean {
  const fits = isName(name);
  if (!fits) {
    const message = RESERVED.test(name)
      ? `"${name}" is a word of the model's language.`
      : `"${name}" cannot be a name.`;
    complain(at, {
      rule: 'name',
      message,
      remedy: 'Use letters, digits, spaces, "-", "." and "_", such as home-nursing.',
    });
  }
  return fits;
}

/** A reference to a named thing. */
export function readName(spot: Spot, names: Names): string | undefined {
  const name = readText(spot, `the name of a ${names.what}`);
  return name === undefined ? undefined : checkName(name, spot, names);
}

/** As readName, for a name already read (a key of a map, a cell of a table). */
export function checkName(name: string, spot: Spot, names: Names): string | undefined {
  if (names.all.has(name)) return name;
  if (names.complete) {
    const message = `no ${names.what} "${name}".`;
    complain(spot, { rule: 'unknown-name', message, remedy: suggestName(name, [...names.all]) });
  }
  return undefined;
}

/** One name or a list of them; unknown ones are reported and left out. */
export const readNames = (spot: Spot, names: Names): string[] =>
  readList(spot).flatMap((item) => readName(item, names) ?? []);
