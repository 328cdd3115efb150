// Small municipalities to try costing on, each from one seed: a model with every kind of destination and driver, the
// accounts of a year with expense and income, and volumes by unit, level and month.

import type {
  Centre,
  Destination,
  DriverRow,
  DriverRule,
  Model,
  Pool,
  Service,
  Unit,
} from '../../src/model/model.ts';
import { type Fraction, fraction } from '../../src/money/fraction.ts';
import type { Volume } from '../../src/tables/activity.ts';
import type { AccountTotal } from '../../src/tables/ledger.ts';
import { type Random, randomFrom } from '../auditor/generate-network.ts';
import {
  AT,
  account,
  centre,
  codes,
  exact,
  growth,
  handMadeModel,
  pool,
  REST,
  service,
  share,
  unit,
} from './hand-made-model.ts';

/** What costing reads. */
export type Municipality = {
  readonly model: Model;
  readonly accounts: readonly AccountTotal[];
  readonly volumes: readonly Volume[];
};

/** What a seed may be asked for: whether support units serve each other, and whether minutes have a capacity. */
export type Wishes = { readonly supportServesSupport?: boolean; readonly capacity?: boolean };

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)]!;
const some = <T>(random: Random, from: readonly T[], percent: number): T[] =>
  from.filter(() => random.chance(percent));
const count = (random: Random, least: number, most: number): number => least + random.below(most - least + 1);
const numbered = (letter: string, length: number): string[] =>
  Array.from({ length }, (_, i) => `${letter}${i + 1}`);

/** The municipality of a seed. Some models are refused (a closed loop): whoever asks must look. */
export function generateMunicipality(seed: number, wishes: Wishes = {}): Municipality {
  const random = randomFrom(seed);
  const services = someServices(random);
  const units = someUnits(random);
  const volumes = someVolumes(random, services, units);
  const drivers = someDrivers(random, services, units, wishes.capacity ?? random.chance(40));
  const ground = { random, services, units, drivers };
  const pools = [...somePools(ground), REST];
  const model = handMadeModel({
    units,
    services,
    pools,
    centres: someCentres(ground, wishes.supportServesSupport ?? random.chance(80)),
    drivers,
    method: someMethod(random, units),
    natures: [
      { nature: 'wages', articles: codes('010-099') },
      { nature: 'goods', articles: codes('100-290') },
      { nature: 'refunds', articles: codes('700-790') },
    ],
    growth: [growth(2026, { all: '2.5 %', wages: '4.2 %' })],
    pricing: { unused: pick(random, ['price', 'unit', 'purchaser']), ...someSupplements(ground) },
  });
  return { model, accounts: someAccounts(random, units), volumes };
}

type Ground = {
  readonly random: Random;
  readonly services: readonly Service[];
  readonly units: readonly Unit[];
  readonly drivers: Record<string, DriverRule>;
};

const idsOf = (units: readonly Unit[], ...kinds: Unit['kind'][]): string[] =>
  units.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
const hasOneMeasure = (services: readonly Service[]): boolean =>
  new Set(services.map(({ measure }) => measure)).size === 1;

function someServices(random: Random): Service[] {
  const measures = random.chance(50) ? ['hour'] : ['hour', 'day', 'portion'];
  return numbered('care-', count(random, 1, 5)).map((id, i) => {
    if (i > 0 && random.chance(20)) return service(id, undefined);
    const levels = random.chance(35) ? numbered('level-', count(random, 2, 3)) : [];
    return service(id, pick(random, measures), {
      levels: levels.map((name) => ({ name, weight: fraction(BigInt(count(random, 80, 200)), 100n) })),
    });
  });
}

function someUnits(random: Random): Unit[] {
  const kinds: [Unit['kind'], string, number][] = [
    ['provider', 'p', count(random, 1, 6)],
    ['support', 's', count(random, 0, 3)],
    ['purchaser', 'b', count(random, 0, 1)],
  ];
  const all = kinds.flatMap(([kind, letter, length]) => numbered(letter, length).map((id) => ({ id, kind })));
  return all.map(({ id, kind }, i) => {
    const columns = some(random, ['fte', 'area'], 85).map((name): [string, Fraction] => [
      name,
      fraction(BigInt(random.below(random.chance(10) ? 1 : 400)), 4n),
    ]);
    return unit(id, kind, { responsibilities: codes(`${i + 1}00-${i + 1}99`), columns: new Map(columns) });
  });
}

