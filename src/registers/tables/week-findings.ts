// Nobody gets more hours of a service than a week has: 168 (the Norwegian register's rule, which turns a month's hours
// into weeks by its own divisor; without such a rule the calendar's hours of the month are the limit).

import type { Finding } from '../../findings/finding.ts';
import type { ActivitySource } from '../../model/model.ts';
import { busyPersons, type Relation } from '../../store/scan.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import { monthText } from '../../time/month-text.ts';
import type { ReadContext } from '../reader.ts';
import type { Table } from './delivered-table.ts';
import type { FileObject } from './judge-objects.ts';

/** Hours of a week. */
const WEEK = 168n;

/** One finding per service and month in which persons have too much; how many persons, never who. */
export async function weekFindings(
  context: ReadContext,
  table: Table,
  relation: Relation,
  source: ActivitySource,
  objects: readonly FileObject[],
): Promise<Finding[]> {
  if (source.columns.person === undefined) return [];
  const { db, stage, model } = context;
  const perHour = partsPerMeasure('hour');
  const rule = source.quantityIn?.startsWith('hours-per-') ? model.weekRule?.weeksPerMonth : undefined;
  const findings: Finding[] = [];
  for (const { id, measure } of model.services) {
    if (measure !== 'hour') continue;
    const codes = objects.flatMap((object, code) => (object.service === id ? [code] : []));
    if (codes.length === 0) continue;
    const limit = rule ? { parts: (WEEK * perHour * rule.num) / rule.den } : { partsPerDay: 24n * perHour };
    const rows = await db.rows<{ period: number; persons: bigint; first: number }>(
      busyPersons(stage, relation, codes, limit),
    );
    for (const { period, persons, first } of rows)
      findings.push(tooMuch(table.file, id, period, Number(persons), first, source));
  }
  return findings;
}

const tooMuch = (
  file: string,
  service: string,
  period: number,
  persons: number,
  row: number,
  source: ActivitySource,
): Finding => ({
  rule: 'activity/hours-a-week',
  severity: 'error',
  message: `${persons === 1 ? 'A person has' : `${persons} persons have`} more than ${WEEK} hours a week of ${service} in ${periodText(period)}: more hours than a week has.`,
  remedy: 'Check quantity-in of the source, and whether rows are there twice.',
  where: { file, row, ...(source.columns.quantity && { column: source.columns.quantity }) },
  count: persons,
});

const periodText = (period: number): string =>
  period % 100 === 0 ? String(Math.floor(period / 100)) : monthText(Math.floor(period / 100), period % 100);
