// What is wrong between the rows of a file of decisions, and with a single one: no day in the year, more hours than a
// week has. Persons are counted, never named.

import type { Finding } from '../../findings/finding.ts';
import type { ActivitySource } from '../../model/model.ts';
import { compare, fraction, multiply } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { ReadingModel } from '../reader.ts';
import { sayYear } from '../reading-year.ts';
import type { Decision } from './decision.ts';
import type { Settled } from './decisions-in-force.ts';
import { aboutRows, endsBeforeStart } from './row-findings.ts';

type Between = Omit<Settled<Decision>, 'inForce'> & {
  readonly reversed: readonly Decision[];
  readonly elsewhere: readonly Decision[];
};

/** A finding for each kind of trouble, with the first row and how many. */
export function betweenDecisions(
  file: string,
  source: ActivitySource,
  year: number,
  { reversed, elsewhere, repeated, beside, overlappingStays }: Between,
): Finding[] {
  const { columns } = source;
  const from = columns.from ?? '';
  return [
    ...endsBeforeStart('decisions', file, columns.to ?? '', reversed),
    ...aboutRows(
      {
        rule: 'decisions/other-year',
        severity: 'note',
        message: `Decisions without a day in ${sayYear(year, source)}, are left out.`,
        remedy: 'Nothing needs doing if they belong there.',
      },
      file,
      from,
      elsewhere,
    ),
    ...aboutRows(
      {
        rule: 'decisions/twice',
        severity: 'warning',
        message: 'The decision stands here again; it counts once.',
        remedy: 'Take the row out, or give each decision its own mark in a column "decision".',
      },
      file,
      '',
      repeated,
    ),
    ...aboutRows(
      {
        rule: 'decisions/overlap',
        severity: 'warning',
        message:
          'A decision runs beside another of the same person and service; both are granted and add up.',
        remedy:
          'If the later one replaces the earlier, write "changes: replace" in the source, or name the column "decision".',
      },
      file,
      from,
      beside,
    ),
    ...aboutRows(
      {
        rule: 'decisions/overlapping-stays',
        severity: 'warning',
        message:
          'A stay begins before the same person’s stay before it has ended; its days count once, from the first day to the last.',
        remedy: 'End the earlier stay on the day before, where the file comes from.',
      },
      file,
      from,
      overlappingStays,
    ),
  ];
}

/** Hours of a day, of a week, and of the longest month. */
const HOURS = { day: 24n, week: 168n, month: 744n } as const;

/** Decisions that grant more hours than there are. */
export function tooManyHours(
  file: string,
  { columns }: ActivitySource,
  decisions: readonly Decision[],
  { services }: ReadingModel,
): Finding[] {
  const inHours = new Set(services.flatMap(({ id, measure }) => (measure === 'hour' ? [id] : [])));
  const perHour = fraction(partsPerMeasure('hour'));
  const tooMany = decisions.filter(
    ({ service, parts, per }) =>
      inHours.has(service) && compare(parts, multiply(perHour, fraction(HOURS[per]))) > 0,
  );
  return aboutRows(
    {
      rule: 'decisions/hours-a-week',
      severity: 'error',
      message: `A decision grants more hours than there are (${HOURS.week} a week).`,
      remedy: 'Check quantity-in and per of the source.',
    },
    file,
    columns.quantity ?? '',
    tooMany,
  );
}

export const noWeekRule = (file: string): Finding => ({
  rule: 'decisions/no-week-rule',
  severity: 'error',
  message: 'The source counts weeks by a register’s rule, and the model does not say how many a month has.',
  remedy: 'Write week-rule: { weeks-per-month: …, source: … } in the model.',
  where: { file },
});
