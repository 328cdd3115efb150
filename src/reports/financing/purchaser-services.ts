// What a purchaser buys, service by service: volume and cost, and what was granted and not delivered, at the price that
// it would have been paid with. Under-delivery is shown with its money, so that it never looks like thrift.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { add, divide, type Fraction, fraction, multiply, roundHalfAway, ZERO } from '../../money/fraction.ts';
import { sumOre } from '../../money/ore.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { serviceName, type View } from '../result-views.ts';
import { quantity, rate, share, thousands } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { type ServiceQuantities, serviceQuantities } from './unit-quantities.ts';

/** A service of a purchaser; `notDeliveredOre` is (granted − delivered) × mean price, never below zero for a unit. */
export type PurchasedService = ServiceQuantities & {
  readonly notDeliveredParts: bigint;
  readonly notDeliveredOre: Fraction;
};

/**
 * Services of the units given. Granted beyond delivered is counted unit by unit: what one delivers too much does not
 * fill what another left undone.
 * @example granted 62,400 h, delivered 60,900 h at 918 kr → 1,500 h, 1,377,000 kr
 */
export function purchasedServices(report: MonthlyReport, units: readonly string[]): PurchasedService[] {
  const perUnit = units.flatMap((unit) => serviceQuantities(report, [unit]));
  return serviceQuantities(report, units).map((all) => {
    const each = perUnit.filter(({ service }) => service === all.service);
    return {
      ...all,
      notDeliveredParts: each.reduce((sum, of) => sum + leftUndone(of), 0n),
      notDeliveredOre: each.reduce((sum, of) => add(sum, atPrice(of)), ZERO),
    };
  });
}

function leftUndone({ parts }: ServiceQuantities): bigint {
  const undone = (parts.get('granted') ?? 0n) - (parts.get('delivered') ?? 0n);
  return parts.has('granted') && undone > 0n ? undone : 0n;
}

function atPrice(of: ServiceQuantities): Fraction {
  if (of.paidParts <= 0n) return ZERO;
  return multiply(fraction(leftUndone(of)), divide(fraction(of.earnedOre), fraction(of.paidParts)));
}

/** Øre of all that was granted and not delivered. */
export const totalNotDelivered = (services: readonly PurchasedService[]): Fraction =>
  services.reduce((sum, { notDeliveredOre }) => add(sum, notDeliveredOre), ZERO);

/**
 * A row per service: budget, granted, delivered, financed, per measure, and what was not delivered; what was paid
 * whatever the activity stands in a row of its own, so that the sum is all that was paid for.
 */
export function purchasedView(
  { model }: MonthlyReport,
  services: readonly PurchasedService[],
  paidForOre: bigint,
  language: Language,
): View {
  const byPrice = sumOre(services.map(({ earnedOre }) => earnedOre));
  const row = (label: string, amountOre: bigint, undone: string): TextRow => [
    ...[label, '', '', '', '', thousands(amountOre, language)],
    ...['', '', '', undone],
  ];
  const undone = thousands(roundHalfAway(totalNotDelivered(services)), language);
  return {
    caption: `${sayFinancing('servicesOfPurchaser', language)}, ${sayFinancing('soFar', language)}`,
    columns: [
      left(say('service', language)),
      left(''),
      ...COLUMNS.map((key) => right(sayFinancing(key, language))),
    ],
    rows: [
      ...services.map((of) => [serviceName(model, of.service, language), ...serviceCells(of, language)]),
      row(sayFinancing('otherPaid', language), paidForOre - byPrice, ''),
      'rule',
      row(sayFinancing('total', language), paidForOre, undone),
    ],
  };
}

const COLUMNS = [
  ...(['budget', 'granted', 'delivered', 'financedAmount'] as const),
  ...(['perMeasure', 'notDelivered', 'share', 'atPrice'] as const),
];

/** The measure and a cell for each of the columns; blank where nothing is known or paid by price. */
function serviceCells(of: PurchasedService, language: Language): string[] {
  const { measure, earnedOre, paidParts, notDeliveredParts } = of;
  const parts = (state: 'budget' | 'granted' | 'delivered'): string => {
    const value = of.parts.get(state);
    return value === undefined ? '' : quantity(value, measure, language);
  };
  const granted = of.parts.get('granted') ?? 0n;
  const isPaid = paidParts > 0n;
  return [
    sayMeasures(measure, language),
    ...[parts('budget'), parts('granted'), parts('delivered')],
    earnedOre === 0n ? '' : thousands(earnedOre, language),
    isPaid ? rate(fraction(earnedOre * partsPerMeasure(measure), paidParts), language) : '',
    quantity(notDeliveredParts, measure, language),
    granted > 0n ? share(fraction(notDeliveredParts, granted), language) : '',
    isPaid ? thousands(roundHalfAway(of.notDeliveredOre), language) : '',
  ];
}
