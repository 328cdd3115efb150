// Places of units from day to day, those that were closed apart: what could have been used, beside what was.

import type { CircumstanceSource } from '../../model/care-sources.ts';
import type { Day } from '../../time/days.ts';
import { endsBeforeStart } from '../activity/row-findings.ts';
import type { ReadContext } from '../reader.ts';
import { codedRows } from '../tables/coded-rows.ts';
import type { Table } from '../tables/delivered-table.ts';
import { showCell } from '../tables/fault.ts';
import { type JudgedTexts, judgeDays, judgeTexts, judgeWords } from '../tables/judge-texts.ts';
import { isNumeric } from '../tables/open-table.ts';
import { judgeUnits, type UnitRows } from './unit-rows.ts';

/** capacity: `to_date` null while it still holds, `closed` 1 where the places may not be used. Rows of a unit add up. */
export const CAPACITY = {
  row: 'INTEGER',
  unit: 'VARCHAR',
  places: 'INTEGER',
  from_date: 'INTEGER',
  to_date: 'INTEGER',
  closed: 'INTEGER',
} as const;

type CapacityRow = {
  readonly row: number;
  readonly unit: string;
  readonly places: number;
  readonly from_date: Day;
  readonly to_date: Day | null;
  readonly closed: 0 | 1;
};

const CLOSED: ReadonlyMap<string, 0 | 1> = new Map([
  ...['', '0', 'no', 'nei', 'nej', 'false', 'open', 'åpen', 'öppen', 'åben'].map((text): [string, 0] => [
    text,
    0,
  ]),
  ...['1', 'x', 'yes', 'ja', 'true', 'closed', 'stengt', 'stängd', 'lukket'].map((text): [string, 1] => [
    text,
    1,
  ]),
]);

/** Reads the places of a file. */
export async function readCapacity(
  table: Table,
  source: CircumstanceSource,
  context: ReadContext,
): Promise<UnitRows<CapacityRow>> {
  const at = (name: string): number | undefined => table.columns.get(name);
  let judged: Judged | undefined;
  const coded = await codedRows(
    table,
    {
      columns: {
        places: [at('places')],
        unit: [at('unit')],
        from: [at('from')],
        to: [at('to')],
        closed: [at('closed')],
      },
      judge: (textsOf) => {
        judged = judge(textsOf, table, source, context);
        return judged;
      },
    },
    context,
  );
  const all = coded.rows.map(
    ({ row, unit, places, from, to, closed }): CapacityRow => ({
      row,
      unit: judged!.unit.items[unit]!,
      places: judged!.places.items[places]!,
      from_date: judged!.from.items[from]!,
      to_date: judged!.to.items[to] ?? null,
      closed: judged!.closed.items[closed]!,
    }),
  );
  const isForward = ({ from_date: from, to_date: to }: CapacityRow): boolean => to === null || from <= to;
  const wrong = all.filter((row) => !isForward(row));
  const findings = [
    ...coded.findings,
    ...endsBeforeStart('capacity', table.file, source.columns.to ?? '', wrong),
  ];
  return { read: coded.read, rows: all.filter(isForward), years: [], findings };
}

type Column = 'places' | 'unit' | 'from' | 'to' | 'closed';
type Judged = {
  readonly places: JudgedTexts<number>;
  readonly unit: JudgedTexts<string>;
  readonly from: JudgedTexts<Day | undefined>;
  readonly to: JudgedTexts<Day | undefined>;
  readonly closed: JudgedTexts<0 | 1>;
};

function judge(
  textsOf: (name: Column) => readonly string[],
  table: Table,
  source: CircumstanceSource,
  { model }: ReadContext,
): Judged {
  const { columns } = source;
  const days = (name: 'from' | 'to') =>
    judgeDays(textsOf(name), {
      rule: 'capacity/date',
      column: columns[name] ?? '',
      mayBeOpen: name === 'to',
    });
  return {
    places: judgePlaces(textsOf('places'), columns.places ?? '', isNumeric(table, 'places')),
    unit: judgeUnits(textsOf('unit'), source, model),
    from: days('from'),
    to: days('to'),
    closed: judgeWords(textsOf('closed'), CLOSED, {
      rule: 'capacity/closed',
      column: columns.closed ?? '',
      what: 'yes or no',
      remedy: 'Write yes where the places are closed, and nothing where they are open.',
    }),
  };
}

/** Whole places; zero says that there are none. A column whose type is a number's may write 40 as 40.0. */
const judgePlaces = (texts: readonly string[], column: string, ofNumbers: boolean): JudgedTexts<number> =>
  judgeTexts(texts, (text) => {
    const whole = ofNumbers ? text.replace(/\.0+$/, '') : text;
    if (/^\d{1,6}$/.test(whole)) return { is: Number(whole) };
    return {
      rule: 'capacity/places',
      column,
      message: `${text === '' ? 'The cell is empty and' : showCell(text, false)} is no number of places.`,
      remedy: 'Write a whole number, 0 where there are none.',
    };
  });
