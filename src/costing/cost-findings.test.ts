// Every finding of costing: a case that raises it, and the nearest case that does not.

import { describe, expect, it } from 'vitest';
import {
  account,
  centre,
  codes,
  exact,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  services,
  share,
  shares,
  unit,
  units,
  volume,
} from '../../test/support/hand-made-model.ts';
import type { Finding } from '../findings/finding.ts';
import type { DriverRow, DriverRule, Model } from '../model/model.ts';
import { cost } from './cost.ts';

const nursing = service('home-nursing', 'hour');
const practical = service('practical-assistance', 'hour');
const days = service('nursing-home', 'day');
const cafe = service('cafe', undefined);
const home = unit('home', 'provider', {
  responsibilities: codes('4710-4719'),
  columns: new Map([['fte', exact(10)]]),
});
const town = unit('town', 'provider', {
  responsibilities: codes('4720'),
  columns: new Map([['fte', exact(30)]]),
});
const kitchen = unit('kitchen', 'support', { responsibilities: codes('4800') });

type Case = {
  readonly model?: Partial<Parameters<typeof handMadeModel>[0]>;
  readonly accounts?: Parameters<typeof cost>[0]['accounts'];
  readonly volumes?: Parameters<typeof cost>[0]['volumes'];
};

/** One provider, one service, one pool to it: no findings until a case changes something. */
function findingsOf({ model, accounts, volumes }: Case): Finding[] {
  const whole = handMadeModel({
    units: [home, town, kitchen],
    services: [nursing],
    pools: [pool('care', share('equal', ownServices('home-nursing')))],
    ...model,
  });
  return cost({
    model: whole,
    accounts: accounts ?? [account('4710', 1000)],
    volumes: volumes ?? [volume(nursing, 'home', 10)],
  }).findings;
}

const to = (driver: string, target = services('home-nursing', 'practical-assistance')) => ({
  pools: [pool('care', share(driver, target))],
  services: [nursing, practical],
});
const table = (...rows: Partial<DriverRow>[]): DriverRule => ({
  kind: 'table',
  file: 'data/t.csv',
  rows: rows.map((row, i) => ({ quantity: exact(1), row: i + 2, ...row })),
});
const minutes = (stated: Record<string, number>, capacity?: number): DriverRule => ({
  kind: 'minutes',
  minutes: new Map(Object.entries(stated).map(([id, each]) => [id, new Map([['', exact(each)]])])),
  ...(capacity === undefined ? {} : { capacity: new Map([['', exact(capacity)]]) }),
});
const bothAtHome = [volume(nursing, 'home', 10), volume(practical, 'home', 30)];
const inBothUnits = [volume(nursing, 'home', 10), volume(nursing, 'town', 30)];
const driven = (
  rule: DriverRule & { negative?: 'zero' | 'magnitude' },
  target = ownServices(nursing.id, practical.id),
): Case => ({
  model: { ...to('d', target), drivers: { d: rule } },
  volumes: bothAtHome,
});

/** A table that names practical assistance at a unit that has none of it. */
const namesPractical = (quantity: number): Case => ({
  ...driven(
    table(
      { unit: 'home', service: nursing.id },
      { unit: 'home', service: practical.id, quantity: exact(quantity) },
    ),
  ),
  volumes: [volume(nursing, 'home', 10)],
});

it('a sound model has nothing to tell', () => {
  expect(findingsOf({})).toEqual([]);
});

