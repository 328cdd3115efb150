// What is wrong with a text, wherever it stands in a file: the rows that hold it carry the fault's code, a negative
// number, in place of the text's own code, and are counted once all rows are staged.

import type { Finding, Severity } from '../../findings/finding.ts';
import { countFaults, type Relation } from '../../store/scan.ts';
import type { ReadContext } from '../reader.ts';
import { LISTED, listed } from './outcome.ts';

export type Fault = {
  readonly rule: string;
  readonly severity: Severity;
  readonly column: string;
  readonly message: string;
  /** Worked out for the faults that are listed only: the nearest name takes time to find. */
  readonly remedy: string | (() => string);
};

/** The codes of a dictionary's texts, by position; below 0 they are faults: −1 is the first. */
export type Judged = { readonly values: readonly number[]; readonly faults: readonly Fault[] };

/** Takes faults and gives their codes; the same fault of many texts is one. */
export class FaultList {
  readonly faults: Fault[] = [];
  private readonly codes = new Map<string, number>();

  add(fault: Fault): number {
    const key = `${fault.rule}\n${fault.column}\n${fault.message}`;
    const code = this.codes.get(key) ?? -this.faults.push(fault);
    this.codes.set(key, code);
    return code;
  }
}

/** One finding per fault that rows have, with how many and the first of them; the first twenty of each rule and column. */
export async function faultFindings(
  context: ReadContext,
  file: string,
  relation: Relation,
  staged: string,
  faults: readonly Fault[],
): Promise<Finding[]> {
  if (faults.length === 0) return [];
  const rows = await context.db.rows<{ code: number; rows: bigint; first: number }>(
    countFaults(context.stage, relation, staged),
  );
  const groups = Map.groupBy(rows, ({ code }) => {
    const { rule, column } = faults[-code - 1]!;
    return `${rule}\n${column}`;
  });
  const findingOf = ({ code, rows: count, first }: (typeof rows)[number], isListed: boolean): Finding => {
    const { rule, severity, column, message, remedy } = faults[-code - 1]!;
    const advice = typeof remedy === 'string' ? remedy : isListed ? remedy() : '';
    const where = { file, row: first, column };
    return { rule, severity, message, remedy: advice, where, count: Number(count) };
  };
  return [...groups.values()].flatMap((group) =>
    listed(
      group.map((row, i) => findingOf(row, i < LISTED)),
      'texts',
    ),
  );
}

/** Six or eight digits, together or in pairs, and four or five more: the form of every Nordic identity number. */
const COULD_IDENTIFY = /\p{N}{2}\P{N}?\p{N}{2}\P{N}?\p{N}{2}\P{N}{0,3}\p{N}{3}\P{N}?\p{N}{1,2}(?!\p{N})/u;

/** Digits and letters of all forms as plain ones, without characters that are not seen. */
const plainForm = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** True for a text with the form of a Nordic identity number, valid or not. */
export const couldIdentify = (text: string): boolean => COULD_IDENTIFY.test(plainForm(text));

/**
 * A cell as a message may show it: in quotation marks, or only its shape ("999999 99999") where it could be a personal
 * identifier or is long. `strict`, for files with persons, shows nothing with more than four digits.
 */
export function showCell(text: string, strict: boolean): string {
  const plain = plainForm(text);
  const isHidden = strict ? plain.replace(/\P{N}/gu, '').length > 4 : COULD_IDENTIFY.test(plain);
  const shown = isHidden ? plain.replace(/\p{N}/gu, '9').replace(/\p{L}/gu, 'x') : plain;
  return `"${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`;
}
