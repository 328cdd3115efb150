// What a KOSTRA accounting file holds, before there is a model to read it by: its year, its region, its functions.

import { matchesRange } from '../../model/match-code.ts';
import { isRecord, parseKostraRecord } from './kostra-record.ts';

export type KostraSurvey = {
  readonly year: number;
  readonly region: string;
  readonly form: string;
  /** Functions in order with the gross expense (articles 010–590) of their operating accounts, in øre. */
  readonly functions: readonly { readonly function: string; readonly amountOre: bigint }[];
};

const OPERATING = new Set(['1', '3']);
const EXPENSE = { from: '010', to: '590' };

/** The survey of a file's text; undefined when its first line is no KOSTRA accounting record. */
export function surveyKostra(text: string): KostraSurvey | undefined {
  const records = text
    .split(/\r?\n/)
    .map((line, i) => parseKostraRecord(line.trimEnd(), i + 1))
    .filter(isRecord);
  const [first] = records;
  if (!first || first.form.isBalance) return undefined;
  const sums = new Map<string, bigint>();
  for (const record of records) {
    if (!OPERATING.has(record.class) || !matchesRange(record.article, EXPENSE)) continue;
    sums.set(record.function, (sums.get(record.function) ?? 0n) + record.amountOre);
  }
  const functions = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, amountOre]) => ({ function: code, amountOre }));
  return { year: first.year, region: first.region, form: first.form.code, functions };
}
