import { expect, it } from 'vitest';
import type { Run } from '../../verify/load.ts';
import { type Failure, verify } from '../../verify/verify.ts';
import { randomFrom } from '../auditor/generate-network.ts';
import { generateMunicipality } from '../support/generate-municipality.ts';
import { COSTING_MUTATIONS } from './costing-mutations.ts';
import { financingInMemory } from './financing-in-memory.ts';
import { FINANCING_MUTATIONS } from './financing-mutations.ts';
import { draftOf, type Mutation, repair, type Touched } from './mutate.ts';
import { reorganise } from './reorganise.ts';
import { runInMemory } from './run-in-memory.ts';

/** A row is named by its key; a flow also by a node that no longer balances, a weight by a node that gets another share. */
function names({ table, key }: Touched, failure: Failure): boolean {
  if (failure.table === table && failure.key === key) return true;
  const isNode = key.split('|', 2).some((node) => failure.key.split('|')[0] === node);
  if (table === 'flows') return isNode && failure.table === 'flows';
  return table === 'weights' && isNode && ['weights', 'throughput'].includes(failure.table);
}

function costingRuns(): Run[] {
  const runs: Run[] = [];
  for (let seed = 1; runs.length < 50; seed++) {
    const municipality = generateMunicipality(seed);
    const run = runInMemory(seed % 3 === 0 ? reorganise(municipality, seed) : municipality);
    if (run && run.tables['ends']!.length > 2 && run.tables['prices']!.length > 0) runs.push(run);
  }
  return runs;
}

const followedYears = (): Run[] => Array.from({ length: 40 }, (_, seed) => financingInMemory(seed));

it.each<[string, number, () => Run[], readonly Mutation[], number]>([
  ['a costing run', 1_000, costingRuns, COSTING_MUTATIONS, 70],
  ['a followed year', 400, followedYears, FINANCING_MUTATIONS, 70],
])(
  '%s: %i mutations with all hashes repaired are all caught, by table and key',
  (_, count, make, mutations, kinds) => {
    const runs = make();
    const missed: string[] = [];
    const tried = new Map<string, number>();
    for (let seed = 0, done = 0; done < count; seed++) {
      const random = randomFrom(seed);
      const run = runs[seed % runs.length]!;
      const mutation = mutations[random.below(mutations.length)]!;
      const draft = draftOf(run);
      const touched = mutation.apply(draft, random);
      if (!touched) continue;
      done++;
      tried.set(mutation.about, (tried.get(mutation.about) ?? 0) + 1);
      const { failures } = verify(repair(run, draft));
      if (!failures.some((failure) => touched.some((row) => names(row, failure))))
        missed.push(
          `seed ${seed}: ${mutation.about} ${JSON.stringify(touched)} → ${JSON.stringify(failures.slice(0, 3))}`,
        );
    }
    expect(missed).toEqual([]);
    expect(tried.size).toBeGreaterThan(kinds);
  },
);
