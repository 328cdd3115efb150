// What the model says of users, as sentences.

import { formatAmount } from '../../money/amount-text.ts';
import { divide, fraction } from '../../money/fraction.ts';
import { describeCodes } from '../match-code.ts';
import type { Model } from '../model.ts';
import type { OutlierRule, UserRules } from '../users.ts';
import { sayId, sayList, sayNumber, sayPercent, sayServices } from './say-names.ts';

const KRONE = fraction(100n);

/** One sentence a rule, in the order of the section; nothing for a model without one. */
export function describeUsers({ users, services, units, years }: Model): string[] {
  if (!users) return [];
  const of = (ids: readonly string[]): string => sayServices(ids, services);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return [
    ...describeNeed(users, of),
    ...listed(
      users.fees,
      (pools) => `What users pay (${pools}) is shown beside their cost, never taken from it.`,
    ),
    ...listed(users.sales, (pools) => `Sales to others: ${pools}.`),
    ...users.expected.map(({ service, from, to }) => {
      const [low, high] = [from, to].map((ore) => sayNumber(divide(ore, KRONE)));
      return `A unit cost of ${of([service])} is expected between ${low} and ${high} kr.`;
    }),
    ...(users.jump
      ? [`A unit cost that moves more than ${sayPercent(users.jump)} from last year is asked about.`]
      : []),
    ...[...Map.groupBy(users.responsible, ([, name]) => name)].map(
      ([name, own]) =>
        `${name} answers for the figures of ${sayList(own.map(([id]) => names.get(id) ?? id))}.`,
    ),
    describeOutliers(users.outliers),
    ...users.combinations.map(
      ({ group, services: ids }) => `In combinations ${of(ids)} count as one, ${sayId(group)}.`,
    ),
    ...users.grants.map(({ year, thresholdOre, share, underAge, source }) => {
      const whom = underAge === undefined ? '' : ` for users under ${underAge}`;
      const kroner = formatAmount(thresholdOre, { language: 'en', decimals: 0 });
      return `Of ${year} the state pays ${sayPercent(share)} of wages above ${kroner} kr${whom} (source: ${source}).`;
    }),
    ...users.accounts.map(
      ({ name, functions, services: ids }) =>
        `Row ${name} of the national accounts is functions ${describeCodes(functions)}, and the cost of ${of(ids)}.`,
    ),
    ...describeInhabitants(users, years.cost),
  ];
}

const listed = (names: readonly string[], sentence: (list: string) => string): string[] =>
  names.length === 0 ? [] : [sentence(sayList(names.map(sayId)))];

function describeNeed({ need }: UserRules, of: (ids: readonly string[]) => string): string[] {
  if (!need) return ['Users share the cost of what they use by quantity alone: no need is weighed.'];
  const { services, instrument, source } = need;
  return [
    `Users of ${of(services)} share the cost by quantity × need, as assessed by "${instrument}" (source: ${source}).`,
  ];
}

function describeOutliers(rule: OutlierRule | undefined): string {
  if (!rule) return 'Nobody is marked as an outlier.';
  if (rule.kind === 'limit') {
    const limits = rule.limits.map(({ group, limitOre }) => {
      const kroner = formatAmount(limitOre, { language: 'en', decimals: 0 });
      return group === 'all' ? `${kroner} kr in all` : `${kroner} kr of ${sayId(group)}`;
    });
    return `Outliers are users above ${sayList(limits)}.`;
  }
  const among = rule.within === 'all' ? 'among all users' : 'within each service';
  if (rule.kind === 'share') return `Outliers are the dearest ${sayPercent(rule.share)} ${among}.`;
  if (rule.kind === 'quartile')
    return `Outliers are users above the third quartile by ${sayNumber(rule.times)} × the distance between the quartiles, ${among}.`;
  return `Outliers are users above the median by ${sayNumber(rule.deviations)} robust deviations, ${among}.`;
}

function describeInhabitants({ inhabitants }: UserRules, year: number): string[] {
  if (inhabitants === undefined) return [];
  if (inhabitants === 'people') return ['Everybody in the register of people counts as an inhabitant.'];
  const number = sayNumber(fraction(inhabitants.number));
  return [`${number} people lived here in ${year} (source: ${inhabitants.source}).`];
}
