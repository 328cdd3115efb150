// The row of key figures: frame, earned, spent and the two variances, so far in large type and the month's own below.

import { escapeXml } from '../../charts/escape-xml.ts';
import { type Responsibility, swatch } from '../../charts/responsibility.ts';
import { type FinancingTextKey, sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthName } from '../../words/months.ts';
import type { AbsentFrame } from './absent-frame.ts';
import { signedThousands, thousands } from './figures.ts';
import type { Totals } from './totals.ts';

type Figure = {
  readonly key: FinancingTextKey;
  readonly tone: Responsibility;
  readonly of: (totals: Totals) => bigint | undefined;
};

/** What a unit is looked at by. */
const UNIT_FIGURES: readonly Figure[] = [
  { key: 'frame', tone: 'neither', of: ({ frameOre }) => frameOre },
  { key: 'earned', tone: 'neither', of: ({ earnedOre }) => earnedOre },
  { key: 'spent', tone: 'neither', of: ({ spentOre }) => spentOre },
  { key: 'activityVariance', tone: 'purchaser', of: ({ activityOre }) => activityOre },
  { key: 'efficiencyVariance', tone: 'provider', of: ({ efficiencyOre }) => efficiencyOre },
];

/** What a purchaser is looked at by: what its units spend is not its own. */
export const PURCHASER_FIGURES: readonly Figure[] = [
  { key: 'frame', tone: 'neither', of: ({ frameOre }) => frameOre },
  { key: 'paidFor', tone: 'neither', of: ({ earnedOre }) => earnedOre },
  { key: 'activityVariance', tone: 'purchaser', of: ({ activityOre }) => activityOre },
];

/** What a director is looked at by: how what was earned was spent. */
export const DIRECTOR_FIGURES: readonly Figure[] = [
  { key: 'earned', tone: 'neither', of: ({ earnedOre }) => earnedOre },
  { key: 'spent', tone: 'neither', of: ({ spentOre }) => spentOre },
  { key: 'efficiencyVariance', tone: 'provider', of: ({ efficiencyOre }) => efficiencyOre },
];

/** Totals so far and of the month. */
export type KeyFigures = {
  readonly soFar: Totals;
  readonly ofMonth: Totals;
  readonly month: number;
  readonly absent: AbsentFrame;
};

/** The row in thousands of kroner; `shown` are the figures of those whose page it is. */
export function keyFigures(
  { soFar, ofMonth, month, absent }: KeyFigures,
  language: Language,
  shown: readonly Figure[] = UNIT_FIGURES,
): string {
  const name = monthName(month, language);
  const figures = shown.map(({ key, tone, of }) => {
    const [all, one] = [of(soFar), of(ofMonth)];
    const write = tone === 'neither' ? thousands : signedThousands;
    const mark = tone === 'neither' ? '' : swatch(tone, `key-${tone}`);
    const value =
      all === undefined
        ? `<dd class="now held">${escapeXml(sayFinancing(absent.figure, language))}</dd>`
        : `<dd class="now">${escapeXml(write(all, language))}</dd>`;
    const below =
      one === undefined ? '' : `<dd class="month">${escapeXml(`${name} ${write(one, language)}`)}</dd>`;
    return `<div class="${tone}"><dt>${mark}${escapeXml(sayFinancing(key, language))}</dt>${value}${below}</div>`;
  });
  const unit = `${sayFinancing('soFar', language)}, ${sayFinancing('thousandKroner', language)}. ${sayFinancing('signs', language)}`;
  return `<dl class="figures">${figures.join('')}</dl><p class="note">${escapeXml(unit.charAt(0).toUpperCase() + unit.slice(1))}</p>`;
}
