// The finding of a what-if: who earns most more or less, who the opposite, and what it is all together; where no one
// earns anything else, whose cost became another.

import type { Model } from '../../model/model.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { largerFirst, magnitude } from '../../money/ore.ts';
import type { Differences } from '../../whatif/differences.ts';
import type { Language } from '../../words/language.ts';
import { sayWhatIf, type WhatIfText } from '../../words/whatif-texts.ts';
import { formatMillions } from '../flow-data.ts';
import { unitName } from '../result-views.ts';

/** "Innlandet earns 1.2 mill. kr more in 2026, Sjøsiden 0.4 mill. kr less; all together 0.8 mill. kr more." */
export function differencesTitle(model: Model, { units, total }: Differences, language: Language): string {
  const earned = changesOf(units.map(({ unit, earned: { differenceOre } }) => ({ unit, differenceOre })));
  const cost = changesOf(units.map(({ unit, cost: { differenceOre } }) => ({ unit, differenceOre })));
  const { cost: costYear, price: priceYear } = model.years;
  const say = (key: WhatIfText, { unit, differenceOre }: UnitChange, year: number): string =>
    sayWhatIf(key, language, {
      ...{ unit: unitName(model, unit), year },
      amount: `${roundedAmount(magnitude(differenceOre), language)} kr`,
    });
  const turned = (one: Changes, year: number): string =>
    one.opposite ? say(one.isMore ? 'andLess' : 'andMore', one.opposite, year) : '';
  if (earned) {
    const all = { unit: '', differenceOre: total.earned.differenceOre };
    const together = all.differenceOre === 0n ? 'allSame' : all.differenceOre > 0n ? 'allMore' : 'allLess';
    const first = say(earned.isMore ? 'earnsMore' : 'earnsLess', earned.first, priceYear);
    const last = earned.count > 1 ? say(together, all, priceYear) : '';
    return `${first}${turned(earned, priceYear)}${last}.`;
  }
  if (!cost) return `${sayWhatIf('noDifference', language)}.`;
  const first = say(cost.isMore ? 'costsMore' : 'costsLess', cost.first, costYear);
  return `${first}${turned(cost, costYear)}.`;
}

type UnitChange = { readonly unit: string; readonly differenceOre: bigint };

/** The largest of changes, the largest that goes the other way, and how many there are. */
type Changes = {
  readonly first: UnitChange;
  readonly isMore: boolean;
  readonly opposite: UnitChange | undefined;
  readonly count: number;
};

function changesOf(all: readonly UnitChange[]): Changes | undefined {
  const touched = all
    .filter(({ differenceOre }) => differenceOre !== 0n)
    .sort((a, b) => largerFirst(a.differenceOre, b.differenceOre));
  const [first] = touched;
  if (!first) return undefined;
  const isMore = first.differenceOre > 0n;
  const opposite = touched.find(({ differenceOre }) => differenceOre > 0n !== isMore);
  return { first, isMore, opposite, count: touched.length };
}

/** Millions or thousands; kroner where it is less than a thousand. */
const roundedAmount = (ore: bigint, language: Language): string =>
  ore < 100_000n ? formatAmount(ore, { language, decimals: 0 }) : formatMillions(ore, language);
