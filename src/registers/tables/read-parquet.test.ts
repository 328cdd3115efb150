import { describe, expect, it } from 'vitest';
import { parquetOf } from '../../../test/support/parquet-of.ts';
import { MODEL, type Read, readActivity, readLedger } from '../../../test/support/table-workspace.ts';
import { describeFinding } from '../../findings/finding.ts';

const messages = ({ findings }: Read): string[] => findings.map(describeFinding);
const PARQUET = { file: 'a.parquet' };
const ledger = async (amounts: string): Promise<Read> =>
  readLedger(
    await parquetOf(
      `select '47102540101' as "Kontostreng", 202501 as "Periode", "Beløp" from (values ${amounts}) as t("Beløp")`,
    ),
    {},
    PARQUET,
  );
const ore = ({ rows }: Read): unknown[] => rows['postings']!.map((row) => row['amount_ore']);

describe('a ledger in Parquet', () => {
  it.each([
    ['DECIMAL', '(12.50::decimal(18,2)), (-0.05)', [1250n, -5n]],
    ['DECIMAL finer than an øre where it is zero', '(12.5000::decimal(18,4))', [1250n]],
    ['BIGINT', '(12::bigint), (-3)', [1200n, -300n]],
    ['DOUBLE, by its shortest decimals', '(0.1::double), (1234567.89), (-3)', [10n, 123_456_789n, -300n]],
    ['VARCHAR, as the source writes amounts', `('1 234,50'), ('-3')`, [123_450n, -300n]],
  ])('%s', async (_, values, expected) => {
    const read = await ledger(values);
    expect(messages(read)).toEqual([]);
    expect(ore(read)).toEqual(expected);
    expect(read.rows['postings']![0]).toMatchObject({ row: 1, year: 2025, month: 1 });
  });

  it('a sum of floating point that is no whole øre is a finding', async () => {
    const read = await ledger('(0.1::double + 0.2::double), (1e17), (2.5)');
    expect(messages(read)).toEqual([
      'a.parquet, row 1, column Beløp: "9.99999999999999999" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
      'a.parquet, row 2, column Beløp: "1e+17" is not an amount in kroner with at most two decimals. Write it as 12 500,00.',
    ]);
    expect(read).toMatchObject({ read: 3, refused: 2, sumOre: 250n });
  });

  it('an empty amount is a finding', async () => {
    expect(messages(await ledger('(null::bigint), (2)'))).toEqual([
      'a.parquet, row 1, column Beløp: The amount is empty. Write it as 12 500,00.',
    ]);
  });

  it.each([
    ['text', (whole: Uint8Array) => Buffer.from(`no Parquet file ${whole.length}`)],
    ['cut short', (whole: Uint8Array) => whole.subarray(0, whole.length - 10)],
    ['half', (whole: Uint8Array) => whole.subarray(0, whole.length / 2)],
  ])('%s is refused', async (_, damage) => {
    const whole = await parquetOf(`select '47102540101' as "Kontostreng", 202501 as "Periode", 1 as "Beløp"`);
    expect(messages(await readLedger(damage(whole), {}, PARQUET))).toEqual([
      'a.parquet: The file is not a Parquet file, or it is cut short. Deliver it again.',
    ]);
  });

  it('damaged inside is refused', async () => {
    const rows = `select '47102540' || lpad((i % 700)::varchar, 3, '0') as "Kontostreng", 202501 as "Periode", i as "Beløp" from range(5000) t(i)`;
    const whole = Buffer.from(await parquetOf(rows));
    whole.fill(0xff, 40, 400);
    expect(messages(await readLedger(whole, {}, PARQUET))).toEqual([
      'a.parquet: The file is damaged: its records cannot be read to the end. Deliver it again.',
    ]);
  });

  it('a missing column is refused, and so is a file without rows', async () => {
    const other = await readLedger(
      await parquetOf('select 1 as Belop, 2 as "Periode", 3 as "Kontostreng"'),
      {},
      PARQUET,
    );
    expect(messages(other)).toEqual([
      'a.parquet, row 1, column Beløp: There is no column "Beløp" in the header; the model reads amount from it. Did you mean "Belop"?',
    ]);
    const empty = await readLedger(
      await parquetOf(`select '1' as "Kontostreng", 1 as "Periode", 1 as "Beløp" where false`),
      {},
      PARQUET,
    );
    expect(messages(empty)).toEqual(['a.parquet: The file has a header and no rows. Deliver it again.']);
  });
});

describe('activity in Parquet', () => {
  it('with dates, numbers and texts of their own types', async () => {
    const query = `select '01818512321' as pnr, 'Hjemmesykepleie' as tjeneste, 'sjosiden' as enhet,
      date '2025-03-31' as dato, 7.5::double as minutter, null::varchar as behov
      union all select '01818512321', 'Hjemmesykepleie', 'sjosiden', date '2025-04-01', 45, null`;
    const read = await readActivity(await parquetOf(query), {}, { ...PARQUET, model: MODEL });
    expect(messages(read)).toEqual([]);
    expect(read.rows['records']).toMatchObject([
      { row: 1, month: 3, date: { days: 20178 }, parts: 4_500n },
      { row: 2, month: 4, parts: 27_000n },
    ]);
    expect(read.rows['persons']).toHaveLength(1);
  });

  it('with timestamps and an identifier kept as a number', async () => {
    const query = `select 1018512345 as pnr, 'Hjemmesykepleie' as tjeneste, 'sjosiden' as enhet,
      timestamp '2025-03-31 23:59:59.5' as dato, 45::smallint as minutter, '' as behov`;
    const read = await readActivity(await parquetOf(query), {}, PARQUET);
    expect(read.rows['records']).toMatchObject([{ month: 3, date: { days: 20178 }, parts: 27_000n }]);
  });
});
