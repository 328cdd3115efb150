// What a price list has to tell: services without a price, open help that nobody pays for, prices below zero,
// supplements that reach no one.

import type { Finding } from '../findings/finding.ts';
import type { Model, Service } from '../model/model.ts';
import { sumOre } from '../money/ore.ts';
import type { CostObject, Costs } from '../tables/costs.ts';
import type { Price } from '../tables/prices.ts';
import type { PricedVolume } from './priced-volumes.ts';

/** Findings about the prices of a model; none of them refuses. */
export function priceFindings(
  model: Model,
  { objects }: Costs,
  volumes: readonly PricedVolume[],
  prices: readonly Price[],
): Finding[] {
  const byService = Map.groupBy(objects, ({ service }) => service);
  return [
    ...model.services.flatMap((service) => unpriced(service, byService.get(service.id) ?? [])),
    ...volumes.flatMap((volume) => withoutCost(volume, prices)),
    ...prices.filter(({ exact }) => exact.num < 0n).map((price) => negative(model, price)),
    ...model.pricing.supplements
      .filter(
        ({ services, units }) =>
          !volumes.some(
            (volume) => services.includes(volume.service.id) && units.some((unit) => volume.units.has(unit)),
          ),
      )
      .map(
        ({ name, at }): Finding => ({
          rule: 'prices/supplement-unused',
          severity: 'note',
          message: `the supplement "${name}" reaches no volume of the cost year`,
          remedy: 'Look at its services and units.',
          where: { file: at.file, line: at.line, position: at.column, key: name },
        }),
      ),
  ];
}

/** A service without volume, or an open one with provider-answered cost that no base grant pays. */
function unpriced(service: Service, objects: readonly CostObject[]): Finding[] {
  const { id, at } = service;
  const where = { file: at.file, line: at.line, position: at.column, key: id };
  if (service.open) return openUnpaid(id, where, objects);
  if (objects.some(({ parts }) => parts > 0n)) return [];
  return [
    {
      rule: 'prices/no-volume',
      severity: 'warning',
      message: `${id} has no volume in the cost year, so it has no price`,
      remedy: 'Look for its activity under sources:, or take the service out.',
      where,
      amountOre: sumOre(objects.map(({ amountOre }) => amountOre)),
    },
  ];
}

/** A service with volume that nothing, or nothing that providers answer for, was sent to. */
function withoutCost({ service: { id, at } }: PricedVolume, prices: readonly Price[]): Finding[] {
  const has = (kind: Price['kind']): boolean =>
    prices.some((price) => price.kind === kind && price.service === id);
  if (has('financing')) return [];
  const where = { file: at.file, line: at.line, position: at.column, key: id };
  return [
    {
      rule: 'prices/no-cost',
      severity: 'warning',
      message: has('full-cost')
        ? `${id} has no cost that providers answer for, so it has no financing price`
        : `${id} has volume and no cost, so it has no price`,
      remedy: 'Send a pool to it under costing: pools:, or look at who answers for its cost.',
      where,
    },
  ];
}

function openUnpaid(id: string, where: Finding['where'], objects: readonly CostObject[]): Finding[] {
  const unpaid = objects
    .flatMap(({ costs }) => costs)
    .filter(({ strand }) => strand.answers === 'provider' && strand.paidAs === 'price');
  const amountOre = sumOre(unpaid.map((cost) => cost.amountOre));
  if (amountOre === 0n) return [];
  return [
    {
      rule: 'prices/open-service-unpaid',
      severity: 'warning',
      message: `${id} is open help without a price, and its providers answer for cost that no base grant pays`,
      remedy: 'Name its pools under prices: base:, or let the purchaser answer for them.',
      where,
      amountOre,
    },
  ];
}

function negative({ file }: Model, { kind, service, level }: Price): Finding {
  const key = [kind, service, level].filter((part) => part !== '').join(' · ');
  return {
    rule: 'prices/negative',
    severity: 'warning',
    message: `the price ${key} is negative: its income or its supplements are larger than its cost`,
    remedy: `Look at its supplements, and at the pools of income in ${file}.`,
    where: { file, key },
  };
}
