// The row of key figures: frame, earned, spent and the two variances, so far in large type and the month's own below.

import { escapeXml } from '../../charts/escape-xml.ts';
import { type Responsibility, swatch } from '../../charts/responsibility.ts';
import { type FinancingTextKey, sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthName } from '../../words/months.ts';
import { signedThousands, thousands } from './figures.ts';
import type { Totals } from './totals.ts';

type Figure = {
  readonly key: FinancingTextKey;
  readonly tone: Responsibility;
  readonly of: (totals: Totals) => bigint | undefined;
};

const FIGURES: readonly Figure[] = [
  { key: 'frame', tone: 'neither', of: ({ frameOre }) => frameOre },
  { key: 'earned', tone: 'neither', of: ({ earnedOre }) => earnedOre },
  { key: 'spent', tone: 'neither', of: ({ spentOre }) => spentOre },
  { key: 'activityVariance', tone: 'purchaser', of: ({ activityOre }) => activityOre },
  { key: 'efficiencyVariance', tone: 'provider', of: ({ efficiencyOre }) => efficiencyOre },
];

/** Totals so far and of the month, in thousands of kroner. */
export function keyFigures(soFar: Totals, ofMonth: Totals, month: number, language: Language): string {
  const name = monthName(month, language);
  const figures = FIGURES.map(({ key, tone, of }) => {
    const [all, one] = [of(soFar), of(ofMonth)];
    const write = tone === 'neither' ? thousands : signedThousands;
    const mark = tone === 'neither' ? '' : swatch(tone, `key-${tone}`);
    const value =
      all === undefined
        ? `<dd class="now held">${escapeXml(sayFinancing('heldByPurchaser', language))}</dd>`
        : `<dd class="now">${escapeXml(write(all, language))}</dd>`;
    const below =
      one === undefined ? '' : `<dd class="month">${escapeXml(`${name} ${write(one, language)}`)}</dd>`;
    return `<div class="${tone}"><dt>${mark}${escapeXml(sayFinancing(key, language))}</dt>${value}${below}</div>`;
  });
  const unit = `${sayFinancing('soFar', language)}, ${sayFinancing('thousandKroner', language)}. ${sayFinancing('signs', language)}`;
  return `<dl class="figures">${figures.join('')}</dl><p class="note">${escapeXml(unit.charAt(0).toUpperCase() + unit.slice(1))}</p>`;
}