function someVolumes(random: Random, services: readonly Service[], units: readonly Unit[]): Volume[] {
  const volumes: Volume[] = [];
  for (const { id, open, levels } of services) {
    if (open) continue;
    for (const at of some(random, idsOf(units, 'provider'), 85)) {
      const named = some(random, levels, 80).map(({ name }) => name);
      for (const level of levels.length > 0 ? named : ['']) {
        for (const month of random.chance(50) ? [0] : [1, 2, 11]) {
          const parts = random.big(pick(random, [10n, 100_000n, 10_000_000_000n])) + 1n;
          const row = { service: id, unit: at, level, month, parts, rows: 1 };
          volumes.push({ ...row, state: 'delivered', year: 2025 });
          if (random.chance(20)) volumes.push({ ...row, state: 'granted', year: 2025 });
          if (random.chance(10)) volumes.push({ ...row, state: 'delivered', year: 2024 });
        }
      }
    }
  }
  return volumes;
}

function someDrivers(
  random: Random,
  services: readonly Service[],
  units: readonly Unit[],
  withCapacity: boolean,
): Record<string, DriverRule> {
  const everyone = units.map(({ id }) => id);
  const rows = everyone.flatMap((from) =>
    some(random, everyone, 60).map(
      (to): Omit<DriverRow, 'row'> => ({ from, unit: to, quantity: exact(random.below(50)) }),
    ),
  );
  const minutes = services.map(({ id, levels }): [string, Map<string, Fraction>] => {
    const each = levels.length > 0 && random.chance(50) ? levels.map(({ name }) => name) : [''];
    return [id, new Map(each.map((level) => [level, exact(random.below(random.chance(10) ? 1 : 300))]))];
  });
  const capacity = new Map([['', exact(10 ** count(random, 2, 9))]]);
  return {
    fte: { kind: 'column', column: 'fte' },
    area: { kind: 'column', column: 'area' },
    stated: { kind: 'shares', shares: new Map(statedShares(random, everyone)) },
    use: { kind: 'table', file: 'use.csv', rows: rows.map((row, i) => ({ ...row, row: i + 2 })) },
    'paid-time': { kind: 'minutes', minutes: new Map(minutes), ...(withCapacity ? { capacity } : {}) },
    'like-first': { kind: 'amount', pools: ['pool-1'] },
  };
}

/** Shares of some units that sum to 1. */
function statedShares(random: Random, units: readonly string[]): [string, Fraction][] {
  const weights = units.map((id): [string, number] => [id, random.below(10)]);
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  return weights
    .filter(([, weight]) => weight > 0)
    .map(([id, weight]) => [id, fraction(BigInt(weight), BigInt(sum))]);
}

function someMethod(random: Random, units: readonly Unit[]): Model['costing']['method'] {
  const order = idsOf(units, 'support').reverse();
  return pick(random, [
    { kind: 'reciprocal' },
    { kind: 'reciprocal' },
    { kind: 'direct' },
    { kind: 'step-down', order },
  ]);
}

const UNIT_DRIVERS = ['fte', 'area', 'stated', 'use', 'equal', 'fte'];

function toServices({ random, services }: Ground, own: boolean): Destination {
  const measured = services.filter(({ open }) => !open);
  const chosen = random.chance(45) ? services : [pick(random, services), ...some(random, measured, 50)];
  const ids = [...new Set(chosen.map(({ id }) => id))].sort();
  const driver = pick(
    random,
    hasOneMeasure(chosen) ? ['volumes', 'equal', 'paid-time'] : ['equal', 'paid-time'],
  );
  return share(driver, { kind: 'services', services: ids, own });
}

function toUnits({ random, units }: Ground, ...kinds: Unit['kind'][]): Destination {
  const driver = pick(random, UNIT_DRIVERS);
  return share(driver, { kind: 'units', units: idsOf(units, ...kinds).sort() });
}

