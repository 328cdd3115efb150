// KOSTRA records as text, for tests.

/** One record of 48 characters: form 0A, fourth quarter 2019, region 040200, class 1, unless told otherwise. */
export function kostraRecord(fields: {
  readonly form?: string;
  readonly year?: number;
  readonly quarter?: string;
  readonly region?: string;
  readonly class?: string;
  readonly function: string;
  readonly article: string;
  /** Thousand kroner. */
  readonly amount: number;
}): string {
  const { form = '0A', year = 2019, quarter = '4', region = '040200' } = fields;
  return [
    `${form}${year}${quarter}${region}`.padEnd(31),
    fields.class ?? '1',
    fields.function.padEnd(4),
    fields.article,
    String(fields.amount).padStart(9),
  ].join('');
}
