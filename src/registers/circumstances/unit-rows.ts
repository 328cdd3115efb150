// What files about units have in common: the rows that came of them, and how a unit's text is judged.

import type { Finding } from '../../findings/finding.ts';
import type { CircumstanceSource } from '../../model/care-sources.ts';
import { WHOLE_MUNICIPALITY } from '../../model/model.ts';
import type { Row } from '../../tables/schema.ts';
import type { ReadingModel } from '../reader.ts';
import { type JudgedTexts, judgeWords } from '../tables/judge-texts.ts';

/** Canonical rows, of `read` rows of the file; `years` are those that rows are of. */
export type UnitRows<R extends Row> = {
  readonly read: number;
  readonly rows: readonly R[];
  readonly years: readonly number[];
  readonly findings: readonly Finding[];
};

/** Units by their text; without a unit column everything is the whole municipality's, if that is the only unit. */
export function judgeUnits(
  texts: readonly string[],
  { kind, columns, units }: CircumstanceSource,
  model: ReadingModel,
): JudgedTexts<string> {
  const ids = model.units.length > 0 ? model.units.map(({ id }) => id) : [WHOLE_MUNICIPALITY];
  const isWhole = columns.unit === undefined && ids.length === 1 && ids[0] === WHOLE_MUNICIPALITY;
  const known = new Map([
    ...ids.map((id): [string, string] => [id, id]),
    ...units,
    ...(isWhole ? [['', WHOLE_MUNICIPALITY] as const] : []),
  ]);
  return judgeWords(texts, known, {
    rule: `${kind}/unit`,
    column: columns.unit ?? '',
    what: 'unit of the model',
    remedy:
      columns.unit === undefined
        ? 'Name the column that holds the unit.'
        : 'Name it under units in the source.',
  });
}
