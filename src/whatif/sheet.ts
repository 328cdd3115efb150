// A sheet of live re-costing: a model with what the year cost, was priced at and would earn under it.

import { costAssigned } from '../costing/cost.ts';
import { type PriceTable, priceBook } from '../financing/price-book.ts';
import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { price } from '../prices/price.ts';
import type { Costs } from '../tables/costs.ts';
import { keyOf } from '../tables/keys.ts';
import type { AdoptedPrice, PriceList } from '../tables/prices.ts';
import type { Ground } from './ground.ts';
import { type PaidVolumes, paidVolumes } from './paid-volumes.ts';
import { type UnitEarned, unitEarned } from './unit-earned.ts';

/** Service and level (`priceKey`) → published øre per measure that somebody has stated, whatever it costs. */
export type StatedPrices = ReadonlyMap<string, bigint>;

/** Readonly; a change gives another sheet, which shares with this one all that the change does not touch. */
export type Sheet = {
  readonly ground: Ground;
  readonly model: Model;
  readonly costs: Costs;
  /** As the costs give it. */
  readonly list: PriceList;
  readonly stated: StatedPrices;
  readonly volumes: PaidVolumes;
  /** Every unit that is paid for something or has a base grant, in order. */
  readonly earned: ReadonlyMap<string, UnitEarned>;
  readonly costFindings: readonly Finding[];
  readonly priceFindings: readonly Finding[];
};

/** A sheet, or the findings that refuse it (a closed loop, a growth that is not stated). */
export type Drawn = { readonly sheet?: Sheet; readonly findings: readonly Finding[] };

/** The sheet of the model as it is. */
export function drawSheet(model: Model, ground: Ground): Drawn {
  const { costs, costFindings } = costAgain(model, ground);
  if (!costs) return { findings: costFindings };
  const { list, priceFindings } = priceAgain(model, costs);
  if (!list) return { findings: [...costFindings, ...priceFindings] };
  const stated: StatedPrices = new Map();
  const made = { ground, model, costs, list, stated, volumes: paidVolumes(ground.volumes) };
  return { sheet: { ...made, costFindings, priceFindings, earned: earnedByAll(made) }, findings: [] };
}

/** A figure of a sheet made again; undefined where it is refused. */
type Made<Key extends keyof Sheet> = { readonly [key in Key]: Sheet[key] | undefined };

/** What the year cost under a model, of accounts that have their pools. */
export function costAgain(
  model: Model,
  { assigned, volumes }: Ground,
): Made<'costs'> & Pick<Sheet, 'costFindings'> {
  const { costs, findings } = costAssigned(model, assigned, volumes);
  return { costs, costFindings: findings };
}

/** What it was priced at. */
export function priceAgain(model: Model, costs: Costs): Made<'list'> & Pick<Sheet, 'priceFindings'> {
  const { prices, findings } = price({ model, costs });
  return { list: prices, priceFindings: findings };
}

export const priceKey = ({ service, level }: Pick<AdoptedPrice, 'service' | 'level'>): string =>
  keyOf(service, level);

/** The prices that a sheet pays: as the costs give them, but those that somebody has stated. */
export const paidPrices = ({ list, stated }: Pick<Sheet, 'list' | 'stated'>): AdoptedPrice[] =>
  list.prices
    .filter(({ kind }) => kind === 'financing')
    .map((found) => ({ ...found, publishedOre: stated.get(priceKey(found)) ?? found.publishedOre }));

/** The same as financing asks for them. */
export function priceTable(sheet: Pick<Sheet, 'list' | 'stated'>): PriceTable {
  const prices = { ...sheet.list, prices: paidPrices(sheet), adopted: '', run: '' };
  const periods = [{ fromMonth: 1, prices }];
  return priceBook({ model: '', periods, base: { costs: [], volumes: [] } }).voted;
}

/** What every unit earns. */
export function earnedByAll(sheet: Pick<Sheet, 'list' | 'stated' | 'volumes'>): Sheet['earned'] {
  const table = priceTable(sheet);
  const units = [...new Set([...sheet.volumes.keys(), ...table.granted])].sort(byKey);
  return new Map(units.map((unit) => [unit, unitEarned(unit, sheet.volumes.get(unit) ?? [], table)]));
}

/** What is told of a sheet. */
export const findingsOf = ({ costFindings, priceFindings }: Sheet): readonly Finding[] => [
  ...costFindings,
  ...priceFindings,
];
