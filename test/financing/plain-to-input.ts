// A plain year as the stage reads it: the model that says its rules, and the input of its months.

import type { FundingModel } from '../../src/model/financing.ts';
import type { Model } from '../../src/model/model.ts';
import { type Fraction, fraction, subtract } from '../../src/money/fraction.ts';
import type {
  FinancingInput,
  ModelPrices,
  OwnCost,
  PoolMonth,
  QuantityState,
} from '../../src/tables/financing.ts';
import { AT, service } from '../support/hand-made-model.ts';
import type { Exact, PlainUnit, PlainYear } from './auditor.ts';
import { activityModel, plainModel, plainUnit, YEAR } from './plain-year.ts';

/** 2026 has the days that the generator's calendar has. */
export function plainToInput(year: PlainYear): { model: Model; input: FinancingInput } {
  return { model: modelOf(year), input: inputOf(year) };
}

function modelOf(year: PlainYear): Model {
  const rules: FundingModel = {
    ...activityModel('activity', []),
    applies: year.units.map(({ id, reachedFrom }) => ({ units: [id], fromMonth: reachedFrom })),
    pays: {
      basis: year.basis,
      absenceDays: new Map([...year.absence].map((id) => [id, 14])),
      emptyPlaces: year.empty,
    },
    ...(year.floor ? { floor: year.floor } : {}),
    ...(year.ceiling ? { ceiling: year.ceiling } : {}),
    ...(year.transition ? { transition: year.transition } : {}),
  };
  const grows = (nature: string): Fraction => subtract(year.turn.get(nature)!, fraction(1n));
  const model = plainModel({
    units: year.units.map(({ id, isOwn }) => plainUnit(id, { provision: isOwn ? 'own' : 'private' })),
    services: year.services.map(({ id, isDay, per }) =>
      service(id, isDay ? 'day' : per === 36_000n ? 'hour' : 'month'),
    ),
    financing: {
      frame: {
        heldBy: 'unit',
        from: year.isFrameVoted ? 'volumes' : 'budget',
        periodise: year.weights[1] === 28n ? 'calendar-days' : 'twelfths',
        changes: [],
      },
      natures: { wages: ['wages'], income: ['income'], fixed: [...year.fixed] },
      mixGroups: new Map(
        year.services.filter(({ id, group }) => group !== id).map(({ id, group }) => [id, group]),
      ),
      actualGrowth: new Map([...year.turn.keys()].map((nature) => [nature, grows(nature)])),
      models: [rules],
      volumes: year.units.flatMap(({ id, volumes }) =>
        volumes.map(([key, month, parts, users]) => {
          const [of = '', level = ''] = key.split('/');
          const { per } = year.services.find((one) => one.id === of)!;
          const average = users ? { users } : {};
          return { unit: id, service: of, level, month, quantity: fraction(parts, per), ...average, row: 2 };
        }),
      ),
      at: AT,
    },
  });
  return model;
}

const POOL_OF: Record<string, string> = {
  wages: 'wages',
  goods: 'goods',
  income: 'fees',
  premises: 'premises',
  fixed: 'management',
};

function inputOf(year: PlainYear): FinancingInput {
  const each = <T>(of: (unit: PlainUnit) => readonly T[]): T[] => year.units.flatMap(of);
  const rows = { article: '010', rows: 1 };
  return {
    through: year.through,
    prices: [pricesOf(year)],
    budget: each(({ id, frame }) =>
      (frame ?? []).map(
        ([month, amountOre]): PoolMonth => ({
          ...{ unit: id, month, pool: 'wages', nature: 'wages', ...rows, amountOre },
        }),
      ),
    ),
    expense: each(({ id, expenses }) =>
      expenses.map(
        ([kind, nature, month, amountOre]): PoolMonth => ({
          ...{ unit: id, month, pool: POOL_OF[kind]!, nature, ...rows, amountOre },
        }),
      ),
    ),
    lastYear: [],
    quantities: each(({ id, quantities }) =>
      quantities.map(([key, month, state, parts, users]) => {
        const [of = '', level = ''] = key.split('/');
        return {
          unit: id,
          service: of,
          level,
          month,
          state: state as QuantityState,
          parts,
          users: Number(users),
        };
      }),
    ),
    hours: each(({ id, hours }) =>
      [...hours].map(([month, parts]) => ({
        ...{ unit: id, year: YEAR, month, kind: 'ordinary' as const, parts, amountOre: 0n, rows: 1 },
      })),
    ),
    places: each(({ id, places }) =>
      [...places].map(([month, openDays]) => ({ unit: id, year: YEAR, month, openDays, closedDays: 0n })),
    ),
    freshness: { ledgerMonth: year.through, activityMonth: year.through },
  };
}

function pricesOf({ periods, units }: PlainYear): ModelPrices {
  // A grown cost is given as 1 øre that has grown by it.
  const grown = (value: Exact): Pick<OwnCost, 'costOre' | 'growth'> => ({ costOre: 1n, growth: value });
  return {
    model: 'activity',
    periods: periods.map(({ from, prices, supplements, base }) => ({
      fromMonth: from,
      prices: {
        ...{ costYear: YEAR - 1, priceYear: YEAR, adopted: '2025-12-11', run: 'r' },
        prices: [...prices].map(([key, publishedOre]) => {
          const [of = '', level = ''] = key.split('/');
          return {
            kind: 'financing',
            service: of,
            level,
            measure: '',
            exact: fraction(publishedOre),
            publishedOre,
          };
        }),
        baseGrants: [...base].map(([unit, publishedOre]) => ({
          unit,
          exact: fraction(publishedOre),
          publishedOre,
        })),
        supplements: [...supplements].map(([key, amount]) => {
          const [unit = '', of = ''] = key.split('/');
          return { name: 'travel', unit, service: of, amount };
        }),
      },
    })),
    base: {
      costs: units.flatMap(({ id, own, ownBase }): OwnCost[] => [
        ...own.flatMap(({ service: of, level, costs }) =>
          [...costs].map(
            ([nature, value]): OwnCost => ({
              ...{ unit: id, service: of, level, nature, paidAs: 'price', ...grown(value) },
            }),
          ),
        ),
        ...(ownBase
          ? [
              {
                unit: id,
                service: '',
                level: '',
                nature: 'wages',
                paidAs: 'base' as const,
                ...grown(ownBase),
              },
            ]
          : []),
      ]),
      volumes: units.flatMap(({ id, own }) =>
        own.map(({ service: of, level, parts, hours }) => ({
          ...{ unit: id, service: of, level, parts },
          ...(hours === undefined ? {} : { hourParts: fraction(hours) }),
        })),
      ),
    },
  };
}
