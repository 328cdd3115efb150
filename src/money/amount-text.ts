// Amounts, quantities, rates and shares as the four countries write them: 1 234 567,50 · 1.234.567,50 · 1,234,567.50.

import { type Fraction, fraction, toDecimal } from './fraction.ts';
import type { Ore } from './ore.ts';

/** What one unit of a written amount is: an øre, a krone, a thousand kroner, a million kroner. */
export type AmountUnit = 'ore' | 'kroner' | 'thousand' | 'million';

/** Digits of øre in each unit: a krone is 10^2 øre, a thousand kroner 10^5. */
const ORE_DIGITS: Record<AmountUnit, number> = { ore: 0, kroner: 2, thousand: 5, million: 8 };

/** Spaces that group digits: plain, no-break, figure, thin, narrow no-break. */
const SPACES = ' \u00a0\u2007\u2009\u202f';
const GROUPED = String.raw`\d{1,3}(?:[${SPACES}]\d{3})+`;

/** sign or bracket, whole part (grouped by threes or not), decimals, sign or bracket. */
const amountPattern = (decimal: string, group: string): RegExp =>
  new RegExp(
    String.raw`^(\(|[+\-−]?)[${SPACES}]*(${GROUPED}|\d{1,3}(?:${group}\d{3})+|\d*)(?:${decimal}(\d+))?[${SPACES}]*(\)|[\-−]?)$`,
  );
const PATTERNS = { ',': amountPattern(',', String.raw`\.`), '.': amountPattern(String.raw`\.`, ',') };

/**
 * A written amount in whole øre. The decimal mark is declared, never guessed; the other mark may group digits by
 * threes, as may spaces. Negative: −, -, either of them behind, or in parentheses. Undefined when the text is no
 * such amount, and when it has more decimals than whole øre can hold.
 * @example parseAmount('1 234,5', { decimal: ',', unit: 'kroner' }) // 123450n
 * @example parseAmount('(2.000)', { decimal: ',', unit: 'thousand' }) // −200000000n: two million kroner
 * @example parseAmount('1.5', { decimal: ',', unit: 'kroner' }) // undefined
 */
export function parseAmount(
  text: string,
  { decimal, unit }: { readonly decimal: ',' | '.'; readonly unit: AmountUnit },
): Ore | undefined {
  const match = PATTERNS[decimal].exec(text.trim());
  if (!match) return undefined;
  const [, before = '', whole = '', decimals = '', after = ''] = match;
  if (whole === '' && decimals === '') return undefined;
  if ((before === '(') !== (after === ')')) return undefined;
  if (before !== '' && before !== '(' && after !== '') return undefined;
  const digits = ORE_DIGITS[unit];
  if (/[1-9]/.test(decimals.slice(digits))) return undefined;
  const ore = BigInt(whole.replace(/\D/g, '') + decimals.slice(0, digits).padEnd(digits, '0') || '0');
  const isNegative = after !== '' || (before !== '' && before !== '+');
  return (isNegative ? -ore : ore) as Ore;
}

/** The languages whose way of writing numbers is known. */
export type NumberLanguage = 'nb' | 'sv' | 'da' | 'en';

/**
 * Norwegian and Swedish group digits with a no-break space, Danish with a point, English with a comma (Unicode CLDR,
 * which follows Språkrådet, Språkrådets Svenska skrivregler and Dansk Sprognævn). Minus is − (U+2212) in all four.
 */
const MARKS: Record<
  NumberLanguage,
  { readonly group: string; readonly decimal: ',' | '.'; readonly percent: string }
> = {
  nb: { group: '\u00a0', decimal: ',', percent: '\u00a0%' },
  sv: { group: '\u00a0', decimal: ',', percent: '\u00a0%' },
  da: { group: '.', decimal: ',', percent: '\u00a0%' },
  en: { group: ',', decimal: '.', percent: '%' },
};

/**
 * An exact number with `decimals` digits, halves away from zero: 1234567/2, nb, 2 → "617 283,50".
 * A number that rounds to zero has no minus.
 */
export function formatNumber(
  value: Fraction,
  { language, decimals }: { readonly language: NumberLanguage; readonly decimals: number },
): string {
  const { group, decimal } = MARKS[language];
  const text = toDecimal(value, decimals);
  const [whole = '', rest] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const isNegative = text.startsWith('-') && /[1-9]/.test(text);
  return `${isNegative ? '−' : ''}${grouped}${rest === undefined ? '' : decimal + rest}`;
}

/**
 * An amount in øre as text in kroner (or the unit named), without currency. Decimals: 2 for kroner, 0 for the others,
 * unless named; rounded halves away from zero.
 * @example formatAmount(123456750n, { language: 'nb' }) // "1 234 567,50"
 * @example formatAmount(-8428000000n, { language: 'da', unit: 'million', decimals: 1 }) // "−84,3"
 */
export function formatAmount(
  amountOre: bigint,
  options: { readonly language: NumberLanguage; readonly decimals?: number; readonly unit?: AmountUnit },
): string {
  return formatRate(fraction(amountOre), options);
}

/**
 * A rate in exact øre per measure as text in kroner (or the unit named), rounded here and nowhere before:
 * 5040000/29 øre → "1 737,93".
 */
export function formatRate(
  orePerMeasure: Fraction,
  options: { readonly language: NumberLanguage; readonly decimals?: number; readonly unit?: AmountUnit },
): string {
  const { language, unit = 'kroner', decimals = unit === 'kroner' ? 2 : 0 } = options;
  const value = { num: orePerMeasure.num, den: orePerMeasure.den * 10n ** BigInt(ORE_DIGITS[unit]) };
  return formatNumber(value, { language, decimals });
}

/** Whole parts of a measure as text in the measure: 198000000 parts of 36,000 to the hour → "5 500". */
export function formatQuantity(
  parts: bigint,
  options: {
    readonly language: NumberLanguage;
    readonly partsPerMeasure: bigint;
    readonly decimals?: number;
  },
): string {
  const { language, partsPerMeasure, decimals = 0 } = options;
  return formatNumber(fraction(parts, partsPerMeasure), { language, decimals });
}

/** A share as a percentage: 287/500, nb, 1 → "57,4 %"; in English "57.4%". */
export function formatShare(
  share: Fraction,
  { language, decimals = 1 }: { readonly language: NumberLanguage; readonly decimals?: number },
): string {
  const text = formatNumber({ num: share.num * 100n, den: share.den }, { language, decimals });
  return text + MARKS[language].percent;
}
