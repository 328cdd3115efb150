import { expect, it } from 'vitest';
import { verify } from '../../verify/verify.ts';
import { generateMunicipality } from '../support/generate-municipality.ts';
import { runInMemory } from './run-in-memory.ts';

it('a run of the program passes every check: 300 generated municipalities', () => {
  let runs = 0;
  for (let seed = 1; runs < 300; seed++) {
    const run = runInMemory(generateMunicipality(seed));
    if (!run) continue;
    runs++;
    const { failures } = verify(run);
    expect({ seed, failures: failures.slice(0, 3) }).toEqual({ seed, failures: [] });
  }
});
