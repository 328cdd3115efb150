import { expect, it } from 'vitest';
import { handMadeModel } from '../../../test/support/hand-made-model.ts';
import type { Account } from '../../tables/ledger.ts';
import { accountRows } from './account-rows.ts';

const account = (ofClass: string, article: string): Account => ({
  ...{ class: ofClass, responsibility: '', function: '253', article, own: '', object: '', project: '' },
});

it.each([
  ['NO', '1', '010', 1],
  ['NO', '0', '010', 0],
  ['NO', '1', '710', 0],
  ['SE', 'K', '5010', 1],
  ['SE', 'I', '3010', 0],
  ['SE', 'T', '1910', 0],
  ['DK', '5', '10', 1],
  ['DK', '7', '10', 0],
] as const)('%s, class "%s", article %s: is running cost %i', (country, ofClass, article, isCost) => {
  const made = handMadeModel({ units: [], services: [], pools: [] });
  const model = { ...made, municipality: { ...made.municipality, country } };
  expect(accountRows(model)(account(ofClass, article), 'table')['is_cost']).toBe(isCost);
});
