// The checker of costing: accounts to pools, the network as a balanced book, unit costs and prices.

import type { Checker } from '../checker.ts';
import { fromAccounts, fromSources } from './accounts-and-volumes.ts';
import { bookOf } from './book.ts';
import { pricesOf, unitCosts } from './prices.ts';
import { type CostingTable, TABLES } from './tables.ts';

export const costing: Checker<CostingTable> = {
  tables: TABLES,
  derive: (run, fail) => ({
    ...{ ...fromSources(run), ...fromAccounts(run) },
    ...{ ...unitCosts(run), ...bookOf(run, fail), ...pricesOf(run) },
  }),
};
