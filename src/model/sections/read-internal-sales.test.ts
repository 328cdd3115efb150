// Internal sales, postings of the financing and refunds in the model: what they become, how they are told, what is refused.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const withSales = (sales: string): string =>
  SAMPLE_MODEL.replace('  pools:\n', `  internal-sales:\n${sales}  pools:\n`);
const withPool = (pool: string): string => SAMPLE_MODEL.replace('    - rest:', `    - ${pool}\n    - rest:`);

const MEALS =
  '    - meals: { buys: { article: 290, units: solvang }, sells: { article: 690, units: kitchen }, by: object, tolerance: 100 kr }\n';
const ANY = '    - it-use: { buys: { article: 291 }, sells: { article: 691, function: 120 } }\n';

describe('internal sales in the model', () => {
  it('become two pools before all others, of one nature, that end where nothing is costed', async () => {
    const { model, findings } = await readModel(writeSample(withSales(MEALS + ANY)));
    expect(findings).toEqual([]);
    expect(model?.costing.internalSales).toMatchObject([
      { name: 'meals', bought: 'meals bought', sold: 'meals sold', by: 'object', toleranceOre: 10_000n },
      { name: 'it-use', bought: 'it-use bought', sold: 'it-use sold', toleranceOre: 0n },
    ]);
    const [bought, sold, any] = model?.costing.pools ?? [];
    expect(bought).toMatchObject({
      name: 'meals bought',
      label: { nb: 'meals: kjøpt internt', en: 'meals: bought internally' },
      test: { article: [{ from: '290', to: '290' }] },
      units: ['solvang'],
      nature: 'internal sales',
      goes: { kind: 'not-costed', name: 'internal sales meals' },
    });
    expect(sold).toMatchObject({ units: ['kitchen'], goes: bought?.goes, nature: bought?.nature });
    expect(any).toMatchObject({ name: 'it-use bought' });
    expect(any && 'units' in any).toBe(false);
    expect(model?.costing.pools).toHaveLength(4 + 12);
  });

  it('are told as one sentence each, with their amounts', async () => {
    const { model } = await readModel(writeSample(withSales(MEALS + ANY)));
    const amounts = new Map([
      ['meals bought', 910_000_000n],
      ['meals sold', -910_000_000n],
    ]);
    const told = describeModel(model!, { pool: amounts }).filter((one) => one.startsWith('Internal sales'));
    expect(told).toEqual([
      'Internal sales meals: what Solvang nursing home buys (article 290; 9.1 mio.) and Kitchen sells (article 690; −9.1 mio.) meet outside the cost, object by object; they must sum to zero, or to at most 100 kr.',
      'Internal sales it use: what all buy (article 291) and all sell (function 120 and article 691) meet outside the cost; they must sum to zero.',
    ]);
    expect(describeModel(model!).filter((one) => one.includes('bought'))).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'a side without postings',
      '    - meals: { buys: { article: 290 }, sells: {} }\n',
      'expected the postings that sell something',
    ],
    ['a side left out', '    - meals: { buys: { article: 290 } }\n', '"sells" is missing'],
    [
      'an unknown key',
      '    - meals: { buys: { art: 290 }, sells: { article: 690 } }\n',
      '"buys" has no key "art"',
    ],
    [
      'an unknown dimension',
      '    - meals: { buys: { article: 290 }, sells: { article: 690 }, by: colour }\n',
      'expected one of class',
    ],
    [
      'a tolerance without its unit',
      '    - meals: { buys: { article: 290 }, sells: { article: 690 }, tolerance: 100 }\n',
      'expected an amount such as 100 kr, found "100"',
    ],
    ['a name twice', MEALS + MEALS, '"meals" stands already'],
    [
      'an unknown unit',
      '    - meals: { buys: { units: kichen }, sells: { article: 690 } }\n',
      'no unit or group of units "kichen"',
    ],
    [
      'no list',
      '    meals: { buys: { article: 290 }, sells: { article: 690 } }\n',
      'expected a list of sales',
    ],
  ])('refuses %s', async (_, sales, message) => {
    const { model, findings } = await readModel(writeSample(withSales(sales)));
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding).join('\n')).toContain(message);
  });

  it('refuses a pair that makes a pool of a name that is taken', async () => {
    const clash = withSales(MEALS).replace('- cars:', '- meals sold:');
    const { findings } = await readModel(writeSample(clash));
    expect(findings.map(describeFinding)).toEqual([
      expect.stringContaining(
        'the internal sale "meals" makes a pool "meals sold", and there is one of that name.',
      ),
    ]);
  });
});

describe('postings of the financing itself', () => {
  it('are a pool that is marked, costed nowhere and told so', async () => {
    const { model, findings } = await readModel(
      writeSample(withPool('transfers: { article: 780, financing: true }')),
    );
    expect(findings).toEqual([]);
    const pool = model?.costing.pools.find(({ name }) => name === 'transfers');
    expect(pool).toMatchObject({ financing: true, goes: { kind: 'not-costed', name: 'financing' } });
    expect(model?.costing.pools.filter(({ financing }) => financing)).toHaveLength(1);
    expect(describeModel(model!)).toContain(
      'Transfers are of the financing itself: in no cost and no price, and no expense of the unit when it is compared with what it earns.',
    );
  });

  it.each<[string, string, string]>([
    [
      'two ways at once',
      'transfers: { article: 780, financing: true, park: later }',
      'found park and financing',
    ],
    [
      'false',
      'transfers: { article: 780, financing: false }',
      'expected true, or where the cost goes instead of it',
    ],
    ['another word', 'transfers: { article: 780, financing: yes please }', 'expected true or false'],
    [
      'a driver',
      'transfers: { article: 780, financing: true, driver: equal }',
      'a driver has no use beside "financing"',
    ],
  ])('refuses %s', async (_, pool, message) => {
    const { model, findings } = await readModel(writeSample(withPool(pool)));
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding).join('\n')).toContain(message);
  });
});

describe('pools that follow several', () => {
  it('are divided among them; one name is that pool', async () => {
    const { model, findings } = await readModel(
      writeSample(withPool('vat: { article: 729, answers: provider, follows: [cars, kitchen, cars] }')),
    );
    expect(findings).toEqual([]);
    expect(model?.costing.pools.find(({ name }) => name === 'vat')?.goes).toEqual({
      kind: 'follows-each',
      pools: ['cars', 'kitchen'],
    });
    expect(describeModel(model!)).toContain(
      'Vat follows cars and kitchen, each by what it holds at the unit; the providers answer for it.',
    );
    const one = await readModel(
      writeSample(withPool('vat: { article: 729, answers: provider, follows: [cars] }')),
    );
    expect(one.model?.costing.pools.find(({ name }) => name === 'vat')?.goes).toEqual({
      kind: 'follows',
      pool: 'cars',
    });
  });

  it.each<[string, string, string]>([
    [
      'a circle',
      'vat: { article: 729, answers: provider, follows: [cars, vat] }',
      'pools follow each other in a circle: vat → vat',
    ],
    [
      'an unknown pool',
      'vat: { article: 729, answers: provider, follows: [cars, kichen] }',
      'no pool "kichen"',
    ],
    [
      'an empty list',
      'vat: { article: 729, answers: provider, follows: [] }',
      'expected the name of a pool, or a list of them',
    ],
    [
      'money that nobody answers for',
      'vat: { article: 729, follows: [cars, kitchen] }',
      '"answers" is missing',
    ],
  ])('refuses %s', async (_, pool, message) => {
    const { model, findings } = await readModel(writeSample(withPool(pool)));
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding).join('\n')).toContain(message);
  });
});
