// What persons' assessed need weighs, month by month, in whole numbers over one denominator.

import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { NeedRule } from '../model/users.ts';
import { gcd } from '../money/fraction.ts';
import type { Cube } from '../tables/cube.ts';
import type { Assessment } from '../tables/people.ts';
import type { NeedWeights } from '../tables/users.ts';

/** Weights, and how many persons use a service whose users weigh by need. */
export type WeighedNeed = NeedWeights & { readonly persons: number };

/** Months 1 to 12, and 0 for the whole year. */
const PERIODS = 13;

/**
 * The weights of the cells' persons in a year. In a month the assessment counts that began last of those in force on
 * any day of it; where none was, the need is 1. Weights 1.6 and 1.25 are 32 and 25, and 1 is 20.
 */
export function needWeights(
  rule: NeedRule,
  cells: Cube,
  assessments: readonly Assessment[],
  year: number,
): WeighedNeed {
  const used = assessments.filter(({ instrument }) => instrument === rule.instrument);
  const unit = Number(used.reduce((common, { weight: { den } }) => (common / gcd(common, den)) * den, 1n));
  const byPerson = Map.groupBy(used, ({ person }) => person);
  const columns = cells.persons.map((person) => {
    const own = byPerson.get(person);
    return own && Float64Array.from({ length: PERIODS }, (_, month) => weightIn(own, unit, year, month));
  });
  return {
    unit,
    services: new Set(rule.services),
    of: (person, month) => columns[person]?.[month] ?? unit,
    ...countAssessed(rule, cells, columns),
  };
}

/** Of the persons who use a service whose users weigh by need: how many there are, and how many were assessed. */
function countAssessed(
  { services }: NeedRule,
  { persons, objects, starts, person }: Cube,
  columns: readonly (Float64Array | undefined)[],
): Pick<WeighedNeed, 'persons' | 'assessed'> {
  const using = new Set<number>();
  for (const [o, { service }] of objects.entries())
    if (services.includes(service)) for (const p of person.subarray(starts[o]!, starts[o + 1]!)) using.add(p);
  const named = [...using].filter((p) => persons[p] !== '');
  return { persons: named.length, assessed: named.filter((p) => columns[p] !== undefined).length };
}

function weightIn(own: readonly Assessment[], unit: number, year: number, month: number): number {
  const two = (value: number): string => String(value).padStart(2, '0');
  const first = month === 0 ? `${year}-01-01` : `${year}-${two(month)}-01`;
  const last = month === 0 ? `${year}-12-31` : `${year}-${two(month)}-31`;
  let latest: Assessment | undefined;
  for (const one of own) {
    const isInForce = one.from <= last && (one.to === '' || one.to >= first);
    if (isInForce && (latest === undefined || one.from >= latest.from)) latest = one;
  }
  return latest ? (Number(latest.weight.num) * unit) / Number(latest.weight.den) : unit;
}

/** An error: shares by such weights would be somebody's guess. */
export const needTooFine = ({ file }: Model, { instrument }: NeedRule): Finding => ({
  rule: 'users/need-too-fine',
  severity: 'error',
  message: `the weights of "${instrument}" have so many decimals that hours cannot be multiplied by them exactly`,
  remedy: 'Round them to four decimals in the assessments, or under "weights" of their source.',
  where: { file, key: 'users: need' },
});

/** A note on users who were not assessed, where need is to weigh; a warning where nobody was. */
export function needFindings({ file }: Model, rule: NeedRule, { persons, assessed }: WeighedNeed): Finding[] {
  if (assessed >= persons) return [];
  const isNobody = assessed === 0;
  return [
    {
      rule: 'users/need-not-assessed',
      severity: isNobody ? 'warning' : 'note',
      message: isNobody
        ? `nobody was assessed by "${rule.instrument}", so all users weigh alike`
        : `${persons - assessed} of ${persons} users were not assessed by "${rule.instrument}" and weigh 1`,
      remedy: 'Look at the instrument’s name in the assessments, and at who is missing there.',
      where: { file, key: 'users: need' },
      count: persons - assessed,
    },
  ];
}
