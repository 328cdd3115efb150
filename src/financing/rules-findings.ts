// What is to be told of the rules: those that found nothing to work on, standards that a cost year does not give, and
// accruals of a year that is not over.

import type { Finding } from '../findings/finding.ts';
import { matchesCode } from '../model/match-code.ts';
import { keyOf } from '../tables/keys.ts';
import { inOrder } from './ground.ts';
import { monthNames, rowsAndOre, type Told, telling } from './told.ts';

export const rulesFindings = (told: Told): Finding[] => [
  ...withoutBudget(told),
  ...withoutTransition(told),
  ...withoutPlaces(told),
  ...twoAbsenceRules(told),
  ...withoutCostYear(told),
  ...withoutHours(told),
  ...openAccruals(told),
];

const byActivity = ({ earned }: Told): string[] =>
  inOrder(earned.filter(({ way }) => way === 'activity').map(({ unit }) => unit));

function withoutBudget(told: Told): Finding[] {
  const { ground, inForce } = told;
  if (!inForce.rules.floor && !inForce.rules.ceiling) return [];
  const units = byActivity(told).filter((unit) => !ground.budget.units.has(unit));
  if (units.length === 0) return [];
  return [
    telling(
      told,
      ['warning', 'limit-without-volumes', units.join(', ')],
      [
        `floor and ceiling are held against budgeted volumes, which ${units.join(', ')} ${units.length === 1 ? 'has' : 'have'} none of: nothing is limited`,
        'Write them in the table that financing: volumes: names.',
      ],
      { count: units.length },
    ),
  ];
}

function withoutTransition(told: Told): Finding[] {
  if (!told.inForce.rules.transition) return [];
  const units = byActivity(told).filter((unit) => !told.frames.units.has(unit));
  if (units.length === 0) return [];
  return [
    telling(
      told,
      ['warning', 'transition-without-frame', units.join(', ')],
      [
        `a transition leads from the frame, which ${units.join(', ')} ${units.length === 1 ? 'has' : 'have'} none of: what is earned counts whole`,
        'Split the frame down to units while the model is phased in.',
      ],
      { count: units.length },
    ),
  ];
}

/** Empty places are paid by rule, and the register says no places of a unit with that service. */
function withoutPlaces(told: Told): Finding[] {
  const { ground, inForce, earned } = told;
  const named = inForce.rules.pays?.emptyPlaces;
  if (!named?.size) return [];
  const units = inOrder(
    earned
      .filter(
        ({ unit, month, way, paid }) =>
          way === 'activity' &&
          paid.rows.some(({ service }) => named.has(service)) &&
          ground.placeDays(unit, month) === undefined,
      )
      .map(({ unit }) => unit),
  );
  if (units.length === 0) return [];
  return [
    telling(
      told,
      ['note', 'no-places', units.join(', ')],
      [
        `empty places are paid, and the register says no places of ${units.join(', ')} in some months`,
        'Import their places as "kind: capacity".',
      ],
      { count: units.length },
    ),
  ];
}

/** Days away are counted once, and models may pay different numbers of them. */
function twoAbsenceRules(told: Told): Finding[] {
  const { models } = told.ground.financing;
  const days = new Map<string, Set<number>>();
  for (const { pays } of models)
    for (const [service, paid] of pays?.absenceDays ?? [])
      days.set(service, (days.get(service) ?? new Set()).add(paid));
  const services = inOrder([...days].filter(([, some]) => some.size > 1).map(([service]) => service));
  return services.map((service) =>
    telling(
      told,
      ['warning', 'two-absence-rules', service],
      [
        `models pay ${[...days.get(service)!].sort((a, b) => a - b).join(' and ')} days of an absence from ${service}, and days away are counted by one rule`,
        'Let all models pay the same number of days, or look at one of them at a time.',
      ],
    ),
  );
}

/** Services at units whose own cost year did not have them, and services that no cost year has. */
function withoutCostYear(told: Told): Finding[] {
  const { earned, standards, inForce } = told;
  const own = new Set(
    inForce.base.volumes.filter(({ parts }) => parts > 0n).map(({ unit, service }) => `${unit} · ${service}`),
  );
  const paid = earned
    .filter(({ way }) => way === 'activity')
    .flatMap(({ unit, paid: { rows } }) => rows.map(({ service }) => ({ unit, service })));
  const unknown = inOrder(
    paid.filter(({ service }) => standards.isUnknown(service)).map(({ service }) => service),
  );
  const common = inOrder(
    paid
      .filter(({ unit, service }) => !standards.isUnknown(service) && !own.has(`${unit} · ${service}`))
      .map(({ unit, service }) => `${unit} · ${service}`),
  );
  return [
    ...unknown.map((service) =>
      telling(
        told,
        ['note', 'no-cost-year', service],
        [
          `no unit's cost year says what the price of ${service} is made of: all that it pays stands as starting position`,
          'Adopt prices from a run of a cost year that has the service.',
        ],
      ),
    ),
    ...common.map((name) =>
      telling(
        told,
        ['note', 'common-standard', name],
        [
          `${name} has no cost year of its own: it is measured against the common price, from a starting position of 0`,
          'Nothing needs to be done; from the next cost year on it has its own.',
        ],
      ),
    ),
  ];
}

/** Units with wages in the price whose paid hours are missing, now or in the cost year: three lines become one. */
function withoutHours(told: Told): Finding[] {
  const { values, earned } = told;
  // Where nothing was paid for, there are no standard hours to hold hours against: that is another finding.
  const counted = new Set(
    earned.filter(({ paid }) => paid.rows.length > 0).map(({ unit, month }) => keyOf(unit, month)),
  );
  const collapsed = values.months.filter(
    ({ unit, month, lines }) => counted.has(keyOf(unit, month)) && lines.some(({ line }) => line === 'wages'),
  );
  return [...Map.groupBy(collapsed, ({ unit }) => unit)].map(([unit, months]) =>
    telling(
      told,
      ['note', 'no-paid-hours', unit],
      [
        `paid hours of ${unit} are not known in ${monthNames(
          values.year,
          months.map(({ month }) => month),
        )} or in its cost year: wage growth, composition and usage are one line`,
        'Import its paid hours of both years as "kind: paid-hours".',
      ],
      { count: months.length },
    ),
  );
}

/** Of a year that is not over: postings that accruals move, whose other side is still to come. */
function openAccruals(told: Told): Finding[] {
  const { ground, input } = told;
  const { model, pools, months } = ground;
  const accruals = model.accruals ?? [];
  if (input.through === 12) return [];
  const own = input.expense.filter(
    ({ unit, pool, month }) => unit !== '' && pools.inPrice.has(pool) && months.includes(month),
  );
  const first = (article: string) => accruals.find(({ articles }) => matchesCode(article, articles))?.name;
  return accruals.flatMap(({ name, rule }) => {
    const taken = own.filter(({ article }) => first(article) === name);
    const standsIn = rule.kind === 'lag' ? taken.filter(({ month }) => month <= rule.months) : taken;
    if (standsIn.length === 0) return [];
    const why =
      rule.kind === 'lag'
        ? `what the first ${rule.months === 1 ? 'month posts' : `${rule.months} months post`} stands for what will be posted after ${monthNames(ground.financing.year, [input.through])}`
        : `what has been paid so far is divided over the months so far`;
    return [
      telling(
        told,
        ['note', 'open-accrual', name],
        [
          `the accrual "${name}" is of a year that is not over: ${why}`,
          'Nothing needs to be done; it settles as months come in.',
        ],
        rowsAndOre(standsIn),
      ),
    ];
  });
}
