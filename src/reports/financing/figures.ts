// Figures as the financing pages write them: thousands of kroner and quantities with thin spaces, millions in words.

import {
  formatAmount,
  formatNumber,
  formatQuantity,
  formatRate,
  formatShare,
} from '../../money/amount-text.ts';
import type { Fraction } from '../../money/fraction.ts';
import { magnitude } from '../../money/ore.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';

/** Digits are grouped by a narrow no-break space, as typography has it; the terminal keeps its full space. */
const thin = (text: string): string => text.replaceAll('\u00a0', '\u202f');

/** −649,510,000 øre → "−6 495": thousands of kroner. */
export const thousands = (amountOre: bigint, language: Language): string =>
  thin(formatAmount(amountOre, { language, unit: 'thousand' }));

/** Kroner without decimals, for tables that add up to the krone. */
export const kroner = (amountOre: bigint, language: Language): string =>
  thin(formatAmount(amountOre, { language, decimals: 0 }));

/** A plus before what is left over: "1 917" → "+1 917"; zero and minus as they are. */
export const withPlus = (number: string): string => (/^0*[.,]?0*[1-9]/.test(number) ? `+${number}` : number);

/** Thousands of what is over or short: "+1 917", "−6 495". */
export const signedThousands = (amountOre: bigint, language: Language): string =>
  withPlus(thousands(amountOre, language));

/** −28,490,000 øre → "−0,3 mill. kr"; thousands where it is less than a tenth of a million. In one piece, for sentences. */
export function signedMillions(amountOre: bigint, language: Language): string {
  const isSmall = magnitude(amountOre) < 10_000_000n;
  const number = isSmall
    ? formatAmount(amountOre, { language, unit: 'thousand' })
    : formatAmount(amountOre, { language, unit: 'million', decimals: 1 });
  const text = sayFinancing(isSmall ? 'inThousands' : 'inMillions', language, { number: thin(number) });
  return text.replaceAll(' ', '\u00a0');
}

/** The same with a plus for what is left over: "+1,9 mill. kr". */
export const deviation = (amountOre: bigint, language: Language): string =>
  withPlus(signedMillions(amountOre, language));

/** The same without a sign, where the sentence says which way: "4,2 mill. kr". */
export const millions = (amountOre: bigint, language: Language): string =>
  signedMillions(magnitude(amountOre), language);

/** Øre per measure → "1 164": whole kroner. */
export const rate = (orePerMeasure: Fraction, language: Language): string =>
  thin(formatRate(orePerMeasure, { language, decimals: 0 }));

/** Parts of a measure → "60 900" of it. */
export const quantity = (parts: bigint, measure: string, language: Language): string =>
  thin(formatQuantity(parts, { language, partsPerMeasure: partsPerMeasure(measure) }));

export const share = (value: Fraction, language: Language): string => thin(formatShare(value, { language }));

export const oneDecimal = (value: Fraction, language: Language): string =>
  thin(formatNumber(value, { language, decimals: 1 }));
