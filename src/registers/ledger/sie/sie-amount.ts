// Amounts as SIE writes them: kronor with a point before at most two decimals, debit positive, no thousands.

const AMOUNT = /^([+-]?)(\d{0,15})(?:\.(\d{0,2})0*)?$/;

/** "-212.5" → −21250n öre; undefined where the text is no such amount, or has more digits than an öre can hold. */
export function parseSieAmount(text: string): bigint | undefined {
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  if (whole === '' && decimals === '') return undefined;
  const ore = BigInt(whole + decimals.padEnd(2, '0'));
  return sign === '-' ? -ore : ore;
}

/** −200n → "-2.00", as the file writes it. */
export function sieAmount(amountOre: bigint): string {
  const digits = String(amountOre < 0n ? -amountOre : amountOre).padStart(3, '0');
  return `${amountOre < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
