// Paid hours as payroll lists them: hours of a unit in a month, by kind, with what they cost where the file says it.

import type { CircumstanceSource } from '../../model/care-sources.ts';
import { parseCell } from '../../model/tables/read-table.ts';
import { type Fraction, fraction, multiply, roundHalfAway } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { HourKind } from '../../tables/circumstances.ts';
import type { ReadContext } from '../reader.ts';
import { codedRows } from '../tables/coded-rows.ts';
import type { Table } from '../tables/delivered-table.ts';
import { showCell } from '../tables/fault.ts';
import { type JudgedPeriods, judgePeriods, PERIOD_COLUMNS } from '../tables/judge-periods.ts';
import { type JudgedTexts, judgeNumbers, judgeTexts, judgeWords } from '../tables/judge-texts.ts';
import { markOf } from '../tables/open-table.ts';
import { judgeUnits, type UnitRows } from './unit-rows.ts';

/** paid_hours: `parts` are tenths of a second as hours are counted in, `amount_ore` 0 where the file says nothing. */
export const PAID_HOURS = {
  row: 'INTEGER',
  unit: 'VARCHAR',
  year: 'INTEGER',
  month: 'INTEGER',
  kind: 'VARCHAR',
  parts: 'BIGINT',
  amount_ore: 'BIGINT',
} as const;

type PaidHoursRow = {
  readonly row: number;
  readonly unit: string;
  readonly year: number;
  readonly month: number;
  readonly kind: HourKind;
  readonly parts: bigint;
  readonly amount_ore: bigint;
};

const KINDS: readonly HourKind[] = ['ordinary', 'overtime', 'agency', 'sick-leave'];

/** Hours are rounded to a tenth of a second, row by row; without a column of kinds all are ordinary. */
export async function readPaidHours(
  table: Table,
  source: CircumstanceSource,
  context: ReadContext,
): Promise<UnitRows<PaidHoursRow>> {
  const at = (name: string): number | undefined => table.columns.get(name);
  let judged: Judged | undefined;
  const coded = await codedRows(
    table,
    {
      columns: {
        hours: [at('hours')],
        unit: [at('unit')],
        period: PERIOD_COLUMNS.map(at).filter((column) => column !== undefined),
        kind: [at('kind')],
        amount: [at('amount')],
      },
      judge: (textsOf) => {
        judged = judge(textsOf, table, source, context);
        return judged;
      },
    },
    context,
  );
  const perHour = fraction(partsPerMeasure('hour'));
  const rows = coded.rows.map(
    ({ row, unit, period, kind, hours, amount }): PaidHoursRow => ({
      row,
      unit: judged!.unit.items[unit]!,
      year: Math.floor(period / 100),
      month: period % 100,
      kind: judged!.kind.items[kind]!,
      parts: roundHalfAway(multiply(judged!.hours.items[hours]!, perHour)),
      amount_ore: judged!.amount.items[amount]!,
    }),
  );
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const { file } = table;
  const notes = (judged?.period.notes ?? []).map((note) => ({ ...note, where: { file } }));
  return { read: coded.read, rows, years, findings: [...coded.findings, ...notes] };
}

type Column = 'hours' | 'unit' | 'period' | 'kind' | 'amount';
type Judged = {
  readonly hours: JudgedTexts<Fraction>;
  readonly unit: JudgedTexts<string>;
  readonly period: JudgedPeriods;
  readonly kind: JudgedTexts<HourKind>;
  readonly amount: JudgedTexts<bigint>;
};

function judge(
  textsOf: (name: Column) => readonly string[],
  table: Table,
  source: CircumstanceSource,
  { model }: ReadContext,
): Judged {
  const { columns, decimal } = source;
  const kinds = new Map([
    ...KINDS.map((kind): [string, HourKind] => [kind, kind]),
    ...source.kinds,
    ...(columns.kind === undefined ? [['', 'ordinary'] as const] : []),
  ]);
  return {
    hours: judgeNumbers(textsOf('hours'), {
      rule: 'paid-hours/hours',
      column: columns.hours ?? '',
      decimal: markOf(table, 'hours', decimal),
    }),
    unit: judgeUnits(textsOf('unit'), source, model),
    period: judgePeriods(textsOf('period'), {
      rule: 'paid-hours/period',
      column: (name) => columns[name],
      year: source.year ?? model.years.cost,
      ...(source.year !== undefined && { declaredYear: source.year }),
      onlyYear: model.years.cost,
      hasPersons: false,
    }),
    kind: judgeWords(textsOf('kind'), kinds, {
      rule: 'paid-hours/kind',
      column: columns.kind ?? '',
      what: 'kind of hours that is known',
      remedy: `Say under "kinds" in the source what it stands for: ${KINDS.join(', ')}.`,
    }),
    amount: judgeAmounts(textsOf('amount'), columns.amount ?? '', markOf(table, 'amount', decimal)),
  };
}

/** Kroner as øre; an empty cell is nothing. */
const judgeAmounts = (texts: readonly string[], column: string, decimal: ',' | '.'): JudgedTexts<bigint> =>
  judgeTexts(texts, (text) => {
    if (text === '') return { is: 0n };
    const kroner = parseCell(text, decimal);
    const ore = kroner && multiply(kroner, fraction(100n));
    if (ore?.den === 1n) return { is: ore.num };
    return {
      rule: 'paid-hours/amount',
      column,
      message: `${showCell(text, false)} is not an amount in kroner and øre.`,
      remedy: `Write 1234${decimal}50.`,
    };
  });
