// The shape of the network: who hands on to whom, what the methods leave out, and what is parked.

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
import type { Model } from '../model/model.ts';
import type { Network } from '../tables/network.ts';
import { assignAccounts } from './assign-accounts.ts';
import { buildNetwork } from './build-network.ts';
import { sumYearVolumes } from './year-volumes.ts';

const nursing = service('nursing', 'hour');
const stay = service('stay', 'day', {
  levels: [
    { name: 'low', weight: exact('1.00') },
    { name: 'high', weight: exact('1.18') },
    { name: 'none', weight: exact(0) },
  ],
});
const volumes = [
  volume(nursing, 'home', 10),
  volume(stay, 'home', 900, { level: 'low' }),
  volume(stay, 'home', 100, { level: 'high' }),
  volume(stay, 'home', 5, { level: 'none' }),
];
const supportUnits = ['it', 'kitchen', 'payroll'].map((id, i) =>
  unit(id, 'support', { responsibilities: codes(String(i + 2)) }),
);
const own = ownServices('nursing', 'stay');

function networkOf(
  parts: Partial<Parameters<typeof handMadeModel>[0]>,
  accounts = [account('1', 100)],
): Network {
  const model: Model = handMadeModel({
    units: [unit('home', 'provider', { responsibilities: codes('1') }), ...supportUnits],
    services: [nursing, stay],
    pools: [pool('care', { kind: 'own-unit' })],
    centres: [centre('home', 'equal', own)],
    ...parts,
  });
  const assigned = assignAccounts(model, accounts);
  return buildNetwork(model, assigned.assignments, sumYearVolumes(model, volumes)).network;
}

const edgesOf = ({ nodes, edges }: Network, from = ''): string[] =>
  edges
    .map(({ from, to, weight }) => `${nodes[from]!.key} → ${nodes[to]!.key} ${weight}`)
    .filter((text) => text.startsWith(from));

describe('who hands on to whom', () => {
  it('pool → unit → services → levels', () => {
    expect(edgesOf(networkOf({}))).toEqual(
      [
        'pool:care/home → unit:home 1',
        'service:stay/home → object:stay/home/high 59',
        'service:stay/home → object:stay/home/low 450',
        'unit:home → object:nursing/home/ 1',
        'unit:home → service:stay/home 1',
      ].toSorted(),
    );
  });

  it('pool → activities of the unit → services', () => {
    const network = networkOf({
      pools: [
        pool('care', share('time', { kind: 'activities', activities: ['travel', 'visits'], own: true })),
      ],
      centres: [
        centre('travel', 'equal', ownServices('nursing'), { units: ['home'], activity: 'travel' }),
        centre('visits', 'equal', ownServices('nursing'), { units: ['home'], activity: 'visits' }),
      ],
      drivers: { time: shares({ travel: '20 %', visits: '80 %' }) },
    });
    expect(edgesOf(network)).toEqual([
      'activity:travel/home → object:nursing/home/ 1',
      'activity:visits/home → object:nursing/home/ 1',
      'pool:care/home → activity:travel/home 1',
      'pool:care/home → activity:visits/home 4',
    ]);
  });

  it('a pool that follows another is shared exactly as that one is, also through a third', () => {
    const network = networkOf(
      {
        pools: [
          pool('refunds', { kind: 'follows', pool: 'running' }, { test: { article: codes('710') } }),
          pool('running', { kind: 'follows', pool: 'care' }, { test: { article: codes('100') } }),
          pool('care', share('split', own)),
        ],
        drivers: { split: shares({ nursing: '70 %', stay: '30 %' }) },
      },
      ['710', '100', '010'].map((article) => account('1', 1, { article })),
    );
    for (const name of ['refunds', 'running', 'care'])
      expect(edgesOf(network, `pool:${name}`)).toEqual([
        `pool:${name}/home → object:nursing/home/ 7`,
        `pool:${name}/home → service:stay/home 3`,
      ]);
  });

  it('a unit hands nothing to itself, and the first rule that names it holds', () => {
    const network = networkOf(
      {
        pools: [pool('care', { kind: 'own-unit' })],
        centres: [
          centre('kitchen', 'equal', units('it', 'kitchen', 'home')),
          centre('support', 'equal', services('nursing'), { units: ['it', 'kitchen'] }),
          centre('home', 'equal', own),
        ],
      },
      [account('3', 1)],
    );
    expect(edgesOf(network, 'unit:kitchen')).toEqual([
      'unit:kitchen → unit:home 1',
      'unit:kitchen → unit:it 1',
    ]);
    expect(edgesOf(network, 'unit:it')).toEqual(['unit:it → object:nursing/home/ 1']);
  });

  it('cost objects stand wherever there is volume; pools only where there is cost', () => {
    const network = networkOf({ pools: [pool('gone', { kind: 'external', name: 'church' }), REST] }, [
      account('1', 5, { article: '010' }),
      account('1', -5, { article: '020' }),
      account('2', 7),
    ]);
    expect(network.nodes.map(({ key }) => key)).toEqual([
      'external:church',
      'object:nursing/home/',
      'object:stay/home/high',
      'object:stay/home/low',
      'object:stay/home/none',
      'pool:gone/it',
    ]);
    expect(network.own).toEqual([{ node: 5, strand: 0, amountOre: 700n }]);
  });
});

