import { describe, expect, it } from 'vitest';
import {
  inKroner,
  kr,
  plainModel,
  plainUnit,
  posting,
  pricesOf,
  quantity,
  yearInput,
} from '../../test/financing/plain-year.ts';
import { exact } from '../../test/support/hand-made-model.ts';
import type { SettlementRules } from '../model/financing.ts';
import { ore } from '../money/ore.ts';
import { finance } from './finance.ts';
import { settle } from './settle.ts';

const RULES: SettlementRules = {
  surplus: { keep: exact('50 %'), atMost: exact('3 %') },
  deficit: { carry: exact('100 %'), atMost: exact('2 %') },
  carriedIn: new Map(),
};

/** One unit that earned 1,000,000 and spent something else. */
function settled(spent: number, carriedIn = 0, through = 12) {
  const settlement = { ...RULES, carriedIn: new Map([['home', ore(kr(carriedIn))]]) };
  const model = plainModel({
    units: [plainUnit('home'), plainUnit('firm', { provision: 'private' })],
    financing: { settlement },
  });
  const { values } = finance({
    model,
    input: yearInput({
      through,
      prices: [pricesOf('activity', { prices: { 'home-nursing': 1000 } })],
      expense: [posting('home', 1, 'wages', spent), posting('firm', 1, 'goods', 777)],
      quantities: [quantity('home', 'home-nursing', 1, 1000)],
    }),
  });
  return settle(model, values!);
}

describe('settlement of a unit that earned 1,000,000', () => {
  // spent, carried in → result, kept, returned, carried, covered, to the reserve
  it.each<[string, number, number, number[]]>([
    ['nothing left over', 1_000_000, 0, [0, 0, 0, 0, 0, 0]],
    ['half is kept', 980_000, 0, [20_000, 10_000, 10_000, 0, 0, 10_000]],
    ['at most 3 % is kept', 900_000, 0, [100_000, 30_000, 70_000, 0, 0, 70_000]],
    ['a deficit is carried whole', 1_015_000, 0, [-15_000, 0, 0, -15_000, 0, 0]],
    ['at most 2 % is carried', 1_050_000, 0, [-50_000, 0, 0, -20_000, -30_000, -30_000]],
    ['with what is carried in', 980_000, -50_000, [-30_000, 0, 0, -20_000, -10_000, -10_000]],
    ['odd øre', 999_999.97, 0, [0.03, 0.02, 0.01, 0, 0, 0.01]],
  ])('%s', (_, spent, carriedIn, expected) => {
    const { settlements, reserves, findings } = settled(spent, carriedIn);
    expect(findings).toEqual([]);
    expect(settlements.map(({ unit, purchaser }) => [unit, purchaser])).toEqual([['home', 'purchaser']]);
    const { resultOre, keptOre, returnedOre, carriedOre, coveredOre } = settlements[0]!;
    const found = [resultOre, keptOre, returnedOre, carriedOre, coveredOre, reserves[0]!.amountOre];
    expect(found.map(inKroner)).toEqual(expected);
  });

  it('is off until it is voted', () => {
    const model = plainModel({ units: [plainUnit('home')] });
    const { values } = finance({
      model,
      input: yearInput({ prices: [pricesOf('activity', { prices: {} })] }),
    });
    expect(settle(model, values!)).toEqual({ settlements: [], reserves: [], findings: [] });
  });

  it('waits for December', () => {
    const { settlements, findings } = settled(900_000, 0, 11);
    expect(settlements).toEqual([]);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'financing/not-over: 2026 is followed to month 11, and only a whole year is settled',
    ]);
  });
});
