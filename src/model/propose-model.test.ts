// The first model that `innsats init` writes: always readable, honest about 254, every function accounted for.

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_FIELDS, type Account } from '../tables/ledger.ts';
import { isKostraFunction, KOSTRA_FUNCTIONS } from './codes/kostra-functions.ts';
import { conceptsFor } from './concepts-for.ts';
import { matchesCode } from './match-code.ts';
import type { Model } from './model.ts';
import { type ModelProposal, proposeModel } from './propose-model.ts';
import { readModelBytes } from './read-model.ts';

const PROPOSAL: ModelProposal = {
  region: '040200',
  year: 2019,
  ledgerFiles: ['0A_V2019_K4_R040200.dat'],
  volumesFile: 'volumes.csv',
  functions: ['202', '222', '253', '254', '261', '870'].map((code) => ({
    function: code,
    amountOre: 100_000_000n,
  })),
  volumes: [{ service: 'institution', measure: 'day', quantity: '60000', functions: ['253', '261'] }],
};

function readProposed(proposal: ModelProposal): Model {
  const reading = readModelBytes(new TextEncoder().encode(proposeModel(proposal)), 'innsats.yaml');
  if (!reading.model) throw new Error(JSON.stringify(reading.findings));
  // A table may name a function that its year does not have: that is said, and everything still finds a pool.
  expect(reading.findings.filter(({ rule }) => rule !== 'model/function-year')).toEqual([]);
  return reading.model;
}

const accountOf = (fields: Partial<Account>): Account =>
  ({ ...Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, ''])), ...fields }) as Account;

/** The pool that takes an account: the first that fits. */
function poolOf(model: Model, account: Account) {
  const concepts = new Map(conceptsFor(model).map((concept) => [concept.name, concept]));
  return model.costing.pools.find(
    ({ test, concept }) =>
      ACCOUNT_FIELDS.every((field) =>
        matchesCode(account[field], test[field] ?? [{ from: account[field], to: account[field] }]),
      ) &&
      (concept === undefined || matchesCode(account.article, concepts.get(concept)?.articles ?? [])),
  );
}

