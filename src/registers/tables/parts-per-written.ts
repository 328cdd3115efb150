// How many parts of a service's measure a written quantity is: 90 minutes of a service in hours are 54,000 parts.

import type { ActivitySource, WeekRule } from '../../model/model.ts';
import { divide, type Fraction, fraction, multiply } from '../../money/fraction.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { ReadingService } from '../reader.ts';

type QuantityUnit = NonNullable<ActivitySource['quantityIn']>;
type Outcome = { readonly parts: Fraction } | { readonly problem: string; readonly remedy: string };

/** Measures of time, in minutes. */
const MINUTES: { readonly [measure: string]: Fraction } = { hour: fraction(60n), minute: fraction(1n) };

/** What a written one is in minutes; hours per week stand for the hours of a month by the week rule. */
function minutesIn(written: QuantityUnit, weekRule: WeekRule | undefined): Fraction | undefined {
  const hour = fraction(60n);
  if (written === 'minutes') return fraction(1n);
  if (written === 'seconds') return fraction(1n, 60n);
  if (written === 'hours-per-week') return weekRule && multiply(hour, weekRule.weeksPerMonth);
  return hour;
}

/**
 * Parts per written one. Without `written` the file counts in the service's own measure; with it, the measure must be
 * one of time. 1 minute of a service in hours = 600 parts of a tenth of a second.
 */
export function partsPerWritten(
  { id, measure, open }: ReadingService,
  written: QuantityUnit | undefined,
  weekRule: WeekRule | undefined,
): Outcome {
  if (open || measure === undefined) {
    return {
      problem: `${id} is an open service: it has cost and no volume.`,
      remedy: 'Take its rows out of the file, or give it a measure in the model.',
    };
  }
  const parts = fraction(partsPerMeasure(measure));
  if (written === undefined) return { parts };
  const perMeasure = MINUTES[measure];
  if (!perMeasure) {
    const remedy = 'Give such services a source of their own, without quantity-in.';
    return { problem: `${id} is counted in "${measure}"; the source's quantities are ${written}.`, remedy };
  }
  const minutes = minutesIn(written, weekRule);
  if (!minutes) {
    return {
      problem: 'The quantities are hours per week, and the model does not say how many weeks a month has.',
      remedy: 'Write week-rule: { weeks-per-month: …, source: … } in the model.',
    };
  }
  return { parts: multiply(parts, divide(minutes, perMeasure)) };
}
