// What is new in the register since the last run: account strings, responsibilities, units and services that no run
// has seen, with what they hold and where they would go.

import { assignAccounts } from '../costing/assign-accounts.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { largerFirst, sumOre } from '../money/ore.ts';
import type { Volume } from '../tables/activity.ts';
import type { Assignment } from '../tables/costs.ts';
import { type AccountTotal, accountKey } from '../tables/ledger.ts';
import { homeOfAccount, nearestUnit, type PastAssignment } from './suggest-home.ts';

/** What the last run had seen. */
export type Past = {
  readonly assignments: readonly PastAssignment[];
  readonly units: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
};

export type DriftKind = 'account' | 'responsibility' | 'unit' | 'service';

/** One thing that is new. `rows` postings or records; `home` says where it goes, or could go. */
export type Drift = {
  readonly kind: DriftKind;
  readonly name: string;
  readonly rows: number;
  readonly amountOre?: bigint;
  readonly volumes: readonly { readonly measure: string; readonly parts: bigint }[];
  readonly home: string;
};

/**
 * What is new, by kind; within a kind the largest amount first. `accounts` and `volumes` are those of the cost year in
 * the register as it is now.
 */
export function findDrift(
  model: Model,
  past: Past,
  accounts: readonly AccountTotal[],
  volumes: readonly Volume[],
): Drift[] {
  const { assignments } = assignAccounts(model, accounts);
  return [
    ...newAccounts(model, past, assignments),
    ...newResponsibilities(model, past, assignments),
    ...newUnits(model, past, assignments, volumes),
    ...newServices(model, past, volumes),
  ];
}

const held = (assignments: readonly Assignment[]) => ({
  rows: assignments.reduce((sum, { rows }) => sum + rows, 0),
  amountOre: sumOre(assignments.map(({ amountOre }) => amountOre)),
});

const largestFirst = (drift: readonly Drift[]): Drift[] =>
  [...drift].sort((a, b) => largerFirst(a.amountOre ?? 0n, b.amountOre ?? 0n) || byKey(a.name, b.name));

function newAccounts(model: Model, past: Past, assignments: readonly Assignment[]): Drift[] {
  const known = new Set(past.assignments.map(accountKey));
  const fresh = Map.groupBy(
    assignments.filter((assignment) => !known.has(accountKey(assignment))),
    accountKey,
  );
  return largestFirst(
    [...fresh].map(([key, all]) => ({
      kind: 'account',
      name: key.replace(/^·+/, ''),
      ...held(all),
      volumes: [],
      home: homeOfAccount(model, all[0]!, past.assignments),
    })),
  );
}

function newResponsibilities(model: Model, past: Past, assignments: readonly Assignment[]): Drift[] {
  const known = new Set(past.assignments.map(({ responsibility }) => responsibility));
  const fresh = Map.groupBy(
    assignments.filter(({ responsibility }) => responsibility !== '' && !known.has(responsibility)),
    ({ responsibility }) => responsibility,
  );
  return largestFirst(
    [...fresh].map(([name, all]) => {
      const unit = all.find((one) => one.unit !== '')?.unit;
      const nearest = nearestUnit(model, name);
      const home =
        unit !== undefined
          ? `unit ${unit}`
          : nearest === undefined
            ? 'no unit has it'
            : `no unit has it; the nearest is ${nearest}`;
      return { kind: 'responsibility', name, ...held(all), volumes: [], home };
    }),
  );
}

function volumesOf(model: Model, volumes: readonly Volume[]): Drift['volumes'] {
  const measures = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const groups = Map.groupBy(
    volumes.filter(({ state }) => state === model.costing.volumes),
    ({ service }) => measures.get(service) ?? '',
  );
  return [...groups]
    .sort(([a], [b]) => byKey(a, b))
    .map(([measure, all]) => ({ measure, parts: all.reduce((sum, { parts }) => sum + parts, 0n) }));
}

const recordsOf = (volumes: readonly Volume[]): number => volumes.reduce((sum, { rows }) => sum + rows, 0);

function newUnits(
  model: Model,
  past: Past,
  assignments: readonly Assignment[],
  volumes: readonly Volume[],
): Drift[] {
  const names = new Set([...assignments, ...volumes].map(({ unit }) => unit));
  const fresh = [...names].filter((unit) => unit !== '' && !past.units.has(unit));
  return largestFirst(
    fresh.map((name) => {
      const [booked, done] = [
        assignments.filter(({ unit }) => unit === name),
        volumes.filter(({ unit }) => unit === name),
      ];
      const pools = [...new Set(booked.map(({ pool }) => pool))].sort(byKey);
      const { rows, amountOre } = held(booked);
      const home = pools.length > 0 ? `pools ${pools.join(', ')}` : 'activity and no cost';
      return {
        kind: 'unit',
        name,
        rows: rows + recordsOf(done),
        amountOre,
        volumes: volumesOf(model, done),
        home,
      };
    }),
  );
}

function newServices(model: Model, past: Past, volumes: readonly Volume[]): Drift[] {
  const fresh = Map.groupBy(
    volumes.filter(({ service }) => !past.services.has(service)),
    ({ service }) => service,
  );
  return [...fresh]
    .sort(([a], [b]) => byKey(a, b))
    .map(([name, done]) => ({
      kind: 'service',
      name,
      rows: recordsOf(done),
      volumes: volumesOf(model, done),
      home: `units ${[...new Set(done.map(({ unit }) => unit))].sort(byKey).join(', ')}`,
    }));
}
