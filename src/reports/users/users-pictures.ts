// What the pictures of the users' page are given: shares of the curve, rows of combinations, dots of units.

import { type CombinationsData, drawCombinations } from '../../charts/combinations.ts';
import { type ConcentrationData, drawConcentration } from '../../charts/concentration.ts';
import { drawUnitDots, type UnitDot, type UnitDotsData } from '../../charts/unit-dots.ts';
import type { Model } from '../../model/model.ts';
import { formatShare } from '../../money/amount-text.ts';
import { compare, type Fraction, toDecimal } from '../../money/fraction.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { UnitYear } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { formatMillions } from '../flow-data.ts';
import { serviceName } from '../result-views.ts';
import { combinationName, combinationsTitle, serviceOrGroup } from './combination-views.ts';
import { count, rateText, shareOf } from './figures.ts';
import { usersAt } from './outlier-views.ts';
import { inOrder, unitLabel } from './unit-views.ts';
import { carriedBy, giniText, usersTitle } from './users-title.ts';

/** Percents of users whose place on the curve is read out, where they are more than one. */
const READ = [1n, 5n, 20n];
/** How many combinations the picture has rows for. */
const MOST_ROWS = 16;

/** The curve, with the sentences that read it. */
export function concentrationPicture(run: UsersRun, language: Language) {
  return (width: number, suffix: string): string =>
    drawConcentration(concentrationData(run, language, `concentration-${suffix}`), width);
}

function concentrationData(run: UsersRun, language: Language, id: string): ConcentrationData {
  const { concentration } = run;
  const { users, costOre, points } = concentration;
  const ratio = (part: number | bigint, whole: number | bigint): number => Number(part) / Number(whole);
  const at = (percent: bigint) => {
    const share = { num: percent, den: 100n };
    const [carried, number] = [carriedBy(concentration, share), usersAt(concentration, share)];
    return {
      users: ratio(number, users),
      cost: ratio(carried, costOre),
      text: sayOfUsers('topShare', language, {
        users: count(number, language),
        share: formatShare(share, { language, decimals: 0 }),
        part: shareOf(carried, costOre, language),
      }),
    };
  };
  const half = carriedBy(concentration, { num: 50n, den: 100n });
  const cheapHalf = {
    users: ratio(usersAt(concentration, { num: 50n, den: 100n }), users),
    cost: ratio(half, costOre),
    text: sayOfUsers('cheapHalf', language, { part: shareOf(costOre - half, costOre, language) }),
  };
  const gini = sayOfUsers('gini', language, { gini: giniText(concentration, language) });
  return {
    id,
    title: usersTitle(run, language),
    description: `${sayOfUsers('concentrationAbout', language)} ${gini}`,
    usersAxis: sayOfUsers('shareOfUsers', language),
    costAxis: sayOfUsers('shareOfCost', language),
    points: points.map((point) => ({
      users: ratio(point.users, users),
      cost: ratio(point.costOre, costOre),
    })),
    readings: [
      ...READ.filter((percent) => usersAt(concentration, { num: percent, den: 100n }) > 1).map(at),
      cheapHalf,
    ],
  };
}

/** The combinations with the most cost, the rest as one row below. */
export function combinationsPicture(model: Model, run: UsersRun, language: Language) {
  return (width: number, suffix: string): string =>
    drawCombinations(combinationsData(model, run, language, `combinations-${suffix}`), width);
}

function combinationsData(model: Model, run: UsersRun, language: Language, id: string): CombinationsData {
  const shown = run.combinations.slice(0, MOST_ROWS);
  const costs = new Map<string, bigint>();
  for (const { services, byService } of shown)
    for (const [s, service] of services.entries())
      costs.set(service, (costs.get(service) ?? 0n) + byService[s]!);
  const services = [...costs]
    .sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1))
    .map(([service]) => service);
  return {
    id,
    title: sayOfUsers('combinations', language),
    description: combinationsTitle(run, language),
    services: services.map((service) => serviceOrGroup(model, service, language)),
    usersName: sayOfUsers('users', language),
    costName: `${say('cost', language)}, kr`,
    rows: shown.map((one) => ({
      members: one.services.map((service) => services.indexOf(service)),
      users: count(one.users, language),
      cost: Number(one.costOre),
      costText: formatMillions(one.costOre, language),
      caption: `${combinationName(model, one.services, language)}: ${count(one.users, language)}, ${formatMillions(one.costOre, language)}`,
    })),
  };
}

/** One service's units on one axis; undefined where there are not two to compare, in place or in time. */
export function unitsPicture(model: Model, years: readonly UnitYear[], language: Language) {
  const units = inOrder(years).filter(
    ({ unit, unitCost, last }) => unit !== '' && (unitCost || last?.unitCost),
  );
  const dots = units.flatMap(({ unitCost, last }) => [unitCost, last?.unitCost].filter(Boolean));
  if (dots.length < 2) return undefined;
  return (width: number, suffix: string): string =>
    drawUnitDots(unitsData(model, years, units, language, suffix), width);
}

function unitsData(
  model: Model,
  years: readonly UnitYear[],
  units: readonly UnitYear[],
  language: Language,
  suffix: string,
): UnitDotsData {
  const all = years.find(({ unit, provision }) => unit === '' && provision === '')!;
  const service = serviceName(model, all.service, language);
  const dot = (value: Fraction | undefined): UnitDot | undefined =>
    value && { value: Number(toDecimal(value, 2)), text: rateText(value, language) };
  const reference = dot(all.unitCost);
  return {
    id: `units-${all.service}-${suffix}`,
    title: service,
    description: `${service}: ${say('unitCost', language)}, kr / ${sayMeasure(all.measure, language)}`,
    nowName: String(model.years.cost),
    lastName: sayOfUsers('lastYear', language),
    sameNeedName: sayOfUsers('needAdjusted', language),
    rows: units.map((year) => {
      const { needAdjusted: need, unitCost } = year;
      const isOther = need && unitCost && compare(need, unitCost) !== 0;
      const dots = {
        now: dot(unitCost),
        last: dot(year.last?.unitCost),
        sameNeed: isOther ? dot(need) : undefined,
      };
      return { label: unitLabel(model, year, language), ...onlyKnown(dots) };
    }),
    ...(reference
      ? { reference: { ...reference, text: `${sayOfUsers('allTogether', language)} ${reference.text}` } }
      : {}),
  };
}

function onlyKnown<K extends string>(
  dots: { readonly [key in K]: UnitDot | undefined },
): { readonly [key in K]?: UnitDot } {
  const known = Object.entries<UnitDot | undefined>(dots).filter(([, dot]) => dot !== undefined);
  return Object.fromEntries(known) as { readonly [key in K]?: UnitDot };
}
