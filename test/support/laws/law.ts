// What a law of costing is tried on, and what it answers.

import type { Costs } from '../../../src/tables/costs.ts';
import type { Random } from '../../auditor/generate-network.ts';
import type { Municipality } from '../generate-municipality.ts';

/** A municipality and what it cost. `random` is the law's own: the municipality of a seed is the same for every law. */
export type Case = { readonly municipality: Municipality; readonly costs: Costs; readonly random: Random };

/** Complaints; undefined where the law does not speak of this municipality. */
export type Check = (given: Case) => string[] | undefined;

/** Any part of a result as text, so that "the same" means the same to the last byte. */
export const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'bigint' ? `${each}n` : each instanceof Map ? [...each] : each,
  );
