// Where the hours go, and the leader's first question: how many full-time equivalents the financing carries beside
// those used. Units that are not measured in hours show their days and how full they are.

import { drawFunnel, type FunnelBar, type FunnelData, type FunnelWhole } from '../../charts/funnel.ts';
import { left, right } from '../../charts/text-table.ts';
import { type Fraction, fraction, roundHalfAway, toDecimal } from '../../money/fraction.ts';
import type { QuantityState, Staffing } from '../../tables/financing.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { oneDecimal, quantity, share, signedMillions } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { drawFigures, drawSection, paragraph } from './page-parts.ts';
import { breakEvenShare, fullTime, paidParts, productiveShare, standardShare } from './totals.ts';
import type { ServiceQuantities } from './unit-quantities.ts';

const STEPS = [
  { state: 'granted', tone: 'purchaser' },
  { state: 'planned', tone: 'provider' },
  { state: 'delivered', tone: 'provider' },
] as const;

/** The funnel of the unit's services of one measure; undefined where they have several or nothing is counted. */
function funnelData(
  services: readonly ServiceQuantities[],
  staffing: Staffing,
  language: Language,
): FunnelData | undefined {
  const [measure = ''] = services.map((each) => each.measure);
  if (measure === '' || services.some((each) => each.measure !== measure)) return undefined;
  const sum = (state: QuantityState): bigint =>
    services.reduce((total, { parts }) => total + (parts.get(state) ?? 0n), 0n);
  const bars = STEPS.map(({ state, tone }): FunnelBar => {
    return { label: sayFinancing(state, language), value: sum(state), tone };
  }).filter(({ value }) => value !== 0n);
  const whole = measure === 'hour' ? paidWhole(staffing, language) : undefined;
  const shown = [...bars, ...(whole ? [whole] : [])];
  if (shown.length === 0) return undefined;
  const format = (parts: bigint): string => quantity(parts, measure, language);
  const sentences = shown.map(({ label, value }) => `${label} ${format(value)}`).join(', ');
  return {
    id: 'funnel',
    title: sayFinancing(measure === 'hour' ? 'hoursTitle' : 'quantitiesTitle', language),
    description: `${sentences}. ${whole ? `${[whole.reached.text, whole.mark?.text].filter(Boolean).join(', ')}.` : ''}`,
    bars,
    ...(whole ? { whole } : {}),
    format,
  };
}

const asNumber = (value: Fraction): number => Number(toDecimal(value, 4));

function paidWhole(staffing: Staffing, language: Language): FunnelWhole | undefined {
  const reached = productiveShare(staffing);
  if (!reached) return undefined;
  const even = breakEvenShare(staffing);
  const text = (key: 'reachedUsers' | 'breakEven', value: Fraction): string =>
    sayFinancing(key, language, { share: share(value, language) });
  return {
    label: sayFinancing('paidHours', language),
    value: paidParts(staffing),
    reached: { share: asNumber(reached), text: text('reachedUsers', reached) },
    ...(even ? { mark: { share: asNumber(even), text: text('breakEven', even) } } : {}),
  };
}

/** The funnel's table. */
function funnelView(data: FunnelData, measure: string, language: Language): View {
  const rows = [...data.bars, ...(data.whole ? [data.whole] : [])].map(({ label, value }) => [
    label,
    data.format(value),
  ]);
  const shares = data.whole ? [data.whole.reached.text, data.whole.mark?.text ?? ''].filter(Boolean) : [];
  return {
    caption: data.title,
    columns: [left(''), right(sayMeasures(measure, language))],
    rows: [...rows, ...shares.map((text) => [text, ''])],
  };
}

/** Full-time equivalents carried and used, what the hours were paid as, and what the price builds on, as sentences. */
function staffingSentences(
  report: MonthlyReport,
  staffing: Staffing,
  services: readonly ServiceQuantities[],
  language: Language,
): string[] {
  const standard = standardShare(staffing);
  return [
    carriedSentence(report, staffing, language),
    standard ? sayFinancing('standardShare', language, { share: share(standard, language) }) : '',
    paidAsSentence(staffing, language),
    occupancySentence(staffing, services, language),
  ].filter(Boolean);
}

function carriedSentence({ model, month }: MonthlyReport, staffing: Staffing, language: Language): string {
  const equivalents = fullTime(staffing, month, model.financing?.fullTimeHours);
  if (equivalents) {
    const { used, carried } = equivalents;
    return sayFinancing('fullTime', language, {
      carried: oneDecimal(carried, language),
      used: oneDecimal(used, language),
    });
  }
  if (staffing.wageOre === 0n) return '';
  const carriedOre = roundHalfAway(staffing.carriedWageOre);
  return sayFinancing('carriedWages', language, {
    carried: signedMillions(carriedOre, language),
    used: signedMillions(staffing.wageOre, language),
  });
}

function paidAsSentence(staffing: Staffing, language: Language): string {
  const paid = paidParts(staffing);
  if (paid === 0n) return '';
  const of = (parts: bigint, whole: bigint): string => share(fraction(parts, whole), language);
  return sayFinancing('paidBy', language, {
    agency: of(staffing.agencyParts, paid),
    overtime: of(staffing.overtimeParts, paid),
    sick: of(staffing.sickParts, paid + staffing.sickParts),
  });
}

function occupancySentence(
  { placeDays }: Staffing,
  services: readonly ServiceQuantities[],
  language: Language,
): string {
  const days = services.filter(({ measure }) => measure === 'day');
  if (placeDays === 0n || days.length === 0) return '';
  const used = days.reduce((sum, { parts }) => sum + (parts.get('delivered') ?? 0n), 0n);
  return sayFinancing('occupancy', language, {
    share: share(fraction(used, placeDays * PARTS_PER_DAY), language),
    used: quantity(used, 'day', language),
    places: quantity(placeDays * PARTS_PER_DAY, 'day', language),
  });
}

const PARTS_PER_DAY = 1_000n;

/** The section: the funnel with its table, and the sentences below it. */
export function hoursSection(
  report: MonthlyReport,
  staffing: Staffing,
  services: readonly ServiceQuantities[],
  language: Language,
): string {
  const data = funnelData(services, staffing, language);
  const [first = '', ...rest] = staffingSentences(report, staffing, services, language);
  const text = paragraph(first, 'strong') + paragraph(rest.join(' '));
  if (!data) return text ? drawSection(sayFinancing('staffing', language), '', text) : '';
  const measure = services[0]!.measure;
  const unit = `${sayFinancing('soFar', language)}, ${sayMeasures(measure, language)}`;
  const figures = drawFigures('funnel-figures', funnelView(data, measure, language), language);
  return drawSection(data.title, unit, drawFunnel(data, 360) + text + figures);
}