describe.each<[string, Case, Case]>([
  [
    'costing/no-accounts',
    { accounts: [account('4710', 1, { year: 2024 }), account('4710', 1, { kind: 'budget' })] },
    { accounts: [account('4710', 1)] },
  ],
  [
    'costing/pool-took-nothing',
    {
      model: {
        pools: [
          pool('cars', share('equal', ownServices(nursing.id)), { test: { responsibility: codes('4711') } }),
          pool('care', share('equal', ownServices(nursing.id))),
        ],
      },
    },
    {
      model: {
        pools: [
          pool('cars', share('equal', ownServices(nursing.id)), { test: { responsibility: codes('4710') } }),
        ],
      },
    },
  ],
  [
    'costing/unknown-nature',
    {
      model: {
        pools: [{ ...pool('care', share('equal', ownServices(nursing.id))), nature: undefined } as never],
      },
      accounts: [account('4710', 1, { article: '010' })],
    },
    {
      model: {
        pools: [{ ...pool('care', share('equal', ownServices(nursing.id))), nature: undefined } as never],
        natures: [{ nature: 'wages', articles: codes('010') }],
      },
      accounts: [account('4710', 1, { article: '010' })],
    },
  ],
  [
    'costing/posting-without-unit',
    { accounts: [account('4710', 1), account('4999', 312_000)] },
    {
      model: {
        pools: [
          pool('lost', { kind: 'not-costed', name: 'lost' }, { test: { responsibility: codes('4999') } }),
          pool('care', share('equal', ownServices(nursing.id))),
        ],
      },
      accounts: [account('4710', 1), account('4999', 312_000)],
    },
  ],
  [
    'costing/posting-without-unit',
    {
      model: {
        pools: [pool('care', { kind: 'own-unit' }, { units: ['home'] }), REST],
        centres: [centre('home', 'equal', ownServices(nursing.id))],
      },
      accounts: [account('4710', 1), account('4999', 1)],
    },
    {
      model: {
        pools: [
          pool('care', { kind: 'own-unit' }, { units: ['home'], test: { article: codes('010') } }),
          REST,
        ],
      },
      accounts: [account('4710', 1, { article: '010' }), account('4999', 1)],
    },
  ],
  [
    'costing/unit-without-rule',
    { model: { pools: [pool('care', { kind: 'own-unit' })] } },
    {
      model: {
        pools: [pool('care', { kind: 'own-unit' })],
        centres: [centre('home', 'equal', ownServices(nursing.id))],
      },
    },
  ],
  [
    'costing/nothing-to-share-by',
    driven(shares({ [days.id]: 1 })),
    driven(shares({ [days.id]: '50 %', [nursing.id]: '50 %' })),
  ],
  [
    'costing/nothing-to-share-by',
    { volumes: [volume(nursing, 'town', 1)] },
    { volumes: [volume(nursing, 'home', 1)] },
  ],
  [
    'costing/nothing-to-share-by',
    {
      model: {
        method: { kind: 'direct' },
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [centre('kitchen', 'equal', units('it')), centre('home', 'equal', ownServices(nursing.id))],
        units: [home, kitchen, unit('it', 'support')],
      },
      accounts: [account('4800', 1)],
    },
    {
      model: {
        method: { kind: 'direct' },
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [
          centre('kitchen', 'equal', units('it', 'home')),
          centre('home', 'equal', ownServices(nursing.id)),
        ],
        units: [home, kitchen, unit('it', 'support')],
      },
      accounts: [account('4800', 1)],
    },
  ],
  [
    'costing/negative-driver',
    driven(shares({ [nursing.id]: '150 %', [practical.id]: '-50 %' })),
    driven({ ...shares({ [nursing.id]: '150 %', [practical.id]: '-50 %' }), negative: 'zero' }),
  ],
  [
    'costing/negative-driver',
    driven(table({ service: nursing.id }, { service: practical.id, quantity: exact(-2) })),
    driven({
      ...table({ service: nursing.id }, { service: practical.id, quantity: exact(-2) }),
      negative: 'magnitude',
    }),
  ],
  [
    'costing/mixed-measures',
    {
      model: {
        pools: [pool('care', share('volumes', ownServices(nursing.id, days.id)))],
        services: [nursing, days],
      },
      volumes: [volume(nursing, 'home', 1), volume(days, 'home', 1)],
    },
    {
      model: {
        pools: [pool('care', share('volumes', ownServices(nursing.id, days.id)))],
        services: [nursing, days],
      },
      volumes: [volume(nursing, 'home', 1), volume(days, 'town', 1)],
    },
  ],
  [
    'costing/driver-too-coarse',
    driven({ kind: 'column', column: 'fte' }),
    {
      model: {
        pools: [pool('care', share('d', services(nursing.id)))],
        drivers: { d: { kind: 'column', column: 'fte' } },
      },
      volumes: inBothUnits,
    },
  ],
  [
    'costing/driver-too-coarse',
    {
      model: {
        pools: [pool('care', share('d', services(nursing.id)))],
        drivers: { d: table({ service: nursing.id }) },
      },
      volumes: inBothUnits,
    },
    {
      model: {
        pools: [pool('care', share('d', services(nursing.id)))],
        drivers: { d: table({ service: nursing.id, unit: 'home' }, { service: nursing.id, unit: 'town' }) },
      },
      volumes: inBothUnits,
    },
  ],
  [
    'costing/no-minutes',
    driven(minutes({ [nursing.id]: 60 })),
    driven(minutes({ [nursing.id]: 60, [practical.id]: 0 })),
  ],
  [
    'costing/over-capacity',
    driven(minutes({ [nursing.id]: 60, [practical.id]: 60 }, 2399)),
    driven(minutes({ [nursing.id]: 60, [practical.id]: 60 }, 2400)),
  ],
  ['costing/cost-without-activity', namesPractical(3), namesPractical(0)],
  [
    'costing/activity-without-cost',
    { volumes: inBothUnits },
    { volumes: inBothUnits, accounts: [account('4710', 1), account('4720', 1)] },
  ],
  [
    'costing/parked',
    { model: { pools: [REST] } },
    { model: { pools: [pool('rest', { kind: 'external', name: 'church' })] } },
  ],
  [
    'costing/closed-loop',
    {
      model: {
        units: [kitchen, unit('it', 'support')],
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [centre('kitchen', 'equal', units('it')), centre('it', 'equal', units('kitchen'))],
      },
      accounts: [account('4800', 1)],
    },
    {
      model: {
        units: [kitchen, unit('it', 'support'), home],
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [
          centre('kitchen', 'equal', units('it', 'home')),
          centre('it', 'equal', units('kitchen')),
          centre('home', 'equal', ownServices(nursing.id)),
        ],
      },
      accounts: [account('4800', 1)],
    },
  ],
  [
    'costing/no-volumes',
    { volumes: [volume(nursing, 'home', 1, { state: 'granted' })] },
    { volumes: [volume(nursing, 'home', 1, { state: 'granted' }), volume(nursing, 'home', 1)] },
  ],
  [
    'costing/unknown-volume',
    { volumes: [volume(nursing, 'home', 1), volume(days, 'home', 1)] },
    { volumes: [volume(nursing, 'home', 1), volume(days, 'home', 1, { state: 'granted' })] },
  ],
  [
    'costing/unknown-volume',
    { volumes: [volume(nursing, 'home', 1, { level: 'high' })] },
    {
      model: { services: [service(nursing.id, 'hour', { levels: [{ name: 'high', weight: exact(2) }] })] },
      volumes: [volume(nursing, 'home', 1, { level: 'high' })],
    },
  ],
  [
    'costing/concept-out-of-date',
    {
      model: {
        concepts: [concept('AGD4', 2010, 2024)],
        pools: [pool('care', share('equal', ownServices(nursing.id)), { concept: 'AGD4' }), REST],
      },
    },
    {
      model: {
        concepts: [concept('AGD4', 2010, 2025)],
        pools: [pool('care', share('equal', ownServices(nursing.id)), { concept: 'AGD4' }), REST],
      },
    },
  ],
])('%s', (rule, raising, near) => {
  it('is told', () => {
    expect(findingsOf(raising).map((finding) => finding.rule)).toContain(rule);
  });
  it('is not told in the nearest sound case', () => {
    expect(findingsOf(near).map((finding) => finding.rule)).not.toContain(rule);
  });
});

