// Financing years to try the stage on, each from one seed: units that are reached from January, later or never, with and
// without frame, budget, cost year, hours and places; bought care; prices that change; every basis, limits, transition.

import { type Random, randomFrom } from '../auditor/generate-network.ts';
import type { Exact, PlainOwn, PlainPrices, PlainService, PlainUnit, PlainYear } from './auditor.ts';
import { exact } from './auditor.ts';

/** Services of the generated municipality: two in hours that are one mix group at times, one in days with levels. */
const LEVELS: Record<string, readonly string[]> = {
  nursing: [''],
  practical: [''],
  stay: ['light', 'heavy'],
  alarm: [''],
};
const KEYS = Object.entries(LEVELS).flatMap(([service, levels]) =>
  levels.map((level) => `${service}/${level}`),
);

export function generateYear(seed: number): PlainYear {
  const random = randomFrom(seed);
  const isMixed = random.chance(50);
  const services: PlainService[] = [
    { id: 'nursing', per: 36_000n, isDay: false, group: isMixed ? 'home' : 'nursing' },
    { id: 'practical', per: 36_000n, isDay: false, group: isMixed ? 'home' : 'practical' },
    { id: 'stay', per: 1000n, isDay: true, group: 'stay' },
    { id: 'alarm', per: 1000n, isDay: false, group: 'alarm' },
  ];
  const ids = ['a', 'b', 'c', 'd'].slice(0, 1 + random.below(4));
  const periods = [priceList(random, 1, ids)];
  if (random.chance(40)) periods.push(priceList(random, 2 + random.below(11), ids));
  const through = 1 + random.below(12);
  const maybe = (percent: number, value: Exact): Exact | undefined =>
    random.chance(percent) ? value : undefined;
  return {
    through,
    weights: random.chance(50)
      ? [31n, 28n, 31n, 30n, 31n, 30n, 31n, 31n, 30n, 31n, 30n, 31n]
      : Array.from({ length: 12 }, () => 1n),
    services,
    periods,
    units: ids.map((id) => generateUnit(random, id)),
    isFrameVoted: random.chance(25),
    basis: (['granted', 'delivered', 'lesser'] as const)[random.below(3)]!,
    absence: new Set(random.chance(50) ? ['stay'] : []),
    empty: new Map(random.chance(50) ? [['stay', exact(BigInt(1 + random.below(4)), 4n)]] : []),
    floor: maybe(30, exact(95n, 100n)),
    ceiling: maybe(30, exact(103n, 100n)),
    transition: maybe(30, exact(1n + BigInt(random.below(9)), 10n)),
    turn: new Map(
      ['wages', 'goods', 'premises'].map((nature) => [nature, exact(100n + BigInt(random.below(9)), 103n)]),
    ),
    fixed: new Set(random.chance(40) ? ['premises'] : []),
  };
}

function priceList(random: Random, from: number, ids: readonly string[]): PlainPrices {
  const priced = KEYS.filter(() => random.chance(90));
  return {
    from,
    prices: new Map(priced.map((key) => [key, 100n * BigInt(300 + random.below(4000))])),
    supplements: new Map(
      ids
        .filter(() => random.chance(40))
        .map((id) => [`${id}/nursing`, exact(BigInt(1 + random.below(40_000)), BigInt(1 + random.below(7)))]),
    ),
    base: new Map(ids.filter(() => random.chance(60)).map((id) => [id, random.big(10n ** 9n)])),
  };
}

function generateUnit(random: Random, id: string): PlainUnit {
  const isOwn = random.chance(85);
  const keys = KEYS.filter(() => random.chance(55));
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const users = (): bigint => (random.chance(90) ? BigInt(1 + random.below(400)) : 0n);
  const parts = (): bigint => (random.chance(8) ? 0n : random.big(200_000_000n));
  const quantities = keys.flatMap((key) =>
    months.flatMap((month) => {
      if (random.chance(10)) return [];
      const granted = parts();
      const delivered = random.chance(70) ? (granted * BigInt(80 + random.below(30))) / 100n : parts();
      const lesser = granted < delivered ? granted : delivered;
      return [
        [key, month, 'granted', granted, users()],
        [key, month, 'delivered', delivered, users()],
        [key, month, 'lesser', lesser, users()],
        ...(key.startsWith('stay') ? [[key, month, 'absence', random.big(100_000n), 0n] as const] : []),
      ] as [string, number, string, bigint, bigint][];
    }),
  );
  return {
    ...{ id, isOwn, quantities },
    reachedFrom: [1, 1, 1, 2 + random.below(11), 13][random.below(5)]!,
    frame: random.chance(75)
      ? [
          [0, random.big(10n ** 10n)],
          ...months
            .filter(() => random.chance(20))
            .map((month) => [month, random.big(10n ** 9n) - 10n ** 8n] as [number, bigint]),
        ]
      : undefined,
    volumes: volumesOf(random),
    expenses: expensesOf(random, months),
    hours: new Map(months.filter(() => random.chance(85)).map((month) => [month, random.big(600_000_000n)])),
    places: new Map(months.filter(() => random.chance(60)).map((month) => [month, random.big(400_000n)])),
    own: ownYear(random, keys),
    ownBase: random.chance(50) ? exact(random.big(10n ** 12n), 1000n) : undefined,
  };
}

function volumesOf(random: Random): PlainUnit['volumes'] {
  return KEYS.filter(() => random.chance(50)).flatMap((key) => {
    const users = (): Exact | undefined =>
      random.chance(85) ? exact(BigInt(1 + random.below(4000)), 10n) : undefined;
    const parts = (): bigint => (random.chance(8) ? 0n : random.big(2_000_000_000n));
    if (random.chance(60)) return [[key, 0, parts(), users()] as const];
    const from = 1 + random.below(12);
    return Array.from({ length: 13 - from }, (_, i) => [key, from + i, parts(), users()] as const);
  });
}

function expensesOf(random: Random, months: readonly number[]): PlainUnit['expenses'] {
  const amount = (): bigint => random.big(10n ** 9n) - 10n ** 7n;
  return months
    .filter(() => random.chance(90))
    .flatMap((month) => [
      ['wages', 'wages', month, amount()] as const,
      ['goods', 'goods', month, amount()] as const,
      ...(random.chance(30) ? [['income', 'income', month, -amount()] as const] : []),
      ...(random.chance(50) ? [['premises', 'premises', month, amount()] as const] : []),
      ...(random.chance(50) ? [['fixed', 'wages', month, amount()] as const] : []),
    ]);
}

function ownYear(random: Random, keys: readonly string[]): PlainOwn[] {
  return keys
    .filter(() => random.chance(80))
    .map((key) => {
      const [service = '', level = ''] = key.split('/');
      const cost = (): Exact => exact(random.big(10n ** 13n), 1000n);
      return {
        ...{ service, level, parts: 1n + random.big(2_000_000_000n) },
        hours: random.chance(85) ? random.big(4_000_000_000n) : undefined,
        costs: new Map<string, Exact>([
          ['wages', cost()],
          ...(random.chance(80) ? [['goods', cost()] as const] : []),
          ...(random.chance(30) ? [['income', exact(-random.big(10n ** 8n))] as const] : []),
          ...(random.chance(40) ? [['premises', cost()] as const] : []),
        ]),
      };
    });
}
