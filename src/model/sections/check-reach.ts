// Whether cost can get where the model sends it: units that hand nothing on, shares for others than those who share,
// measures that cannot be added, functions that the year does not have. All but the last of these would only show
// after a run, as money that is parked.

import type { Finding } from '../../findings/finding.ts';
import { kostraFunction } from '../codes/kostra-functions.ts';
import type { CodeSet, Driver, Location, Model, Target } from '../model.ts';
import { modelFinding } from './model-finding.ts';

type Check = (model: Model) => readonly Finding[];
/** Something that shares cost by a driver: a pool or a centre. */
type Sharing = { readonly name: string; readonly driver: string; readonly to: Target; readonly at: Location };

const sharingsOf = ({ costing: { pools, centres } }: Model): Sharing[] => [
  ...pools.flatMap(({ name, goes, at }) =>
    goes.kind === 'share' ? [{ name, driver: goes.driver, to: goes.to, at }] : [],
  ),
  ...centres,
];

/** Units that cost is sent to and that no centre names: what reaches them is parked. */
const checkHandedOn: Check = (model) => {
  const handing = new Set(
    model.costing.centres.flatMap(({ activity, units }) => (activity === undefined ? units : [])),
  );
  const sent = [
    ...model.costing.pools.flatMap(({ name, goes, units = [], at }) =>
      goes.kind === 'own-unit' ? [{ name, units, at }] : [],
    ),
    ...sharingsOf(model).flatMap(({ name, to, at }) =>
      to.kind === 'units' ? [{ name, units: to.units, at }] : [],
    ),
  ];
  const told = new Set<string>();
  return sent.flatMap(({ name, units, at }) => {
    const lost = units.filter((id) => !handing.has(id) && !told.has(id));
    for (const id of lost) told.add(id);
    if (lost.length === 0) return [];
    const message = `"${name}" sends cost to ${lost.join(', ')}, which nothing under "centres" hands on: it would be parked there.`;
    return [modelFinding(at, 'not-handed-on', message, 'Add a rule under "centres" for each.', 'warning')];
  });
};

/** Names in shares that a target leaves out: the others would take over their share without a word. */
const checkShares: Check = (model) =>
  sharingsOf(model).flatMap(({ name, driver: by, to, at }) => {
    const driver = model.costing.drivers.get(by);
    if (driver?.kind !== 'shares') return [];
    const named = [...driver.shares.keys()];
    const reached = reachedBy(to, model);
    const outside = named.filter((id) => !reached.has(id));
    if (outside.length === 0) return [];
    const isNone = outside.length === named.length;
    const message = isNone
      ? `"${by}" shares between ${named.join(', ')}, and "${name}" goes to none of them: it would be parked.`
      : `"${by}" gives a share to ${outside.join(', ')}, which "${name}" does not go to: the others would take it over.`;
    return [
      modelFinding(
        at,
        'shares',
        message,
        'Name the same under "to" and in the shares.',
        isNone ? 'error' : 'warning',
      ),
    ];
  });

/** Ids that a driver may name for a target; a unit may stand for its services and activities. */
function reachedBy(to: Target, { units }: Model): ReadonlySet<string> {
  if (to.kind === 'units') return new Set(to.units);
  const ids = to.kind === 'services' ? to.services : to.activities;
  return new Set([...ids, ...units.map(({ id }) => id)]);
}

/** Volumes in different measures are never added; services of the unit itself are looked at when it is known. */
const checkMeasures: Check = (model) => {
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure]));
  const isQuantity = (driver: Driver | undefined) => driver?.kind === 'quantity';
  return sharingsOf(model).flatMap(({ name, driver, to, at }) => {
    if (!isQuantity(model.costing.drivers.get(driver)) || to.kind !== 'services' || to.own) return [];
    const found = new Set(to.services.flatMap((id) => measures.get(id) ?? []));
    if (found.size === 1) return [];
    const message =
      found.size === 0
        ? `"${name}" is shared by volume, and open services have none.`
        : `"${name}" would add volumes in different measures: ${[...found].sort().join(', ')}.`;
    const remedy =
      found.size === 0 ? 'Use "driver: equal" or shares.' : 'Use a driver with minutes per measure.';
    return [modelFinding(at, 'measures', message, remedy)];
  });
};

/** Single KOSTRA functions that are known, and not in the cost year: 254 ended with 2023. */
const checkFunctions: Check = ({ costing: { pools }, municipality, years }) => {
  if (municipality.country !== 'NO') return [];
  const single = (set: CodeSet = []) =>
    set.flatMap(({ from, to, prefix }) => (from === to && !prefix ? [from] : []));
  return pools.flatMap(({ name, test, at }) =>
    single(test.function).flatMap((code) => {
      const { from = 0, to = 9999 } = kostraFunction(code) ?? {};
      if (from <= years.cost && years.cost <= to) return [];
      const when = to < years.cost ? `ended with ${to}` : `began in ${from}`;
      const message = `"${name}" looks for function ${code}, which ${when}; the costs are of ${years.cost}.`;
      const remedy =
        code === '254' ? 'From 2024 it is 257 (staffed housing) and 258 (home care that travels).' : '';
      return [modelFinding(at, 'function-year', message, remedy, 'warning')];
    }),
  );
};

const checkBase: Check = ({ costing: { pools } }) =>
  pools
    .filter(({ paidAs, answers }) => paidAs === 'base' && answers !== 'provider')
    .map(({ name, answers, at }) => {
      const message = `"${name}" is to be paid as base grant, and ${answers} answers for it: only what providers answer for is paid.`;
      return modelFinding(
        at,
        'base',
        message,
        'Write "answers: provider", or take it out of "prices: base".',
        'warning',
      );
    });

/** The checks of this file, in the order of their findings. */
export const REACH_CHECKS: readonly Check[] = [
  checkHandedOn,
  checkShares,
  checkMeasures,
  checkFunctions,
  checkBase,
];
