// Two sheets beside each other: which prices and costs differ, and what it means to every unit.

import type { Finding } from '../findings/finding.ts';
import { byKey } from '../money/apportion.ts';
import { largerFirst } from '../money/ore.ts';
import type { CostObject } from '../tables/costs.ts';
import { keyOf } from '../tables/keys.ts';
import { findingsOf, paidPrices, priceKey, type Sheet } from './sheet.ts';

/** A price per measure in øre before and after; undefined where there is none. `isStated`: somebody said it. */
export type PriceDifference = {
  readonly service: string;
  readonly level: string;
  readonly measure: string;
  readonly beforeOre?: bigint;
  readonly afterOre?: bigint;
  readonly isStated: boolean;
};

/** An amount in øre; `differenceOre` = after − before. */
export type Difference = {
  readonly beforeOre: bigint;
  readonly afterOre: bigint;
  readonly differenceOre: bigint;
};

/** What a unit earns in the price year, and what its services cost in the cost year, all that was sent there included. */
export type UnitDifference = {
  readonly unit: string;
  readonly earned: Difference;
  readonly cost: Difference;
};

/** What a cost object cost in the cost year. */
export type ObjectDifference = Pick<CostObject, 'service' | 'unit' | 'level'> & { readonly cost: Difference };

export type Differences = {
  /** Every price of either sheet, in order of service and level. */
  readonly prices: readonly PriceDifference[];
  /** Every unit: the largest difference in what it earns first, then in what it costs. */
  readonly units: readonly UnitDifference[];
  readonly total: Omit<UnitDifference, 'unit'>;
  /** Objects whose cost is another, in order of service, unit and level. */
  readonly objects: readonly ObjectDifference[];
  /** What is told of the second sheet and not of the first. */
  readonly findings: readonly Finding[];
};

/** What `after` is beside `before`. */
export function differences(before: Sheet, after: Sheet): Differences {
  const units = unitDifferences(before, after);
  const told = new Set(findingsOf(before).map(textOf));
  return {
    prices: priceDifferences(before, after),
    units,
    total: {
      earned: sumOf(units.map(({ earned }) => earned)),
      cost: sumOf(units.map(({ cost }) => cost)),
    },
    objects: before.costs === after.costs ? [] : objectDifferences(before, after),
    findings: findingsOf(after).filter((finding) => !told.has(textOf(finding))),
  };
}

const difference = (beforeOre = 0n, afterOre = 0n): Difference => ({
  ...{ beforeOre, afterOre, differenceOre: afterOre - beforeOre },
});

const sumOf = (all: readonly Difference[]): Difference =>
  all.reduce(
    (sum, one) => difference(sum.beforeOre + one.beforeOre, sum.afterOre + one.afterOre),
    difference(),
  );

const textOf = ({ rule, message }: Finding): string => `${rule} ${message}`;

/** Keys of both, in order, with the value that each has. */
function paired<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { readonly key: string; readonly before: T | undefined; readonly after: T | undefined }[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(byKey);
  return keys.map((key) => ({ key, before: before.get(key), after: after.get(key) }));
}

function priceDifferences(before: Sheet, after: Sheet): PriceDifference[] {
  const byName = (sheet: Sheet) => new Map(paidPrices(sheet).map((price) => [priceKey(price), price]));
  return paired(byName(before), byName(after)).map(({ key, before: first, after: second }) => {
    const { service, level, measure } = (second ?? first)!;
    return {
      ...{ service, level, measure, isStated: after.stated.has(key) },
      ...(first ? { beforeOre: first.publishedOre } : {}),
      ...(second ? { afterOre: second.publishedOre } : {}),
    };
  });
}

function unitDifferences(before: Sheet, after: Sheet): UnitDifference[] {
  const costs = [before, after].map(costByUnit);
  const units = new Set([before.earned, after.earned, ...costs].flatMap((byUnit) => [...byUnit.keys()]));
  return [...units]
    .map((unit) => ({
      unit,
      earned: difference(before.earned.get(unit)?.earnedOre, after.earned.get(unit)?.earnedOre),
      cost: difference(costs[0]!.get(unit), costs[1]!.get(unit)),
    }))
    .sort(
      (a, b) =>
        largerFirst(a.earned.differenceOre, b.earned.differenceOre) ||
        largerFirst(a.cost.differenceOre, b.cost.differenceOre) ||
        byKey(a.unit, b.unit),
    );
}

function costByUnit({ costs }: Sheet): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { unit, amountOre } of costs.objects) sums.set(unit, (sums.get(unit) ?? 0n) + amountOre);
  return sums;
}

function objectDifferences(before: Sheet, after: Sheet): ObjectDifference[] {
  const byName = ({ costs }: Sheet) =>
    new Map(costs.objects.map((object) => [keyOf(object.service, object.unit, object.level), object]));
  return paired(byName(before), byName(after)).flatMap(({ before: first, after: second }) => {
    const { service, unit, level } = (second ?? first)!;
    const cost = difference(first?.amountOre, second?.amountOre);
    return cost.differenceOre === 0n ? [] : [{ service, unit, level, cost }];
  });
}
