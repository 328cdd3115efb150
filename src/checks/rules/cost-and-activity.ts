// A unit's cost and its activity, month by month, for the two rules that compare them.

import { readSql } from '../../store/read-sql.ts';
import type { Question } from '../rule.ts';

const STATEMENT = readSql(import.meta.url, 'cost-and-activity.sql');

/** `amountOre` is running cost, 0 where none was booked; places are null where there is nothing. */
export type UnitMonth = {
  readonly unit: string;
  readonly period: number;
  readonly amount_ore: bigint;
  readonly cost_place: bigint | null;
  readonly records: bigint;
  readonly activity_place: bigint | null;
};

/** All twelve months of every unit that has both cost and activity in the year, in order of unit and month. */
export const costAndActivity = ({ db, model }: Question): Promise<UnitMonth[]> =>
  db.rows<UnitMonth>(STATEMENT, [model.costing.volumes]);
