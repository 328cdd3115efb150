// A what-if as tables: the prices that become others, and what every unit earns before and after.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatAmount, formatNumber } from '../../money/amount-text.ts';
import { fraction } from '../../money/fraction.ts';
import type { Difference, Differences, PriceDifference, UnitDifference } from '../../whatif/differences.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayWhatIf } from '../../words/whatif-texts.ts';
import { serviceAndLevel, unitName, type View } from '../result-views.ts';

/** Prices that differ, in order of service; a stated one is marked. No rows where all are as before. */
export function changedPricesView(model: Model, { prices }: Differences, language: Language): View {
  const changed = prices.filter(({ beforeOre, afterOre }) => beforeOre !== afterOre);
  const kroner = (ore: bigint | undefined): string =>
    ore === undefined ? '–' : formatAmount(ore, { language });
  return {
    caption: sayWhatIf('prices', language, { year: model.years.price }),
    columns: [
      left(say('service', language)),
      left(say('measure', language)),
      right(sayWhatIf('before', language)),
      right(sayWhatIf('after', language)),
      right(sayWhatIf('difference', language)),
      right('%'),
      left(''),
    ],
    rows: changed.map((price) => [
      serviceAndLevel(model, price, language),
      sayMeasure(price.measure, language),
      kroner(price.beforeOre),
      kroner(price.afterOre),
      ...differenceCells(price, language),
      price.isStated ? sayWhatIf('stated', language) : '',
    ]),
  };
}

function differenceCells({ beforeOre, afterOre }: PriceDifference, language: Language): [string, string] {
  if (beforeOre === undefined || afterOre === undefined) return ['', ''];
  const ore = afterOre - beforeOre;
  const percent = fraction(100n * ore, beforeOre > 0n ? beforeOre : 1n);
  return [
    signed(ore, formatAmount(ore, { language })),
    beforeOre > 0n ? signed(ore, formatNumber(percent, { language, decimals: 1 })) : '',
  ];
}

/**
 * Units that earn or cost something else, the largest difference first; then how many others there are, and the total.
 * What cost moved has a column where any did.
 */
export function unitDifferencesView(
  model: Model,
  { units, total, objects }: Differences,
  language: Language,
): View {
  const kroner = (ore: bigint): string => formatAmount(ore, { language, decimals: 0 });
  const change = ({ differenceOre: ore }: Difference): string => signed(ore, kroner(ore));
  const hasMoved = objects.length > 0;
  const cells = ({ earned, cost }: Differences['total']): string[] => [
    kroner(earned.beforeOre),
    kroner(earned.afterOre),
    change(earned),
    ...(hasMoved ? [change(cost)] : []),
  ];
  const touched = units.filter(isTouched);
  const same = units.filter((unit) => !isTouched(unit));
  const { price: year, cost: costYear } = model.years;
  const titles = [
    `${sayWhatIf('before', language)}, kr`,
    `${sayWhatIf('after', language)}, kr`,
    `${sayWhatIf('difference', language)}, kr`,
    ...(hasMoved ? [sayWhatIf('costMoved', language, { year: costYear })] : []),
  ];
  return {
    caption: sayWhatIf('units', language, { year, cost: costYear }),
    columns: [left(say('unit', language)), ...titles.map(right)],
    rows: [
      ...touched.map((unit) => [unitName(model, unit.unit) || '–', ...cells(unit)]),
      ...(same.length === 0
        ? []
        : [[sayWhatIf('unitsSame', language, { n: same.length }), ...cells(unchanged(same))]]),
      'rule',
      [say('total', language), ...cells(total)],
    ],
  };
}

const isTouched = ({ earned, cost }: UnitDifference): boolean =>
  earned.differenceOre !== 0n || cost.differenceOre !== 0n;

/** What units earn that are as before. */
function unchanged(units: readonly UnitDifference[]): Differences['total'] {
  const ore = units.reduce((sum, { earned }) => sum + earned.beforeOre, 0n);
  const nothing = { beforeOre: 0n, afterOre: 0n, differenceOre: 0n };
  return { earned: { beforeOre: ore, afterOre: ore, differenceOre: 0n }, cost: nothing };
}

/** The text of an amount with its sign, + as well as −. */
const signed = (amount: bigint, text: string): string => (amount > 0n ? `+${text}` : text);