function concept(name: string, from: number, to: number): Model['concepts'][number] {
  return { name, articles: codes('010-480'), formula: '010..480', source: 'test', years: { from, to } };
}

const find = (rule: string, given: Case): Finding =>
  findingsOf(given).find((finding) => finding.rule === rule)!;

describe('what the findings say', () => {
  it('a responsibility without unit, with its amount', () => {
    expect(
      find('costing/posting-without-unit', { accounts: [account('4999', 312_000, { rows: 3 })] }),
    ).toEqual({
      rule: 'costing/posting-without-unit',
      severity: 'warning',
      message: 'the pool "care" goes to the posting\'s own unit, and no unit has responsibility 4999',
      remedy: 'Give the responsibility to a unit in the units file, or put a pool for it above this one.',
      where: { file: 'innsats.yaml', line: 1, position: 1, key: 'care' },
      count: 3,
      amountOre: 31_200_000n,
    });
  });

  it('postings without a responsibility', () => {
    expect(
      find('costing/posting-without-unit', { accounts: [account('', 312_000, { rows: 3 })] }),
    ).toMatchObject({
      message: 'the pool "care" goes to the posting\'s own unit, and 3 postings have no responsibility',
      remedy: 'Give the postings a responsibility, or put a pool for them above this one.',
    });
  });

  it('what is parked, by reason', () => {
    const parked = find('costing/parked', {
      model: {
        pools: [
          pool('odd', { kind: 'park', reason: 'unclear' }, { test: { article: codes('999') } }),
          pool('care', { kind: 'own-unit' }),
        ],
      },
      accounts: [account('4710', '1000.50'), account('4999', 2), account('4710', -3, { article: '999' })],
    });
    expect(parked.message).toBe(
      '1\u00a0000,50 kr (no rule for home to pass cost on), −3,00 kr (unclear), 2,00 kr (no unit for responsibility 4999) found no place.',
    );
    expect([parked.count, parked.amountOre]).toEqual([3, 99_950n]);
  });

  it('a negative row by file and row', () => {
    const { where, message } = find(
      'costing/negative-driver',
      driven(table({ service: nursing.id, quantity: exact(-2) })),
    );
    expect(where).toEqual({ file: 'data/t.csv', row: 2, column: 'quantity' });
    expect(message).toBe('the driver "d" is negative (-2.00), and a share cannot be');
  });

  it('a closed loop by its members', () => {
    const loop = find('costing/closed-loop', {
      model: {
        units: [kitchen, unit('it', 'support')],
        pools: [pool('all', { kind: 'own-unit' })],
        centres: [centre('kitchen', 'equal', units('it')), centre('it', 'equal', units('kitchen'))],
      },
      accounts: [account('4800', 1)],
    });
    expect(loop.message).toBe('these pass cost only to each other, so it never comes out: it, kitchen');
    expect(loop.severity).toBe('error');
  });

  it('many objects without cost: twenty one by one, and the rest counted', () => {
    const volumes = Array.from({ length: 30 }, (_, i) => volume(nursing, `u${100 + i}`, 1));
    const found = findingsOf({ volumes, accounts: [] }).filter(
      ({ rule }) => rule === 'costing/activity-without-cost',
    );
    expect(found).toHaveLength(21);
    expect(found[0]!.message).toBe('home-nursing · u100 has volume in 2025 and no cost');
    expect([found[20]!.message, found[20]!.count]).toEqual(['and 10 more cost objects like these', 10]);
  });

  it('cost without activity, with its amount', () => {
    expect(find('costing/cost-without-activity', namesPractical(3)).amountOre).toBe(75_000n);
  });
});

it('an open service takes part only where it is named, or where the target lists nothing else', () => {
  const amounts = (driver: string, target = ownServices(nursing.id, cafe.id), rule = {}) => {
    const { costs } = cost({
      model: handMadeModel({
        units: [home],
        services: [nursing, cafe],
        pools: [pool('care', share(driver, target))],
        drivers: rule,
      }),
      accounts: [account('4710', 100)],
      volumes: [volume(nursing, 'home', 10)],
    });
    return Object.fromEntries(costs!.objects.map((object) => [object.service, object.amountOre]));
  };
  expect(amounts('equal')).toEqual({ 'home-nursing': 10_000n });
  expect(amounts('equal', ownServices(cafe.id))).toEqual({ 'home-nursing': 0n, cafe: 10_000n });
  expect(amounts('d', undefined, { d: shares({ [nursing.id]: '60 %', [cafe.id]: '40 %' }) })).toEqual({
    'home-nursing': 6_000n,
    cafe: 4_000n,
  });
});
