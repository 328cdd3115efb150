// Which analysis type (SAF-T) or dimension (SIE) of a ledger file holds which dimension of the account string.

import { ACCOUNT_FIELDS, type AccountField } from '../../tables/ledger.ts';
import type { LedgerSource } from '../model.ts';
import { readFields, readText } from '../yaml/read-values.ts';
import { complain, type Spot } from '../yaml/spot.ts';

/** `{ responsibility: A, function: F, project: P }` for SAF-T, `{ responsibility: 1, project: 6 }` for SIE. */
export function readDimensions(spot: Spot): NonNullable<LedgerSource['dimensions']> {
  const fields = readFields(spot, 'dimensions', ACCOUNT_FIELDS);
  const dimensions: { [field in AccountField]?: string } = {};
  const taken = new Map<string, AccountField>();
  for (const field of ACCOUNT_FIELDS) {
    const at = fields[field];
    const type = at && readText(at, 'an analysis type or the number of a dimension');
    if (at === undefined || type === undefined) continue;
    const other = taken.get(type);
    if (other !== undefined)
      complain(at, {
        rule: 'duplicate-key',
        message: `"${type}" is named for ${other} and for ${field}.`,
        remedy: 'A dimension of the file holds one dimension of the account string; keep one of the two.',
      });
    taken.set(type, field);
    dimensions[field] = type;
  }
  return dimensions;
}
