// Validation before costing: cost and volume are held against each other, unit by unit, and what does not fit is asked
// of whoever answers for the figures.

import type { Model } from '../../model/model.ts';
import { NO_USER_RULES, type UserRules } from '../../model/users.ts';
import { byKey } from '../../money/apportion.ts';
import { compare, type Fraction, fraction, multiply, ONE, subtract } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { CostObject } from '../../tables/costs.ts';
import { keyOf } from '../../tables/keys.ts';
import type { Question } from '../../tables/users.ts';

type UnitService = Pick<Question, 'service' | 'unit' | 'measure' | 'costOre' | 'parts'> & {
  readonly unitCost?: Fraction;
};

/**
 * In order of who answers ("" last), service, unit, level and kind. Open services have no volume, and are not asked
 * about. `last` are the objects of the year before, where it is known.
 */
export function askQuestions(
  model: Model,
  objects: readonly CostObject[],
  last: readonly CostObject[] = [],
): Question[] {
  const rules = model.users ?? NO_USER_RULES;
  const now = byUnit(objects);
  const before = new Map(byUnit(last).map((one) => [keyOf(one.service, one.unit), one]));
  const responsible = (unit: string): string => rules.responsible.get(unit) ?? '';
  const asked = [
    ...objects.flatMap(notMeeting),
    ...now.flatMap((one) => outsideBand(one, rules)),
    ...now.flatMap((one) => jumped(one, before.get(keyOf(one.service, one.unit)), rules)),
  ].map((question) => ({ ...question, responsible: responsible(question.unit) }));
  const order = ({ responsible: who, service, unit, level, kind }: Question): string =>
    keyOf(who === '' ? '\uffff' : who, service, unit, level, kind);
  return asked.sort((a, b) => byKey(order(a), order(b)));
}

type Asked = Omit<Question, 'responsible'>;

/** Cost without volume, and volume without cost, by object. */
function notMeeting({ service, unit, level, measure, parts, amountOre, costs }: CostObject): Asked[] {
  if (measure === '') return [];
  const of = { service, unit, level, measure, costOre: amountOre, parts };
  if (parts === 0n && amountOre !== 0n) return [{ kind: 'cost-without-volume', ...of }];
  return parts > 0n && costs.length === 0 ? [{ kind: 'volume-without-cost', ...of }] : [];
}

/** The objects of each service at each unit together. */
function byUnit(objects: readonly CostObject[]): UnitService[] {
  const groups = Map.groupBy(objects, ({ service, unit }) => keyOf(service, unit));
  return [...groups.values()].map((all) => {
    const { service, unit, measure } = all[0]!;
    const costOre = all.reduce((sum, { amountOre }) => sum + amountOre, 0n);
    const parts = all.reduce((sum, one) => sum + one.parts, 0n);
    const of = { service, unit, measure, costOre, parts };
    if (parts === 0n || measure === '') return of;
    return { ...of, unitCost: fraction(costOre * partsPerMeasure(measure), parts) };
  });
}

function outsideBand(one: UnitService, { expected }: UserRules): Asked[] {
  const band = expected.find(({ service }) => service === one.service);
  if (!band || !one.unitCost) return [];
  const isInside = compare(one.unitCost, band.from) >= 0 && compare(one.unitCost, band.to) <= 0;
  if (isInside) return [];
  return [{ kind: 'outside-band', ...one, level: '', expected: { from: band.from, to: band.to } }];
}

/** |now − last| > jump × last. The band that is told is last year's, both ends. */
function jumped(one: UnitService, last: UnitService | undefined, { jump }: UserRules): Asked[] {
  if (!jump || !one.unitCost || !last?.unitCost || last.unitCost.num <= 0n) return [];
  const moved = subtract(multiply(one.unitCost, { num: last.unitCost.den, den: last.unitCost.num }), ONE);
  const size = moved.num < 0n ? { num: -moved.num, den: moved.den } : moved;
  if (compare(size, jump) <= 0) return [];
  return [{ kind: 'jump', ...one, level: '', expected: { from: last.unitCost, to: last.unitCost } }];
}
