// Ten million cells of person, object and month: every object is its users to the øre, whatever the natures. The small
// twin is in cost-users.test.ts.

import { expect, it } from 'vitest';
import { benchModel, objectCosts, strandsOf, yearCells } from '../../bench/users.ts';
import { costUsers } from '../../src/users/cost-users.ts';

it('Σ users = object for each of 600 objects and 4 natures, on ten million cells', () => {
  const activity = yearCells();
  const objects = objectCosts(activity, strandsOf(4));
  const costs = { objects, remainders: [] };
  const { cells, totals, ledgerOre } = costUsers({ model: benchModel, costs, activity, named: [] }).values;
  for (const [o, { costs: own }] of objects.entries())
    for (const [k, { amountOre }] of own.entries()) {
      const column = cells.sharedOre[k]!.subarray(cells.starts[o]!, cells.starts[o + 1]!);
      expect(column.reduce((sum, ore) => sum + ore, 0)).toBe(Number(amountOre));
    }
  expect(totals.reduce((sum, { costOre }) => sum + costOre, 0n)).toBe(ledgerOre);
  expect(ledgerOre).toBe(objects.reduce((sum, { amountOre }) => sum + amountOre, 0n));
});
