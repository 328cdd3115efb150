// What is said of the rows of the national accounts before they are shown.

import { expect, it } from 'vitest';
import { handMadeModel, service } from '../../../test/support/hand-made-model.ts';
import type { ReconciledRow } from '../../tables/users.ts';
import { rowsTitle } from './account-views.ts';

const model = handMadeModel({ units: [], services: [service('nursing', 'hour')], pools: [] });
const row = (costingOre: bigint): ReconciledRow => ({
  ...{ name: 'homes', functions: ['253'], services: ['nursing'], ledgerOre: 100_000n, costingOre },
  lines: [{ kind: 'unused', name: 'beds', amountOre: costingOre - 100_000n }],
});

it.each([
  ['no rows at all', [], 'No row of the accounts to hold the costing against'],
  ['rows that agree', [row(100_000n)], 'The costing equals the ledger on all rows'],
  ['a row below', [row(40_000n)], 'Row homes: the costing is 600 kr below the ledger'],
])('of %s', (_, rows, text) => {
  expect(rowsTitle(model, rows, 'en')).toContain(text);
});
