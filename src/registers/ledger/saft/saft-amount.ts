// Amounts as SAF-T writes them: xs:decimal in whole kroner and øre, such as "9487049.35" or "-12".

import type { Ore } from '../../../money/ore.ts';

const DECIMAL = /^([+-]?)(\d{0,20})(?:\.(\d*))?$/;
/** As everywhere in the registers: what a single posting may hold. */
const MOST_ORE = 10n ** 17n;

/** Øre; or why the text is no amount. More than two decimals hold øre only where the rest are zeros. */
export function saftAmount(text: string): Ore | 'no amount' | 'finer than an øre' | 'too large' {
  const match = DECIMAL.exec(text);
  const [, sign, whole = '', decimals = ''] = match ?? [];
  if (!match || whole + decimals === '') return 'no amount';
  if (/[^0]/.test(decimals.slice(2))) return 'finer than an øre';
  const ore = BigInt(whole + decimals.slice(0, 2).padEnd(2, '0'));
  if (ore >= MOST_ORE) return 'too large';
  return (sign === '-' ? -ore : ore) as Ore;
}

export const isOre = (amount: ReturnType<typeof saftAmount>): amount is Ore => typeof amount === 'bigint';
