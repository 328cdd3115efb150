import { expect, it } from 'vitest';
import { verify } from '../../verify/verify.ts';
import { generateMunicipality } from '../support/generate-municipality.ts';
import { reorganise } from './reorganise.ts';
import { runInMemory } from './run-in-memory.ts';

it('a run of the program passes every check: 300 generated municipalities, every third with heirs by shares', () => {
  let [runs, divided] = [0, 0];
  for (let seed = 1; runs < 300; seed++) {
    const plain = generateMunicipality(seed);
    const municipality = seed % 3 === 0 ? reorganise(plain, seed) : plain;
    const run = runInMemory(municipality);
    if (!run) continue;
    runs++;
    const heirs = municipality.model.organisation?.heirs ?? new Map();
    if ([...heirs.values()].some((those) => those.length > 1)) divided++;
    const { failures } = verify(run);
    expect({ seed, failures: failures.slice(0, 3) }).toEqual({ seed, failures: [] });
  }
  expect(divided).toBeGreaterThan(50);
});
