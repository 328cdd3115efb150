// An identity number in a column that is not the person column would be kept as a code. It refuses the file instead.

import type { Country } from '../../model/model.ts';
import { scanForIdentifiers } from '../people/scan-for-identifiers.ts';
import type { Fault } from './fault.ts';

/** The fault of a cell that holds a national identity number; undefined where it holds none. */
export function identityAstray(
  text: string,
  country: Country,
  column: string,
): (Fault & { readonly remedy: string }) | undefined {
  if (scanForIdentifiers(text, country) === 0) return undefined;
  return {
    rule: 'table/identity-astray',
    severity: 'error',
    column,
    message: 'An identity number stands in a column that does not hold persons.',
    remedy: 'Name the right columns in the source, or take the number out of the file.',
  };
}
