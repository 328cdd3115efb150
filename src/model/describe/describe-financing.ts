// Financing as sentences: the frame, the funding models, what variances are parted by, settlement.

import { formatAmount } from '../../money/amount-text.ts';
import { magnitude } from '../../money/ore.ts';
import type { Financing, FrameRules, FrameSource, Profile, SettlementRules } from '../financing.ts';
import type { Model } from '../model.ts';
import { describeFundingModel } from './describe-funding-model.ts';
import {
  capital,
  sayId,
  sayList,
  sayMonth,
  sayNumber,
  sayPercent,
  sayServices,
  sayUnits,
} from './say-names.ts';

/** What a model says of financing, in the order in which it is worked out; nothing where nothing is financed. */
export function describeFinancing(model: Model): string[] {
  const { financing } = model;
  if (!financing) return [];
  const { frame, models, inForce, settlement, year } = financing;
  const held = models.find(({ name }) => name === inForce);
  const others = models.filter(({ name }) => name !== inForce);
  return [
    describeFrame(frame, year),
    ...frame.changes.map((change) => describeChange(change, model)),
    ...describeVolumes(financing, model),
    ...(held ? [`In force is ${describeFundingModel(held, model)}`] : []),
    ...others.map((other) => `Tried out beside it is ${describeFundingModel(other, model)}`),
    describeMeans(financing),
    ...describeMix(financing, model),
    ...describeActualGrowth(financing),
    ...describeSettlement(settlement, model),
  ];
}

const FRAMES: { readonly [from in FrameSource]: string } = {
  budget: 'what is budgeted at those who provide',
  'revised-budget': 'what is budgeted, as revised, at those who provide',
  'purchase-budget': 'what the purchaser has budgeted to pay for it',
  volumes: 'price × budgeted volume',
};
const PROFILES: { readonly [profile in Profile]: string } = {
  'calendar-days': 'by calendar days',
  'working-days': 'by working days',
  twelfths: 'in twelfths',
  'last-year': 'as the cost of the cost year did',
};

function describeFrame({ heldBy, from, periodise }: FrameRules, year: number): string {
  const who = heldBy === 'purchaser' ? 'The purchaser holds the frame' : 'Every unit holds its own frame';
  return `${who} of ${year}: ${FRAMES[from]}; it falls on months ${PROFILES[periodise]}.`;
}

function describeChange(
  { month, unit, amountOre, source }: FrameRules['changes'][number],
  { units }: Model,
): string {
  const amount = formatAmount(magnitude(amountOre) as never, { language: 'en', decimals: 0 });
  const way = amountOre < 0n ? 'lower' : 'higher';
  return `From ${sayMonth(month)} the frame of ${sayUnits([unit], units)} is ${amount} kr ${way} (source: ${source}).`;
}

function describeVolumes({ volumes, volumesSource, year }: Financing, model: Model): string[] {
  if (volumes.length === 0) return [];
  const units = new Set(volumes.map(({ unit }) => unit)).size;
  const services = [...new Set(volumes.map(({ service }) => service))];
  const at = units === 1 ? '1 unit' : `${units} units`;
  return [
    `Budgeted for ${year}: volumes of ${sayServices(services, model.services)} at ${at}${sourced(volumesSource)}.`,
  ];
}

function describeMeans({ hoursDriver, fullTimeHours, natures }: Financing): string {
  const hours = hoursDriver === undefined ? 'wage cost' : sayId(hoursDriver);
  const fullTime = fullTimeHours
    ? ` a full-time equivalent is ${sayNumber(fullTimeHours)} paid hours a year;`
    : '';
  const kinds = (['wages', 'income', 'fixed'] as const).flatMap((kind) =>
    natures[kind].length === 0
      ? []
      : [`${kind === 'fixed' ? 'fixed cost' : kind} (${sayList(natures[kind].map(sayId))})`],
  );
  return `A unit’s paid hours of the cost year are divided over its services by ${hours};${fullTime} what is spent is ${sayList([...kinds, 'goods (the rest)'])}.`;
}

function describeMix({ mixGroups }: Financing, { services }: Model): string[] {
  const groups = Map.groupBy(mixGroups, ([, name]) => name);
  return [...groups].map(([name, members]) => {
    const ids = members.map(([service]) => service);
    return `${capital(sayId(name))}: ${sayServicesEach(ids, services)} are looked at together when volume and mix are parted.`;
  });
}

/** Services by name, also where they are exactly a group, which the sentence has named already. */
const sayServicesEach = (ids: readonly string[], services: Model['services']): string =>
  sayList(ids.map((id) => sayServices([id], services)));

function describeActualGrowth({ actualGrowth, growthSource, year }: Financing): string[] {
  if (actualGrowth.size === 0) return [];
  const rates = [...actualGrowth].map(
    ([nature, rate]) => `${nature === 'all' ? 'all else' : sayId(nature)} ${sayPercent(rate)}`,
  );
  return [`Growth to ${year} came out at ${sayList(rates, 20)}${sourced(growthSource)}.`];
}

function describeSettlement(settlement: SettlementRules | undefined, { units }: Model): string[] {
  if (!settlement) return ['Nothing of a year’s result is kept or carried by units.'];
  const { surplus, deficit, carriedIn, source } = settlement;
  const carried = [...carriedIn].map(([unit, ore]) => {
    const amount = formatAmount(magnitude(ore) as never, { language: 'en', decimals: 0 });
    return `${sayUnits([unit], units)} a ${ore < 0n ? 'deficit' : 'surplus'} of ${amount} kr`;
  });
  return [
    `Of a surplus a unit keeps ${sayPercent(surplus.keep)}, at most ${sayPercent(surplus.atMost)} of what it earned; of a deficit it carries ${sayPercent(deficit.carry)}, at most ${sayPercent(deficit.atMost)}${sourced(source)}.`,
    ...(carried.length > 0 ? [`Carried in from before: ${sayList(carried, 9)}.`] : []),
  ];
}

const sourced = (source: string | undefined): string => (source === undefined ? '' : ` (source: ${source})`);
