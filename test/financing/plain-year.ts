// Small financing years made by hand for tests: only what a test is about has to be said. Money in kroner, hours in hours.

import type { BudgetVolume, Financing, FundingModel } from '../../src/model/financing.ts';
import type { Model, Pool, Service, Unit } from '../../src/model/model.ts';
import { fraction, multiply } from '../../src/money/fraction.ts';
import { partsPerMeasure } from '../../src/tables/activity.ts';
import type { HourKind, PaidHours } from '../../src/tables/circumstances.ts';
import type {
  BaseYear,
  FinancingInput,
  ModelPrices,
  OwnCost,
  OwnVolume,
  PoolMonth,
  Quantity,
  QuantityState,
} from '../../src/tables/financing.ts';
import type { AdoptedPrices } from '../../src/tables/prices.ts';
import {
  AT,
  exact,
  growth,
  handMadeModel,
  ownServices,
  pool,
  REST,
  service,
  share,
  unit,
} from '../support/hand-made-model.ts';

export const YEAR = 2026;

/** Whole øre of kroner with at most two decimals. */
export const kr = (kroner: string | number): bigint => {
  const { num, den } = multiply(exact(kroner), fraction(100n));
  if (num % den !== 0n) throw new Error(`no whole øre: ${kroner}`);
  return num / den;
};

/** Pools of the price: wages, goods, premises (fixed only where the model says so), fees; and a base pool. */
export const POOLS: readonly Pool[] = [
  pool('wages', share('equal', ownServices()), { nature: 'wages' }),
  pool('goods', share('equal', ownServices()), { nature: 'goods' }),
  pool('premises', share('equal', ownServices()), { nature: 'premises' }),
  pool('fees', share('equal', ownServices()), { nature: 'income' }),
  pool('management', share('equal', ownServices()), { nature: 'wages', paidAs: 'base' }),
  pool('central', share('equal', ownServices()), { nature: 'goods', answers: 'central' }),
  pool('purchase', { kind: 'not-costed', name: 'financing' }, { nature: 'goods', financing: true }),
  REST,
];

export const HOURS = service('home-nursing', 'hour');

/** An activity model paid on what is delivered, that reaches the units from January. */
export const activityModel = (
  name: string,
  units: readonly string[],
  rest: Partial<FundingModel> = {},
): FundingModel => ({
  ...{ name, kind: 'activity', applies: [{ units, fromMonth: 1 }], at: AT },
  pays: { basis: 'delivered', absenceDays: new Map(), emptyPlaces: new Map() },
  ...rest,
});

export type PlainModel = {
  readonly units: readonly Unit[];
  readonly services?: readonly Service[];
  readonly pools?: readonly Pool[];
  readonly financing?: Partial<Financing>;
  readonly growth?: Record<string, string>;
};

/** A model of 2026 with one activity model in force, frames from the budget, spread in twelfths. */
export function plainModel(parts: PlainModel): Model {
  const own = parts.units.filter(({ kind }) => kind !== 'purchaser').map(({ id }) => id);
  const financing: Financing = {
    year: YEAR,
    frame: { heldBy: 'unit', from: 'budget', periodise: 'twelfths', changes: [] },
    volumes: [],
    natures: { wages: ['wages'], income: ['income'], fixed: [] },
    mixGroups: new Map(),
    actualGrowth: new Map(),
    models: [activityModel('activity', own)],
    inForce: 'activity',
    at: AT,
    ...parts.financing,
  };
  const model = handMadeModel({
    units: parts.units,
    services: parts.services ?? [HOURS],
    pools: parts.pools ?? POOLS,
    growth: [growth(YEAR, parts.growth ?? { all: '0 %' })],
  });
  return { ...model, years: { cost: YEAR, price: YEAR, finance: YEAR }, financing };
}

export const plainUnit = (id: string, rest: Partial<Unit> = {}): Unit =>
  unit(id, 'provider', { purchaser: 'purchaser', ...rest });

// ---- prices -----------------------------------------------------------------------------------------------------

export type PlainPrices = {
  /** Service, or service/level, to kroner. */
  readonly prices: Record<string, string | number>;
  readonly base?: Record<string, string | number>;
  /** "unit/service" to kroner per measure. */
  readonly supplements?: Record<string, string | number>;
};

export const adopted = ({ prices, base = {}, supplements = {} }: PlainPrices): AdoptedPrices => ({
  ...{ costYear: YEAR - 1, priceYear: YEAR, adopted: '2025-12-11', run: 'r' },
  prices: Object.entries(prices).map(([key, kroner]) => {
    const [id = '', level = ''] = key.split('/');
    const publishedOre = kr(kroner);
    return {
      kind: 'financing',
      service: id,
      level,
      measure: '',
      exact: fraction(publishedOre),
      publishedOre,
    };
  }),
  baseGrants: Object.entries(base).map(([id, kroner]) => {
    const publishedOre = kr(kroner);
    return { unit: id, exact: fraction(publishedOre), publishedOre };
  }),
  supplements: Object.entries(supplements).map(([key, kroner]) => {
    const [id = '', of = ''] = key.split('/');
    return { name: 'travel', unit: id, service: of, amount: fraction(kr(kroner)) };
  }),
});

