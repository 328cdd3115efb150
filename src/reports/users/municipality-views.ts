// Another municipality beside ours, as tables: why a service costs more or less per inhabitant, what was chosen
// differently, and what our own data would cost by the other's choices.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { compare, type Fraction, fraction, roundHalfAway } from '../../money/fraction.ts';
import { roundTogether } from '../../money/round-together.ts';
import type { Comparison } from '../../run/users/compare-municipalities.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { sayOfUsers, type UserTextKey } from '../../words/user-texts.ts';
import { serviceName, type View } from '../result-views.ts';
import { kroner } from './figures.ts';

/** Each service: both sides, the difference, and the three lines that sum to it, to the øre. */
export const comparedView = (model: Model, comparison: Comparison, language: Language): View =>
  serviceLines(model, comparison, comparison.services, language);

/** The same without each one's outliers. */
export function ordinaryView(model: Model, comparison: Comparison, language: Language): View {
  const view = serviceLines(model, comparison, comparison.ordinary, language);
  return { ...view, caption: `${view.caption} · ${sayOfUsers('ordinary', language).toLowerCase()}` };
}

function serviceLines(
  model: Model,
  { name }: Comparison,
  services: Comparison['services'],
  language: Language,
): View {
  const key = services.some(({ per }) => per === 'user') ? 'comparedPerUser' : 'compared';
  const text = (amountOre: bigint): string => formatAmount(amountOre, { language });
  return {
    caption: sayOfUsers(key, language, { own: model.municipality.name, other: name }),
    columns: [
      left(say('service', language)),
      right(model.municipality.name),
      right(name),
      right(sayOfUsers('difference', language)),
      right(sayOfUsers('need', language)),
      right(sayOfUsers('volumeChange', language)),
      right(sayOfUsers('priceChange', language)),
    ],
    rows: services.map(({ service, own, other, need = fraction(0n), volume, unitCost }) => {
      const [mine, theirs] = [roundHalfAway(own), roundHalfAway(other)];
      const parts = roundTogetherTo(mine - theirs, [need, volume, unitCost]);
      return [serviceName(model, service, language), ...[mine, theirs, mine - theirs, ...parts].map(text)];
    }),
  };
}

/** The service with the largest difference, and the line that makes most of it. */
export function comparedTitle(model: Model, { name, services }: Comparison, language: Language): string {
  const size = ({ num, den }: Fraction): Fraction => ({ num: num < 0n ? -num : num, den });
  const largest = services.reduce<(typeof services)[number] | undefined>(
    (most, one) => (most && compare(size(most.difference), size(one.difference)) >= 0 ? most : one),
    undefined,
  );
  if (!largest) return sayOfUsers('compared', language, { own: model.municipality.name, other: name });
  const isMore = largest.difference.num > 0n;
  const lines: readonly (readonly [UserTextKey, Fraction])[] = [
    ...(largest.need ? [['causeNeed', largest.need] as const] : []),
    ['causeVolume', largest.volume],
    ['causeUnitCost', largest.unitCost],
  ];
  const [cause] = lines.reduce((most, one) => {
    const order = compare(most[1], one[1]);
    return (isMore ? order >= 0 : order <= 0) ? most : one;
  });
  return sayOfUsers(isMore ? 'costsMore' : 'costsLess', language, {
    service: serviceName(model, largest.service, language),
    amount: formatAmount(roundHalfAway(size(largest.difference)), { language, decimals: 0 }),
    per: sayOfUsers(largest.per === 'inhabitant' ? 'eachInhabitant' : 'eachUser', language),
    other: name,
    cause: sayOfUsers(cause, language),
  });
}

/** The lines in whole øre that sum to the difference of two rounded figures. */
function roundTogetherTo(total: bigint, lines: readonly Fraction[]): bigint[] {
  return roundTogether(lines, total, ['1', '2', '3']);
}

const CHOICES: { readonly [name in Comparison['choices'][number]['name']]: UserTextKey } = {
  method: 'choiceMethod',
  volumes: 'choiceVolumes',
  organisation: 'choiceOrganisation',
  need: 'choiceNeed',
  unused: 'choiceUnused',
  'kept-out': 'choiceKeptOut',
  'internal-sales': 'choiceInternal',
  fees: 'choiceFees',
  sales: 'choiceSales',
  central: 'choiceCentral',
  outliers: 'choiceOutliers',
};

/** Every choice of both; those that differ are marked. */
export const fingerprintView = (model: Model, { name, choices }: Comparison, language: Language): View => ({
  caption: sayOfUsers('fingerprint', language),
  columns: [left(''), left(sayOfUsers('choice', language)), left(model.municipality.name), left(name)],
  rows: choices.map((choice) => [
    choice.own === choice.other ? '' : '≠',
    sayOfUsers(CHOICES[choice.name], language),
    choice.own,
    choice.other,
  ]),
});

/** What our own accounts and volumes come to by the other's choices. */
export const otherMethodView = (
  model: Model,
  { name, byOtherMethod }: Comparison,
  language: Language,
): View => ({
  caption: sayOfUsers('otherMethod', language, { other: name }),
  columns: [
    left(say('service', language)),
    right(sayOfUsers('byOwnMethod', language)),
    right(sayOfUsers('byOtherMethod', language)),
    right(sayOfUsers('difference', language)),
  ],
  rows: byOtherMethod.map(({ service, ownOre, otherOre }) => [
    serviceName(model, service, language),
    kroner(ownOre, language),
    kroner(otherOre, language),
    kroner(otherOre - ownOre, language),
  ]),
});
