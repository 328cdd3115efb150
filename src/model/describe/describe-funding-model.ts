// A funding model as sentences.

import { type Fraction, ONE, subtract } from '../../money/fraction.ts';
import type { Application, FundingModel, PayBasis } from '../financing.ts';
import type { Model } from '../model.ts';
import { pickText } from '../pick-text.ts';
import { sayId, sayList, sayMonth, sayPercent, sayServices, sayUnits } from './say-names.ts';

const PAID: { readonly [basis in PayBasis]: string } = {
  granted: 'what is granted',
  delivered: 'what is delivered',
  lesser: 'what is both granted and delivered, person by person and month by month',
};

/**
 * What stands behind "In force is": "activity 2026: Innlandet home care and Sjøsiden home care are paid for what is
 * delivered from January; others have their frame. At least 95 % of what the budgeted volume would earn is paid."
 */
export function describeFundingModel(funding: FundingModel, model: Model): string {
  const { name, label, pays, applies } = funding;
  const called = label ? pickText(label, 'en', sayId(name)) : sayId(name);
  if (!pays) return `${called}: what is voted is what is given.`;
  const whom = applies.map((one) => sayApplication(one, PAID[pays.basis], model));
  const sentences = [
    `${called}: ${whom.join('; ')}; others have their frame`,
    ...sayAbsence(pays.absenceDays, model),
    ...sayEmptyPlaces(pays.emptyPlaces, model),
    ...sayLimits(funding),
    ...sayTransition(funding.transition, model),
    ...sayOwnPrices(funding),
  ];
  return `${sentences.join('. ')}.`;
}

/** "Innlandet home care and Sjøsiden home care are paid for what is delivered from January". */
function sayApplication({ units, fromMonth }: Application, what: string, model: Model): string {
  const count = units.length < 3 ? '' : ` (${units.length} units)`;
  const are = units.length === 1 ? 'is' : 'are';
  return `${sayUnits(units, model.units)}${count} ${are} paid for ${what} from ${sayMonth(fromMonth)}`;
}

const sayAbsence = (days: ReadonlyMap<string, number>, { services }: Model): string[] =>
  [...days].map(([service, most]) => {
    const paid = most === 1 ? 'the first day' : `the first ${most} days`;
    return `Of an absence from ${sayServices([service], services)} ${paid} ${most === 1 ? 'is' : 'are'} paid`;
  });

const sayEmptyPlaces = (places: ReadonlyMap<string, Fraction>, { services }: Model): string[] =>
  [...places].map(
    ([service, share]) =>
      `An empty place of ${sayServices([service], services)} is paid ${sayPercent(share)} of the price`,
  );

function sayLimits({ floor, ceiling }: FundingModel): string[] {
  const sides = [
    ...(floor ? [`at least ${sayPercent(floor)}`] : []),
    ...(ceiling ? [`at most ${sayPercent(ceiling)}`] : []),
  ];
  if (sides.length === 0) return [];
  return [`Over the year so far ${sayList(sides)} of what the budgeted volume would earn is paid`];
}

function sayTransition(share: Fraction | undefined, { years }: Model): string[] {
  if (!share) return [];
  const rest = sayPercent(subtract(ONE, share));
  return [
    `In ${years.finance ?? years.price} ${sayPercent(share)} of this counts, and ${rest} of the frame beside it`,
  ];
}

function sayOwnPrices({ prices }: FundingModel): string[] {
  if (!prices) return [];
  const list = (names: readonly string[] | undefined, none: string, some: string): string[] =>
    names ? [names.length === 0 ? none : `${some} ${sayList(names.map(sayId))}`] : [];
  const rules = [
    ...list(prices.base, 'no base grant', 'base grant for'),
    ...list(prices.supplements, 'no supplements', 'the supplements'),
  ];
  return [`Its prices are its own, with ${sayList(rules)}`];
}