/** The prices of a model; further ones hold from their month. */
export const pricesOf = (
  model: string,
  list: PlainPrices,
  base: BaseYear = { costs: [], volumes: [] },
  later: Record<number, PlainPrices> = {},
): ModelPrices => ({
  ...{ model, base },
  periods: [
    { fromMonth: 1, prices: adopted(list) },
    ...Object.entries(later).map(([month, prices]) => ({
      fromMonth: Number(month),
      prices: adopted(prices),
    })),
  ],
});

/** A unit's own cost in kroner of the cost year; service "" is paid as base. */
export const ownCost = (
  unitId: string,
  of: string,
  nature: string,
  kroner: string | number,
  grows: string = '0 %',
): OwnCost => {
  const [id = '', level = ''] = of.split('/');
  return {
    ...{
      unit: unitId,
      service: id,
      level,
      nature,
      paidAs: id === '' ? 'base' : 'price',
      costOre: kr(kroner),
    },
    growth: fraction(exact(grows).num + exact(grows).den, exact(grows).den),
  };
};

/** A unit's own volume of the cost year, in measures, and the hours that were paid for it. */
export const ownVolume = (
  unitId: string,
  of: string,
  measures: string | number,
  paidHours?: string | number,
  measure = 'hour',
): OwnVolume => {
  const [id = '', level = ''] = of.split('/');
  const hourParts = paidHours === undefined ? undefined : multiply(exact(paidHours), fraction(36_000n));
  return {
    unit: unitId,
    service: id,
    level,
    parts: parts(measures, measure),
    ...(hourParts ? { hourParts } : {}),
  };
};

// ---- what happened ------------------------------------------------------------------------------------------------

/** Whole parts of measures. */
export const parts = (measures: string | number, measure = 'hour'): bigint => {
  const { num, den } = multiply(exact(measures), fraction(partsPerMeasure(measure)));
  if (num % den !== 0n) throw new Error(`no whole parts: ${measures}`);
  return num / den;
};

export const quantity = (
  unitId: string,
  of: string,
  month: number,
  measures: string | number,
  rest: { state?: QuantityState; users?: number; measure?: string } = {},
): Quantity => {
  const [id = '', level = ''] = of.split('/');
  const { state = 'delivered', users = 0, measure = 'hour' } = rest;
  return { unit: unitId, service: id, level, month, state, parts: parts(measures, measure), users };
};

/** A year's quantity in twelve equal parts, of as many users every month. */
export const everyMonth = (
  unitId: string,
  of: string,
  yearMeasures: number,
  rest: { state?: QuantityState; users?: number } = {},
): Quantity[] =>
  MONTHS.map((month) => ({
    ...quantity(unitId, of, month, 0, rest),
    parts: parts(yearMeasures) / 12n,
  }));

export const volume = (
  unitId: string,
  of: string,
  measures: string | number,
  users?: string | number,
  month = 0,
): BudgetVolume => {
  const [id = '', level = ''] = of.split('/');
  const average = users === undefined ? {} : { users: exact(users) };
  return { unit: unitId, service: id, level, month, quantity: exact(measures), ...average, row: 2 };
};

export const posting = (
  unitId: string,
  month: number,
  poolName: string,
  kroner: string | number,
  rest: Partial<PoolMonth> = {},
): PoolMonth => ({
  ...{ unit: unitId, month, pool: poolName, article: '010', rows: 1, amountOre: kr(kroner) },
  nature: POOLS.find(({ name }) => name === poolName)?.nature ?? 'goods',
  ...rest,
});

/** A year's kroner in twelve parts, the odd øre in January. */
export const postedEveryMonth = (unitId: string, poolName: string, yearKroner: number): PoolMonth[] =>
  MONTHS.map((month) => {
    const part = kr(yearKroner) / 12n;
    return posting(unitId, month, poolName, 0, {
      amountOre: month === 1 ? kr(yearKroner) - 11n * part : part,
    });
  });

export const paidHours = (
  unitId: string,
  month: number,
  hours: string | number,
  kind: HourKind = 'ordinary',
): PaidHours => ({
  ...{ unit: unitId, year: YEAR, month, kind, parts: parts(hours), amountOre: 0n, rows: 1 },
});

export const MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** An input of a whole year; nothing happened but what is given. */
export const yearInput = (given: Partial<FinancingInput>): FinancingInput => {
  const through = given.through ?? 12;
  return {
    through,
    prices: [],
    budget: [],
    expense: [],
    lastYear: [],
    quantities: [],
    hours: [],
    places: [],
    freshness: { ledgerMonth: through, activityMonth: through },
    ...given,
  };
};

/** Kroner with two decimals of øre, for tables of expected amounts. */
export const inKroner = (amountOre: bigint): number => Number(amountOre) / 100;
