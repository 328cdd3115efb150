// The stage against the auditor, on many generated years: every line of every unit and month, to the øre.

import { describe, expect, it } from 'vitest';
import { finance } from '../../src/financing/finance.ts';
import type { UnitMonth } from '../../src/tables/financing.ts';
import { type AuditedMonth, audit } from './auditor.ts';
import { generateYear } from './generate-year.ts';
import { plainToInput } from './plain-to-input.ts';

const YEARS = 600;

const linesOf = ({ lines }: UnitMonth, variance: string): Record<string, bigint> =>
  Object.fromEntries(
    lines.filter((line) => line.variance === variance).map(({ line, amountOre }) => [line, amountOre]),
  );

function expectAgreement(seed: number): Map<string, AuditedMonth> {
  const year = generateYear(seed);
  const audited = audit(year);
  const { model, input } = plainToInput(year);
  const { values } = finance({ model, input });
  const earned = Map.groupBy(values!.earned, ({ unit, month }) => `${unit}/${month}`);
  const found = values!.months.map((month) => {
    const key = `${month.unit}/${month.month}`;
    const lines = (earned.get(key) ?? []).map(({ kind, service, level, amountOre }) => [
      service === '' ? kind : `${kind} ${service}/${level}`,
      amountOre,
    ]);
    return {
      ...{ key, frame: month.frameOre, earned: month.earnedOre, spent: month.spentOre },
      earnedLines: Object.fromEntries(lines.filter(([, amountOre]) => amountOre !== 0n)),
      activity: linesOf(month, 'activity'),
      efficiency: linesOf(month, 'efficiency'),
    };
  });
  const expected = [...audited].map(([key, { earnedLines, activity, efficiency, ...rest }]) => ({
    ...{ key, ...rest },
    earnedLines: Object.fromEntries([...earnedLines].filter(([, amountOre]) => amountOre !== 0n)),
    activity: Object.fromEntries(activity),
    efficiency: Object.fromEntries(efficiency),
  }));
  expect(found, `seed ${seed}`).toEqual(expected);
  return audited;
}

describe(`the stage and the auditor agree on ${YEARS} generated years`, () => {
  const seen = new Map<string, number>();
  it('line by line, to the øre', () => {
    for (let seed = 0; seed < YEARS; seed++)
      for (const { activity, efficiency, earnedLines } of expectAgreement(seed).values())
        for (const [kind, lines] of Object.entries({ activity, efficiency, earned: earnedLines }))
          for (const [line, amountOre] of lines)
            if (amountOre !== 0n) {
              const name = `${kind} ${line.split(' ')[0]}`;
              seen.set(name, (seen.get(name) ?? 0) + 1);
            }
  });

  it('the years hold every line often', () => {
    const rare = [...seen].filter(([, times]) => times < 40);
    expect(rare).toEqual([]);
    const earnedKinds = [
      'base',
      'supplement',
      'price',
      'absence',
      'empty-place',
      'limit',
      'transition',
      'frame',
      'purchase',
    ];
    const activity = [
      'frame-gap',
      'grant-terms',
      'users',
      'quantity',
      'volume',
      'new-service',
      'mix',
      'delivery-gap',
    ];
    const rest = ['price-decision', 'absence-and-empty', 'model-terms', 'purchase-price'];
    const efficiency = [
      'starting-position',
      'wage-growth',
      'wage-composition',
      'usage',
      'wages',
      'goods-price',
    ];
    const fixed = ['goods-usage', 'fixed-coverage', 'fixed-spending', 'income', 'outside', 'model-terms'];
    expect([...seen.keys()].sort()).toEqual(
      [
        ...earnedKinds.map((kind) => `earned ${kind}`),
        ...[...activity, ...rest].map((line) => `activity ${line}`),
        ...[...efficiency, ...fixed].map((line) => `efficiency ${line}`),
      ].sort(),
    );
  });
});
