// What a sheet says that units earn is what financing says that its prices pay on the cost year's own volumes.

import { describe, expect, it } from 'vitest';
import { activityModel, plainModel, yearInput } from '../../test/financing/plain-year.ts';
import { exact } from '../../test/support/hand-made-model.ts';
import { SMALL_MODEL, smallSheet } from '../../test/support/small-sheet.ts';
import { finance } from '../financing/finance.ts';
import type { Change } from './change.ts';
import { withChanges } from './change-sheet.ts';
import { paidPrices, type Sheet } from './sheet.ts';

/** Unit → øre that financing would pay on the cost year's volumes, if the sheet's prices were adopted. */
function paidByFinancing(sheet: Sheet): Record<string, bigint> {
  const units = SMALL_MODEL.units.filter(({ kind }) => kind === 'provider');
  const { financing } = plainModel({ units });
  const model = {
    ...{ ...SMALL_MODEL, years: { cost: 2026, price: 2026, finance: 2026 } },
    financing: {
      ...financing!,
      models: [
        activityModel(
          'activity',
          units.map(({ id }) => id),
        ),
      ],
    },
  };
  const volumes = sheet.ground.volumes.all.flatMap(({ service, unit, levels }) =>
    levels.map(({ level, parts }) => ({ unit, service: service.id, level, parts })),
  );
  const prices = { ...sheet.list, prices: paidPrices(sheet), adopted: '2025-12-11', run: 'r' };
  const adopted = { model: 'activity', periods: [{ fromMonth: 1, prices }], base: { costs: [], volumes } };
  const { values, findings } = finance({ model, input: yearInput({ through: 1, prices: [adopted] }) });
  if (!values) throw new Error(findings.map(({ message }) => message).join('\n'));
  return Object.fromEntries(values.baseYear.map(({ unit, earnedOre }) => [unit, earnedOre]));
}

describe('what units earn', () => {
  it.each<[string, Change[]]>([
    ['as it is', []],
    ['with another growth', [{ kind: 'growth', year: 2026, nature: 'wages', growth: exact('5,37 %') }]],
    ['with a stated price', [{ kind: 'price', service: 'home-nursing', level: '', publishedOre: 93_001n }]],
    ['with another key', [{ kind: 'column', unit: 'innlandet', column: 'fte', quantity: exact(7) }]],
  ])('%s: financing pays the same', (_, changes) => {
    const { sheet } = withChanges(smallSheet(), changes);
    const earned = [...sheet!.earned.values()].map(({ unit, earnedOre }) => [unit, earnedOre]);
    expect(paidByFinancing(sheet!)).toEqual(Object.fromEntries(earned));
  });
});
