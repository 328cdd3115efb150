// Changes to a municipality that must be without effect: another order, finer rows, things that are not there.

import type { Driver, DriverRule, Pool } from '../../../src/model/model.ts';
import { ZERO } from '../../../src/money/fraction.ts';
import type { AccountTotal } from '../../../src/tables/ledger.ts';
import type { Random } from '../../auditor/generate-network.ts';
import type { Municipality } from '../generate-municipality.ts';
import { codes, exact, unit } from '../hand-made-model.ts';
import type { Case } from './law.ts';

export function shuffle<T>(random: Random, from: readonly T[]): T[] {
  const items = [...from];
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}

export function shuffled({ municipality, random }: Case): Municipality {
  const { model, accounts, volumes } = municipality;
  const mixMap = <V>(map: ReadonlyMap<string, V>): Map<string, V> => new Map(shuffle(random, [...map]));
  const mixed = (driver: Driver): Driver => {
    if (driver.kind === 'table') return { ...driver, rows: shuffle(random, driver.rows) };
    if (driver.kind === 'shares') return { ...driver, shares: mixMap(driver.shares) };
    if (driver.kind === 'minutes') return { ...driver, minutes: mixMap(driver.minutes) };
    return driver;
  };
  const drivers = [...model.costing.drivers].map(([name, driver]) => [name, mixed(driver)] as const);
  const costing = {
    ...model.costing,
    drivers: new Map(shuffle(random, drivers)),
    centres: shuffle(random, model.costing.centres),
  };
  return {
    model: {
      ...model,
      costing,
      units: shuffle(random, model.units),
      services: shuffle(random, model.services),
    },
    accounts: shuffle(random, accounts),
    volumes: shuffle(random, volumes),
  };
}

/** Each account in two rows, as if its postings had been summed in two files. */
export function withSplitPostings({ municipality, random }: Case): Municipality {
  return { ...municipality, accounts: municipality.accounts.flatMap((row) => inTwo(random, row)) };
}

function inTwo(random: Random, row: AccountTotal): AccountTotal[] {
  const size = row.amountOre < 0n ? -row.amountOre : row.amountOre;
  const part = random.chance(20) ? 3n * size : random.big(size + 1n);
  const first = row.amountOre < 0n ? -part : part;
  return [
    { ...row, amountOre: first },
    { ...row, amountOre: row.amountOre - first },
  ];
}

/** Each account in two accounts that no pool tells apart. */
export function withSplitAccounts({ municipality, random }: Case): Municipality {
  const accounts = municipality.accounts.flatMap((row) =>
    inTwo(random, row).map((half, i) => ({ ...half, object: i === 0 ? '' : '77' })),
  );
  return { ...municipality, accounts };
}

/** The pool that got most, in two: its accounts of project 7, which are about half, go to a pool of their own. */
export function withSplitPool({ municipality, costs, random }: Case): Municipality | undefined {
  const { model } = municipality;
  const isUsed = (pool: Pool): boolean =>
    costs.assignments.some((row) => row.pool === pool.name && row.amountOre !== 0n);
  const found = model.costing.pools.slice(0, -1).find(isUsed);
  if (!found) return undefined;
  const twin: Pool = {
    ...found,
    name: `${found.name} of project 7`,
    test: { ...found.test, project: codes('7') },
  };
  const drivers = [...model.costing.drivers].map(([name, driver]) =>
    driver.kind === 'amount' && driver.pools.includes(found.name)
      ? ([name, { ...driver, pools: [...driver.pools, twin.name] }] as const)
      : ([name, driver] as const),
  );
  const alsoFollowing = (pool: Pool): Pool =>
    pool.goes.kind === 'follows-each' && pool.goes.pools.includes(found.name)
      ? { ...pool, goes: { ...pool.goes, pools: [...pool.goes.pools, twin.name] } }
      : pool;
  const pools = model.costing.pools.flatMap((pool) =>
    pool === found ? [twin, found] : [alsoFollowing(pool)],
  );
  const costing = { ...model.costing, pools, drivers: new Map(drivers) };
  const accounts = municipality.accounts.map((row) => ({ ...row, project: random.chance(50) ? '7' : '8' }));
  return { ...municipality, model: { ...model, costing }, accounts };
}

/** Every stated driver names everyone whom it did not name, with zero. */
export function withZeroRows({ municipality }: Case): Municipality {
  const { model } = municipality;
  const ids = model.units.map(({ id }) => id);
  const more = (driver: DriverRule): DriverRule => {
    if (driver.kind === 'shares') {
      const absent = ids.filter((id) => !driver.shares.has(id)).map((id) => [id, ZERO] as const);
      return { ...driver, shares: new Map([...driver.shares, ...absent]) };
    }
    if (driver.kind !== 'table') return driver;
    const rows = ids.map((to, i) => ({ from: ids[0]!, unit: to, quantity: ZERO, row: 1000 + i }));
    return { ...driver, rows: [...driver.rows, ...rows] };
  };
  const drivers = new Map(
    [...model.costing.drivers].map(([name, driver]) => [name, { ...driver, ...more(driver) }]),
  );
  return { ...municipality, model: { ...model, costing: { ...model.costing, drivers } } };
}

export function withEmptyUnit({ municipality }: Case): Municipality {
  const { model } = municipality;
  const empty = unit('a-new-one', 'provider', {
    responsibilities: codes('880-889'),
    columns: new Map([['fte', exact(0)]]),
  });
  return { ...municipality, model: { ...model, units: [empty, ...model.units] } };
}

export function withZeroPosting({ municipality }: Case): Municipality {
  const [first] = municipality.accounts;
  const nothing = { ...first!, amountOre: 0n, rows: 1 };
  const accounts = [
    { ...nothing, object: '99' },
    ...municipality.accounts,
    { ...nothing, responsibility: '999', article: '599', object: '99' },
  ];
  return { ...municipality, accounts };
}

export function withSplitVolumes({ municipality, random }: Case): Municipality {
  const volumes = municipality.volumes.flatMap((row) => {
    const part = random.big(row.parts + 1n);
    return [
      { ...row, month: 5, parts: part },
      { ...row, month: 6, parts: row.parts - part },
    ];
  });
  return { ...municipality, volumes };
}
