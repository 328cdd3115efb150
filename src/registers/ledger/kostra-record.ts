// One line of a KOSTRA accounting file: 48 characters of fixed width.
// Source: statisticsnorway/kostra-kontrollprogram, record description of the accounts.

import { KOSTRA_FORMS, type KostraForm, kostraForm } from './kostra-forms.ts';

const RECORD_LENGTH = 48;

/** `quarter` is "" in a file of the year; `amountOre` has expense positive, income negative. */
export type KostraRecord = {
  readonly row: number;
  readonly form: KostraForm;
  readonly year: number;
  readonly quarter: string;
  readonly region: string;
  readonly organisation: string;
  readonly class: string;
  /** Function, or chapter in a balance. */
  readonly function: string;
  /** Article, or sector in a balance. */
  readonly article: string;
  readonly amountOre: bigint;
};

/** Why a line is no record: which rule it broke, in which column, and what to do. */
export type RecordProblem = {
  readonly row: number;
  readonly rule: string;
  readonly column?: string;
  readonly message: string;
  readonly remedy: string;
};

export const isProblem = (line: KostraRecord | RecordProblem): line is RecordProblem => 'rule' in line;
export const isRecord = (line: KostraRecord | RecordProblem): line is KostraRecord => !isProblem(line);

const THOUSAND_KRONER = 100_000n;

/** Places as the record description numbers them, from 1. */
const FIELDS = {
  form: [1, 2],
  year: [3, 6],
  quarter: [7, 7],
  region: [8, 13],
  organisation: [14, 22],
  class: [32, 32],
  function: [33, 36],
  article: [37, 39],
  amount: [40, 48],
} as const;

const field = (line: string, [from, to]: readonly [number, number]): string => line.slice(from - 1, to);

/**
 * Reads one line without its line end and trailing blanks.
 * @example parseKostraRecord('0A20194040200                  1120 010    36328', 1)
 *   // form 0A, 2019, quarter 4, region 040200, class 1, function 120, article 010, 3632800000 øre
 */
export function parseKostraRecord(line: string, row: number): KostraRecord | RecordProblem {
  if (line.length !== RECORD_LENGTH)
    return {
      row,
      rule: 'kostra/record-length',
      message: `The record has ${line.length} characters; a KOSTRA record has ${RECORD_LENGTH}.`,
      remedy: 'Export the file again; the line may be cut off, or come from another kind of file.',
    };
  const form = kostraForm(field(line, FIELDS.form));
  if (!form)
    return {
      ...bad(row, 'form', field(line, FIELDS.form), `one of ${KOSTRA_FORMS.join(' ')}`),
      rule: 'kostra/unknown-form',
    };
  return problemIn(line, row, form) ?? recordOf(line, row, form);
}

function problemIn(line: string, row: number, form: KostraForm): RecordProblem | undefined {
  const expected = (name: keyof typeof FIELDS, pattern: RegExp, what: string): RecordProblem | undefined =>
    pattern.test(field(line, FIELDS[name])) ? undefined : bad(row, name, field(line, FIELDS[name]), what);
  const accountClass = field(line, FIELDS.class);
  return (
    expected('year', /^\d{4}$/, 'four digits') ??
    expected('quarter', /^[1-4 ]$/, '1 to 4, or blank for the year') ??
    expected('region', /^\d{6}$/, 'six digits, such as 030100') ??
    expected('organisation', /^[\d ]{9}$/, 'nine digits, or blank') ??
    expected('function', /^[0-9A-Za-z]{1,4} *$/, 'a code, left justified') ??
    expected('article', /^[0-9A-Za-z ]{3}$/, 'a code of three characters') ??
    expected('amount', /^ *-? *\d+$/, 'whole thousand kroner, right justified') ??
    (form.classes === '' || form.classes.includes(accountClass)
      ? undefined
      : bad(row, 'class', accountClass, `${[...form.classes].join(' or ')} in form ${form.code}`))
  );
}

function bad(row: number, name: keyof typeof FIELDS, found: string, what: string): RecordProblem {
  const [from, to] = FIELDS[name];
  const places = from === to ? `Position ${from} holds` : `Positions ${from}–${to} hold`;
  return {
    row,
    rule: `kostra/${name}`,
    column: name,
    message: `${places} "${printable(found)}", where ${what} is expected.`,
    remedy: 'Correct it at the source and export the file again.',
  };
}

/** A field of a file may hold anything; what is not printed is shown as "?". */
const printable = (text: string): string => text.replace(/[^\x20-\x7e\xa1-\xff]/g, '?');

function recordOf(line: string, row: number, form: KostraForm): KostraRecord {
  const text = (name: keyof typeof FIELDS): string => field(line, FIELDS[name]).trim();
  return {
    row,
    form,
    year: Number(text('year')),
    quarter: text('quarter'),
    region: text('region'),
    organisation: text('organisation'),
    class: text('class'),
    function: text('function'),
    article: text('article'),
    amountOre: BigInt(text('amount').replaceAll(' ', '')) * THOUSAND_KRONER,
  };
}
