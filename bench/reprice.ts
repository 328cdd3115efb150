// One changed driver → all prices, measured against one pass over the year's volumes; and that it does not depend on
// how many activity records the volumes stand for.

import { assignAccounts } from '../src/costing/assign-accounts.ts';
import { costAssigned } from '../src/costing/cost.ts';
import { sumYearVolumes } from '../src/costing/year-volumes.ts';
import type { Driver, Model } from '../src/model/model.ts';
import { price } from '../src/prices/price.ts';
import type { Volume } from '../src/tables/activity.ts';
import type { AccountTotal } from '../src/tables/ledger.ts';
import type { PriceList } from '../src/tables/prices.ts';
import {
  AT,
  account,
  centre,
  codes,
  exact,
  growth,
  handMadeModel,
  ownServices,
  pool,
  service,
  share,
  unit,
  units,
} from '../test/support/hand-made-model.ts';
import { type Measured, medianMs } from './measured.ts';

const [PROVIDERS, SERVICES, MONTHS, RUNS] = [250, 60, 12, 7];
const SUPPORT = ['kitchen', 'vehicles', 'it', 'premises', 'management', 'payroll'];
const providers = Array.from({ length: PROVIDERS }, (_, i) => `unit-${String(i).padStart(3, '0')}`);
const services = Array.from({ length: SERVICES }, (_, i) =>
  service(`service-${String(i).padStart(2, '0')}`, i % 3 === 0 ? 'day' : 'hour'),
);

/** Minutes per measure of every service; the first service's are what the slider moves. */
const paidTime = (minutes: number): Driver => ({
  name: 'paid-time',
  kind: 'minutes',
  negative: 'refuse',
  at: AT,
  minutes: new Map(services.map(({ id }, i) => [id, new Map([['', exact(i === 0 ? minutes : 30 + i)]])])),
});

/** A large municipality: 250 provider units with all 60 services, six support units that serve each other. */
export function largeModel(): Model {
  const own = ownServices(...services.map(({ id }) => id));
  const all = units(...SUPPORT, ...providers);
  return handMadeModel({
    units: [...SUPPORT, ...providers].map((id, i) =>
      unit(id, i < SUPPORT.length ? 'support' : 'provider', {
        responsibilities: codes(String(1000 + i)),
        columns: new Map([['fte', exact(3 + ((i * 7) % 40))]]),
      }),
    ),
    services,
    pools: [
      pool('wages', { kind: 'own-unit' }, { test: { article: codes('010-099') } }),
      pool('goods', { kind: 'own-unit' }, { test: { article: codes('100-290') }, nature: 'goods' }),
      pool('cars', share('fte', units(...providers)), {
        test: { article: codes('370') },
        nature: 'purchased',
      }),
      pool('night', share('paid-time', own), { test: { article: codes('400') }, paidAs: 'base' }),
      pool('refunds', { kind: 'follows', pool: 'wages' }, { test: { article: codes('710') } }),
      pool('rest', { kind: 'park', reason: 'not yet placed' }),
    ],
    centres: [
      ...SUPPORT.map((id) => centre(id, 'fte', all)),
      centre('providers', 'paid-time', own, { units: providers }),
    ],
    drivers: {
      fte: { kind: 'column', column: 'fte' },
      'paid-time': paidTime(60),
    },
    growth: [growth(2026, { all: '4.2 %' })],
    pricing: { roundToOre: 100n },
  });
}

/** Some 20,000 account strings: every unit with six articles in fourteen functions. */
export const accounts: AccountTotal[] = [...SUPPORT, ...providers].flatMap((_, i) =>
  ['010', '030', '115', '370', '400', '710'].flatMap((article, j) =>
    Array.from({ length: 14 }, (_, k) =>
      account(String(1000 + i), 70_000 + i * 1_013 + j * 7_001 + k, { article, function: String(240 + k) }),
    ),
  ),
);

/** One row per unit, service and month, as the register's `records` records reduce to. */
export function volumeTable(records: number): Volume[] {
  const cells = PROVIDERS * SERVICES * MONTHS;
  return providers.flatMap((unitId, u) =>
    services.flatMap((of, s) =>
      Array.from({ length: MONTHS }, (_, m) => ({
        state: 'delivered' as const,
        service: of.id,
        unit: unitId,
        level: '',
        year: 2025,
        month: m + 1,
        parts: BigInt(Math.round((records / cells) * 1_000 * (1 + ((u * 31 + s * 17 + m) % 13)))),
        rows: Math.round(records / cells),
      })),
    ),
  );
}

/** The yardstick: parts per object by a string key. */
export function onePass(volumes: readonly Volume[]): number {
  const sums = new Map<string, bigint>();
  for (const { service: of, unit: at, level, parts } of volumes) {
    const key = `${of}/${at}/${level}`;
    sums.set(key, (sums.get(key) ?? 0n) + parts);
  }
  return sums.size;
}

/** Everything that a changed driver runs again; accounts keep their pools and volumes their sums. */
function repricer(volumes: readonly Volume[]): (minutes: number) => PriceList {
  const model = largeModel();
  const assigned = assignAccounts(model, accounts);
  const sums = sumYearVolumes(model, volumes);
  return (minutes) => {
    const drivers = new Map(model.costing.drivers).set('paid-time', paidTime(minutes));
    const changed = { ...model, costing: { ...model.costing, drivers } };
    const { costs } = costAssigned(changed, assigned, sums);
    const prices = costs && price({ model: changed, costs }).prices;
    if (!prices) throw new Error('the large model was refused');
    return prices;
  };
}

/** Interleaved, median of 7. */
export async function benchReprice(): Promise<Measured[]> {
  const [large, small] = [volumeTable(10_000_000), volumeTable(300_000)];
  const [repriceLarge, repriceSmall] = [repricer(large), repricer(small)];
  if (repriceLarge(60).prices[0]!.publishedOre === repriceLarge(61).prices[0]!.publishedOre)
    throw new Error('the changed driver moved no price');
  const [pass, tenMillion, third] = await medianMs(RUNS, [
    () => onePass(large),
    (round) => repriceLarge(61 + round),
    (round) => repriceSmall(61 + round),
  ]);
  const ms = (time: number): string => `${time.toFixed(0)} ms`;
  return [
    {
      name: 'one changed key → all prices ÷ one pass over the volumes',
      ratio: tenMillion / pass,
      aim: 20,
      detail: `${ms(tenMillion)} ÷ ${ms(pass)}; ${PROVIDERS} units × ${SERVICES} services`,
    },
    {
      name: 'one changed key → all prices, 10 M ÷ 0.3 M activity rows',
      ratio: tenMillion / third,
      aim: 1.5,
      detail: `${ms(tenMillion)} ÷ ${ms(third)}`,
    },
  ];
}
