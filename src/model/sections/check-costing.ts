// What only shows when the parts of a model stand together: chains of pools that follow each other, a last pool that
// takes the rest, capacity that no one pays for, a function that is no single service.

import type { Finding } from '../../findings/finding.ts';
import { ACCOUNT_FIELDS } from '../../tables/ledger.ts';
import { isKostraFunction } from '../codes/kostra-functions.ts';
import { matchesCode } from '../match-code.ts';
import type { Driver, Model, Pool } from '../model.ts';
import { REACH_CHECKS } from './check-reach.ts';
import { modelFinding } from './model-finding.ts';
import { takesAll } from './read-pools.ts';

type Check = (model: Model) => readonly Finding[];

/** The last pool has no tests, so that every account finds a pool; none stands behind it. */
const checkRest: Check = ({ costing: { pools } }) => {
  const last = pools.at(-1);
  const rest = pools.findIndex(takesAll);
  if (last && rest < 0)
    return [
      modelFinding(
        last.at,
        'missing',
        'no pool takes the rest.',
        'End the pools with "- rest: { park: not yet placed }".',
      ),
    ];
  return pools.slice(rest + 1).map((pool) => {
    const message = `"${pool.name}" is never reached: "${pools[rest]?.name}" above takes everything.`;
    return modelFinding(pool.at, 'never-reached', message, 'Put the pool without tests last.');
  });
};

/** Follows a chain of names from each start; gives each cycle once, at the first name that enters it. */
function cycles(starts: readonly string[], next: (name: string) => readonly string[]): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      found.push([...path.slice(path.indexOf(name)), name]);
      return;
    }
    if (done.has(name)) return;
    for (const after of next(name)) visit(after, [...path, name]);
    done.add(name);
  };
  for (const start of starts) visit(start, []);
  return found;
}

const checkFollows: Check = ({ costing: { pools } }) => {
  const byName = new Map(pools.map((pool) => [pool.name, pool]));
  const next = (name: string) => {
    const goes = byName.get(name)?.goes;
    if (goes?.kind === 'follows-each') return goes.pools;
    return goes?.kind === 'follows' ? [goes.pool] : [];
  };
  return cycles([...byName.keys()], next).flatMap((cycle) => {
    const pool = byName.get(cycle[0] ?? '');
    const message = `pools follow each other in a circle: ${cycle.join(' → ')}.`;
    return pool ? [modelFinding(pool.at, 'cycle', message, 'Let one of them go somewhere itself.')] : [];
  });
};

/** A driver made of a pool's amount cannot share that pool, also not by way of other such drivers. */
const checkAmounts: Check = ({ costing: { pools, drivers } }) => {
  const driverOf = new Map(pools.map(({ name, goes }) => [name, goes.kind === 'share' ? goes.driver : '']));
  const next = (name: string): string[] => {
    const driver = drivers.get(name);
    const used = driver?.kind === 'amount' ? driver.pools.map((pool) => driverOf.get(pool) ?? '') : [];
    return used.filter((other) => drivers.get(other)?.kind === 'amount');
  };
  return cycles([...drivers.keys()], next).flatMap((cycle) => {
    const driver = drivers.get(cycle[0] ?? '');
    const message = `drivers are made of amounts that they share themselves: ${cycle.join(' → ')}.`;
    return driver ? [modelFinding(driver.at, 'cycle', message, 'Make one of them of other pools.')] : [];
  });
};

const checkUnused: Check = ({ costing: { drivers }, pricing }) => {
  const driver = [...drivers.values()].find((one) => one.kind === 'minutes' && one.capacity);
  if (!driver || pricing.unused) return [];
  const message = `"${driver.name}" has a capacity, and nothing says who pays for what is not used.`;
  return [
    modelFinding(driver.at, 'missing', message, 'Write "prices: { unused: price }" (or unit, or purchaser).'),
  ];
};

const checkNatures: Check = ({ costing: { natures, pools }, municipality, years }) => {
  const without = pools.find((pool) => pool.nature === undefined && pool.goes.kind !== 'park');
  if (natures.length > 0 || !without) return [];
  const message = `no natures are ready-made for ${municipality.country} in ${years.cost}, and the pool "${without.name}" states none.`;
  const remedy =
    'Say which codes are what: "costing: { natures: { wages: …, goods: … } }", or give every pool a nature.';
  return [modelFinding(without.at, 'missing', message, remedy)];
};