describe('a proposed model', () => {
  it('costs a service by its functions within AGD4', () => {
    const model = readProposed(PROPOSAL);
    expect(model.costing.method).toEqual({ kind: 'direct' });
    expect(model.costing.pools.find(({ name }) => name === 'institution')).toMatchObject({
      test: { function: [{ from: '253' }, { from: '261' }] },
      concept: 'AGD4',
      goes: { kind: 'share', driver: 'volumes', to: { kind: 'services', services: ['institution'] } },
    });
    expect(model.growth).toMatchObject([
      { year: 2020, source: 'not stated yet: write the growth you expect' },
    ]);
  });

  it.each<[Partial<Account>, string]>([
    [{ class: '1', function: '253', article: '010' }, 'institution'],
    [{ class: '1', function: '253', article: '710' }, 'institution'],
    [{ class: '1', function: '253', article: '600' }, 'institution-outside'],
    [{ class: '0', function: '253', article: '010' }, 'investments'],
    [{ class: '1', function: '202', article: '010' }, 'other-services'],
    [{ class: '1', function: '254', article: '010' }, 'other-services'],
    [{ class: '1', function: '870', article: '500' }, 'financing'],
    [{ class: '1', function: '999', article: '500' }, 'rest'],
  ])('%j goes to %s', (fields, pool) => {
    expect(poolOf(readProposed(PROPOSAL), accountOf(fields))?.name).toBe(pool);
  });

  it('names the largest functions that have no volumes', () => {
    const functions = [...PROPOSAL.functions, { function: '201', amountOre: 12_310_000_000n }];
    expect(proposeModel({ ...PROPOSAL, functions })).toContain(
      '    #   201 Barnehage: 123.1 mio.\n    #   202 Grunnskole',
    );
  });

  it.each(['hour', 'timer', 'Hours'])('does not offer 254 ÷ %s as a unit price, and says why', (measure) => {
    const volumes = [{ service: 'hjemmehjelp', measure, quantity: '200000', functions: ['254'] }];
    const text = proposeModel({ ...PROPOSAL, volumes });
    expect(text).toContain(
      '# Function 254 divided by hours is no unit price: 254 holds personal assistance, staffed housing',
    );
    const model = readProposed({ ...PROPOSAL, volumes });
    expect(poolOf(model, accountOf({ class: '1', function: '254', article: '010' }))?.goes.kind).toBe(
      'not-costed',
    );
    expect(model.services.map(({ id }) => id)).toEqual(['hjemmehjelp']);
  });

  it('shares functions between services of one measure, and parks them for services of several', () => {
    const row = (service: string, measure: string, functions: string[]) => ({
      service,
      measure,
      quantity: '1',
      functions,
    });
    const volumes = [
      row('Langtid (døgn)', 'day', ['253']),
      row('korttid', 'day', ['253', '261']),
      row('skole', 'pupil', ['202', '222']),
      row('sfo', 'place', ['222', '215']),
      row('rest', 'piece', ['373']),
    ];
    const model = readProposed({ ...PROPOSAL, volumes });
    const goes = (code: string) =>
      poolOf(model, accountOf({ class: '1', function: code, article: '010' }))?.goes;
    expect(goes('261')).toMatchObject({ kind: 'share', to: { services: ['korttid', 'langtid-døgn'] } });
    expect(goes('215')).toEqual({ kind: 'park', reason: 'shared by services of different measures' });
    expect(goes('373')).toMatchObject({ kind: 'share', to: { services: ['rest'] } });
    expect(model.activity[0]?.services).toEqual(new Map([['Langtid (døgn)', 'langtid-døgn']]));
  });

  it('is readable whatever the table of volumes holds, and every account finds a pool', () => {
    const code = fc.oneof(
      fc.constantFrom(...KOSTRA_FUNCTIONS.map((entry) => entry.code)),
      fc.string({ maxLength: 4 }),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'rest',
        'support',
        'own',
        'true',
        '253',
        'Døgn: "x" #1',
        'a\nb',
        'hour',
        'all units',
        'not-in-price',
      ),
    );
    const row = fc.record({
      service: text,
      measure: text,
      quantity: text,
      functions: fc.array(code, { maxLength: 3 }),
    });
    const found = fc.record({
      function: code,
      amountOre: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.array(found, { maxLength: 8 }),
        text,
        (volumes, functions, path) => {
          const ledgerFiles = [path.trim() || 'a.dat'];
          const model = readProposed({ ...PROPOSAL, volumes, functions, ledgerFiles });
          for (const entry of functions)
            expect(poolOf(model, accountOf({ class: '1', function: entry.function }))).toBeDefined();
        },
      ),
      { numRuns: 200 },
    );
  });
});

const file = new URL('../../../shared/data/kostra/0A_V2019_K4_R040200.dat', import.meta.url);
describe.skipIf(!existsSync(file))('proposed for a real file', () => {
  it('gives institutions the adjusted gross expense that is published', () => {
    const lines = existsSync(file)
      ? readFileSync(file, 'latin1')
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')
      : [];
    const records = lines.map((line) => ({
      account: accountOf({
        class: line.slice(31, 32),
        function: line.slice(32, 36).trim(),
        article: line.slice(36, 39),
      }),
      thousand: Number(line.slice(39, 48)),
    }));
    const codes = [...new Set(records.map(({ account }) => account.function))];
    expect(codes.every((code) => isKostraFunction(code, 2019))).toBe(true);
    const functions = codes.map((code) => ({ function: code, amountOre: 1n }));
    const model = readProposed({ ...PROPOSAL, functions });
    const sums = new Map<string, number>();
    for (const { account, thousand } of records) {
      const name = poolOf(model, account)?.name ?? '';
      sums.set(name, (sums.get(name) ?? 0) + thousand);
    }
    expect(sums.get('institution')).toBe(181_474 + 13_193);
    expect(sums.has('rest')).toBe(false);
    expect(sums.has('')).toBe(false);
  });
});