function somePools(ground: Ground): Pool[] {
  const { random, units } = ground;
  const names = numbered('pool-', count(random, 2, 7));
  return names.map((name, i) => {
    const goes = pick<() => Destination>(random, [
      () => toServices(ground, true),
      () => toServices(ground, true),
      () => toServices(ground, false),
      () => toUnits(ground, 'provider'),
      () => toUnits(ground, 'provider', 'support'),
      () => share('like-first', { kind: 'units', units: idsOf(units, 'provider').sort() }),
      () => ({ kind: 'own-unit' }),
      () => ({ kind: 'own-unit' }),
      () => share('equal', { kind: 'activities', activities: ['travel'], own: true }),
      () => (i > 0 ? { kind: 'follows', pool: pick(random, names.slice(0, i)) } : { kind: 'own-unit' }),
      () => (i > 1 ? { kind: 'follows-each', pools: names.slice(0, i) } : { kind: 'own-unit' }),
      () => ({ kind: 'not-costed', name: 'financing' }),
      () => ({ kind: 'external', name: 'sold' }),
      () => ({ kind: 'park', reason: 'to be decided' }),
    ])();
    const answers = pick(random, ['provider', 'provider', 'purchaser', 'central'] as const);
    const { nature: _wages, ...plain } = pool(name, goes, { answers, test: someTest(ground) });
    const paidAs = answers === 'provider' && random.chance(20) ? 'base' : 'price';
    return { ...plain, paidAs, ...(random.chance(40) ? { nature: 'wages' } : {}) };
  });
}

function someTest({ random, units }: Ground): Pool['test'] {
  return {
    ...(random.chance(60)
      ? { responsibility: some(random, units, 60).flatMap(({ responsibilities }) => responsibilities) }
      : {}),
    ...(random.chance(50)
      ? { article: codes(pick(random, ['010-099', '100-290', '700-790', '010-290'])) }
      : {}),
  };
}

function someCentres(ground: Ground, supportServesSupport: boolean): Centre[] {
  const { random, units } = ground;
  const asCentre = (id: string, goes: Destination, rest: Partial<Centre> = {}): Centre[] =>
    goes.kind === 'share' ? [centre(id, goes.driver, goes.to, rest)] : [];
  const support = idsOf(units, 'support').flatMap((id) =>
    random.chance(8)
      ? []
      : asCentre(id, toUnits(ground, 'provider', ...(supportServesSupport ? (['support'] as const) : []))),
  );
  const providers = idsOf(units, 'provider');
  const own = providers.flatMap((id) => (random.chance(5) ? [] : asCentre(id, toServices(ground, true))));
  const travel = asCentre('travel', toServices(ground, true), { activity: 'travel', units: providers });
  return [...travel, ...support, ...own];
}

function someSupplements({ random, services, units }: Ground): Pick<Model['pricing'], 'supplements'> {
  const measured = services.filter(({ open }) => !open).map(({ id }) => id);
  if (random.chance(60)) return { supplements: [] };
  const amount = fraction(BigInt(random.below(50_000)), 7n);
  return {
    supplements: [
      { name: 'rural', services: measured, units: idsOf(units, 'provider').slice(0, 1), amount, at: AT },
    ],
  };
}

function someAccounts(random: Random, units: readonly Unit[]): AccountTotal[] {
  const magnitude = pick(random, [100, 1_000_000, 1_000_000_000, 1_000_000_000_000]);
  const accounts = new Map<string, AccountTotal>();
  for (let i = count(random, 3, 40); i > 0; i--) {
    const at = random.below(units.length + 1);
    const responsibility = at < units.length ? `${at + 1}${count(random, 10, 14)}` : '999';
    const article = pick(random, ['010', '050', '099', '120', '270', '290', '710', '780', '600']);
    const size = BigInt(random.below(magnitude));
    const isIncome = article >= '600' ? !random.chance(5) : random.chance(5);
    const total = account(responsibility, 0, {
      article,
      function: pick(random, ['253', '254']),
      rows: count(random, 1, 9),
      amountOre: isIncome ? -size : size,
    });
    accounts.set(`${responsibility} ${article} ${total.function}`, total);
  }
  return [...accounts.values()];
}
