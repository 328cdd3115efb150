// Texts of a file and the ids that they stand for, stated one by one or by the codes of a national register.

import { CARE_REGISTERS, type CareRegister, careCodes } from '../codes/care-codes.ts';
import { type Names, readName } from '../yaml/names.ts';
import { readChoice, readEntries } from '../yaml/read-values.ts';
import type { Spot } from '../yaml/spot.ts';

/** What sources refer to: services, units, and the levels of each service. */
export type SourceNames = { readonly services: Names; readonly units: Names; readonly levels: Names };

/** What a column that is missing holds, in words. */
export const sayColumn = (column: string): string => (column === 'from' ? 'first day' : column);

/** Text in the file → id. */
export function readMapping(spot: Spot | undefined, names: Names): Map<string, string> {
  const mapping = new Map<string, string>();
  for (const { key, value } of spot
    ? readEntries(spot, `texts of the file and the ${names.what} they stand for`)
    : []) {
    const name = readName(value, names);
    if (name !== undefined) mapping.set(key, name);
  }
  return mapping;
}

/** The register that `services: kpr` or `services: { codes: kpr, … }` names. */
export function readCareRegister(spot: Spot | undefined): CareRegister | undefined {
  const at = spot && registerSpot(spot);
  return at && readChoice(at, CARE_REGISTERS);
}

const isScalar = ({ node }: Spot): boolean => node !== null && 'value' in node;

const registerSpot = (spot: Spot): Spot | undefined =>
  isScalar(spot)
    ? spot
    : readEntries(spot, 'texts of the file and services').find(({ key }) => key === 'codes')?.value;

/**
 * Text in the file → service id: `services: kpr` takes a register's codes as they are, `{ codes: kpr, "6": telecare }`
 * says another service for some of them.
 */
export function readServiceMapping(spot: Spot | undefined, names: Names): Map<string, string> {
  if (!spot) return new Map();
  const at = registerSpot(spot);
  const register = at && readChoice(at, CARE_REGISTERS);
  const codes = register ? careCodes(register).codes : [];
  const own = isScalar(spot)
    ? []
    : readEntries(spot, `texts of the file and the ${names.what} they stand for`);
  const named = own.flatMap(({ key, value }): [string, string][] => {
    const name = key === 'codes' ? undefined : readName(value, names);
    return name === undefined ? [] : [[key, name]];
  });
  return new Map([...codes, ...named]);
}