const checkUsed: Check = ({ costing: { pools, centres, drivers }, financing }) => {
  const used = new Set([
    financing?.hoursDriver ?? '',
    ...pools.map(({ goes }) => (goes.kind === 'share' ? goes.driver : '')),
    ...centres.map((c) => c.driver),
  ]);
  const idle = [...drivers.values()].filter(
    ({ name, kind }) => !used.has(name) && kind !== 'equal' && kind !== 'quantity',
  );
  return idle.map(({ at, name }: Driver) =>
    modelFinding(at, 'unused-driver', `nothing is shared by "${name}".`, 'Use it or leave it out.', 'note'),
  );
};

const LEVEL_REMEDY = 'Name a level of the service, or leave the cell empty.';

/** A level named in a driver table belongs to the row's service. */
const checkTableLevels: Check = ({ costing: { drivers }, services }) => {
  const levels = new Map(services.map((service) => [service.id, service.levels.map(({ name }) => name)]));
  return [...drivers.values()].flatMap((driver) => {
    if (driver.kind !== 'table') return [];
    return driver.rows
      .filter(({ service, level }) => level !== undefined && !levels.get(service ?? '')?.includes(level))
      .map(({ row, level, service }): Finding => {
        const message = `no level "${level}" of ${service ? `"${service}"` : 'a service that the row does not name'}.`;
        return {
          rule: 'model/unknown-name',
          severity: 'error',
          message,
          remedy: LEVEL_REMEDY,
          where: { file: driver.file, row, column: 'level' },
        };
      });
  });
};

const NARROWING = ACCOUNT_FIELDS.filter((field) => !['class', 'function', 'article'].includes(field));

/** True when a pool takes all of function 254, whoever spent it; a series such as 200-299 holds it until 2023. */
const takesWhole254 = ({ test, units }: Pool, year: number): boolean =>
  test.function !== undefined &&
  (isKostraFunction('254', year) || test.function.some(({ from, to }) => from === '254' && to === '254')) &&
  matchesCode('254', test.function) &&
  units === undefined &&
  NARROWING.every((field) => test[field] === undefined);

/**
 * 254 ÷ hours is no unit price: the function holds personal assistance, staffed housing and home nursing together
 * (SSB split it from 2024 for that reason).
 */
const check254: Check = ({ costing: { pools }, services, years }) => {
  const measures = new Map(services.map((service) => [service.id, service.measure]));
  return pools.flatMap((pool) => {
    if (!takesWhole254(pool, years.cost) || pool.goes.kind !== 'share' || pool.goes.to.kind !== 'services')
      return [];
    const counted = pool.goes.to.services.filter((id) => measures.get(id) !== undefined);
    if (counted.length === 0 || !counted.every((id) => measures.get(id) === 'hour')) return [];
    const message =
      `"${pool.name}" would divide all of function 254 by hours of ${counted.join(', ')}: that is no unit price, ` +
      'because 254 holds personal assistance, staffed housing and home nursing together.';
    const remedy = 'Narrow the pool by responsibility, unit or object, or mark it "not-costed".';
    return [modelFinding(pool.at, '254-per-hour', message, remedy)];
  });
};

/** What is wrong in any year. */
const CHECKS: readonly Check[] = [
  checkRest,
  checkFollows,
  checkAmounts,
  checkUnused,
  checkNatures,
  checkUsed,
  checkTableLevels,
];

/** What is wrong with the costing of the cost year: whom its cost reaches, and by which functions. */
const COST_YEAR_CHECKS: readonly Check[] = [check254, ...REACH_CHECKS];

/** What is wrong with a model as a whole; `isCostYear` false: it is read as of another year, which is not costed. */
export const checkCosting = (model: Model, isCostYear: boolean): Finding[] =>
  [...CHECKS, ...(isCostYear ? COST_YEAR_CHECKS : [])].flatMap((check) => check(model));
