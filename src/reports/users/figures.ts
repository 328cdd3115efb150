// Figures of users as people read them: whole kroner, thousands, shares, counts.

import {
  formatAmount,
  formatNumber,
  formatQuantity,
  formatRate,
  formatShare,
} from '../../money/amount-text.ts';
import { type Fraction, fraction } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { Language } from '../../words/language.ts';
import { formatMillions } from '../flow-data.ts';

/** "1 234 568" kroner. */
export const kroner = (amountOre: bigint, language: Language): string =>
  formatAmount(amountOre, { language, decimals: 0 });

/** "1 235" thousand kroner. */
export const thousands = (amountOre: bigint, language: Language): string =>
  formatAmount(amountOre, { language, unit: 'thousand' });

/** "0,8 mill. kr"; below a tenth of a million in kroner: "300 kr". */
export function roughly(amountOre: bigint, language: Language): string {
  const isSmall = amountOre > -10_000_000n && amountOre < 10_000_000n;
  return `${isSmall ? kroner(amountOre, language) : formatMillions(amountOre, language)} kr`;
}

export const count = (number: number, language: Language): string =>
  formatNumber(fraction(BigInt(number)), { language, decimals: 0 });

/** Kroner per measure, "" where there is none; whole from a thousand kroner on. */
export function rateText(value: Fraction | undefined, language: Language): string {
  if (!value) return '';
  const isLarge = value.num >= 100_000n * value.den;
  return formatRate(value, { language, decimals: isLarge ? 0 : 2 });
}

/** The volume in its measure, "" for nothing. */
export const volumeText = (parts: bigint, measure: string, language: Language): string =>
  parts === 0n ? '' : formatQuantity(parts, { language, partsPerMeasure: partsPerMeasure(measure) });

/** "29,3 %" of a whole; "–" of nothing. */
export const shareOf = (part: bigint, whole: bigint, language: Language, decimals = 1): string =>
  whole === 0n ? '–' : formatShare(fraction(part, whole), { language, decimals });

/** Øre for one of so many users, "" without any. */
export const each = (amountOre: bigint, users: number, language: Language): string =>
  users === 0 ? '' : formatRate(fraction(amountOre, BigInt(users)), { language, decimals: 0 });