describe('what the method leaves out', () => {
  const all = units('it', 'kitchen', 'payroll', 'home');
  const serving = (method: Model['costing']['method']) =>
    networkOf(
      {
        method,
        centres: [...supportUnits.map(({ id }) => centre(id, 'equal', all)), centre('home', 'equal', all)],
      },
      ['1', '2', '3', '4'].map((responsibility) => account(responsibility, 1)),
    );
  const served = (method: Model['costing']['method'], id: string) =>
    edgesOf(serving(method), `unit:${id} `).map((text) => text.split(' ')[2]!.slice('unit:'.length));

  it.each<[Model['costing']['method'], string, string[]]>([
    [{ kind: 'reciprocal' }, 'it', ['home', 'kitchen', 'payroll']],
    [{ kind: 'direct' }, 'it', ['home']],
    [{ kind: 'direct' }, 'home', ['it', 'kitchen', 'payroll']],
    [{ kind: 'step-down', order: ['kitchen', 'it', 'payroll'] }, 'kitchen', ['home', 'it', 'payroll']],
    [{ kind: 'step-down', order: ['kitchen', 'it', 'payroll'] }, 'it', ['home', 'payroll']],
    [{ kind: 'step-down', order: ['kitchen', 'it', 'payroll'] }, 'payroll', ['home']],
    [{ kind: 'step-down', order: ['kitchen'] }, 'kitchen', ['home', 'it', 'payroll']],
    [{ kind: 'step-down', order: ['kitchen'] }, 'it', ['home']],
  ])('%o: %s serves %o', (method, id, expected) => {
    expect(served(method, id)).toEqual(expected);
  });
});

describe('what can go nowhere is parked with its reason', () => {
  const parkedIn = (parts: Parameters<typeof networkOf>[0], accounts?: Parameters<typeof networkOf>[1]) =>
    networkOf(parts, accounts)
      .nodes.filter(({ kind }) => kind === 'parked')
      .map(({ name }) => name);

  it.each<[string, Parameters<typeof networkOf>[0], string | undefined]>([
    ['by the model', { pools: [REST] }, 'not yet placed'],
    ['no unit', { units: supportUnits }, 'no unit for responsibility 1'],
    ['no rule', { centres: [] }, 'no rule for home to pass cost on'],
    [
      'nothing to share by',
      { pools: [pool('care', share('none', own))], drivers: { none: { kind: 'column', column: 'fte' } } },
      'nothing to share by: none',
    ],
    [
      'a service that is nowhere',
      { pools: [pool('care', share('equal', services('gone')))] },
      'nothing to share by: equal',
    ],
    [
      'only itself to serve',
      { centres: [centre('home', 'equal', units('home'))] },
      'nothing to share by: equal',
    ],
  ])('%s', (_, parts, reason) => {
    expect(parkedIn(parts)).toEqual([reason]);
  });

  it('several responsibilities without a unit are named together, the first five of them', () => {
    const accounts = ['96', '91', '92', '93', '94', '95', '95'].map((code, i) =>
      account(code, 1, { object: String(i) }),
    );
    expect(parkedIn({}, accounts)).toEqual(['no unit for responsibilities 91, 92, 93, 94, 95, …']);
  });
});
