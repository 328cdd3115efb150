// Services and units side by side, as tables: what they cost, whose users need more, and what changed since last year.

import { left, right, type TextColumn, type TextRow } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatShare } from '../../money/amount-text.ts';
import { compare, type Fraction, fraction, multiply, subtract } from '../../money/fraction.ts';
import { sumOre } from '../../money/ore.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import { partsPerMeasure } from '../../tables/activity.ts';
import type { UnitYear } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { serviceName, unitName, type View } from '../result-views.ts';
import { count, each, kroner, rateText, thousands, volumeText } from './figures.ts';

const INDENT = '\u2003';

/** Users and cost of every service, the most cost first. */
export function servicesView(model: Model, { services, users }: UsersRun, language: Language): View {
  const inOrder = [...services].sort((a, b) =>
    a.amountOre === b.amountOre ? 0 : a.amountOre > b.amountOre ? -1 : 1,
  );
  const total = sumOre(services.map(({ amountOre }) => amountOre));
  return {
    caption: sayOfUsers('services', language, { year: model.years.cost }),
    columns: [
      left(say('service', language)),
      right(sayOfUsers('users', language)),
      right(say('volume', language)),
      left(''),
      right(sayOfUsers('costThousand', language)),
      right(sayOfUsers('perUser', language)),
      right(sayOfUsers('medianUser', language)),
    ],
    rows: [
      ...inOrder.map((one) => [
        serviceName(model, one.service, language),
        one.users > 0 ? count(one.users, language) : '',
        volumeText(one.parts, one.measure, language),
        one.measure === '' ? say('open', language) : sayMeasure(one.measure, language),
        thousands(one.amountOre, language),
        each(one.userOre, one.users, language),
        one.users > 0 ? rateText(one.medianOre, language) : '',
      ]),
      'rule',
      [
        say('total', language),
        count(users.totals.length, language),
        '',
        '',
        thousands(total, language),
        each(sumOre(users.totals.map(({ costOre }) => costOre)), users.totals.length, language),
        '',
      ],
    ],
  };
}

/** What a row of units is called: the unit, a provision, or all together. */
export function unitLabel(model: Model, { unit, provision }: UnitYear, language: Language): string {
  if (unit !== '') return unitName(model, unit);
  return provision === '' ? sayOfUsers('allTogether', language) : sayOfUsers(provision, language);
}

type Column = {
  readonly column: TextColumn;
  readonly text: (year: UnitYear) => string;
};

/** A column that some row has something in. */
const ifAny = (years: readonly UnitYear[], isThere: (year: UnitYear) => boolean, column: Column): Column[] =>
  years.some(isThere) ? [column] : [];

/** One service: its units side by side; columns that say nothing are left out. At most 100 characters wide. */
export function unitsView(model: Model, years: readonly UnitYear[], language: Language): View {
  const { service = '', measure = '' } = years[0] ?? {};
  const rate = (
    key: Parameters<typeof sayOfUsers>[0],
    of: (year: UnitYear) => Fraction | undefined,
  ): Column => ({
    column: right(sayOfUsers(key, language)),
    text: (year) => rateText(of(year), language),
  });
  const columns: Column[] = [
    { column: right(sayOfUsers('users', language)), text: ({ users }) => count(users, language) },
    { column: right(say('volume', language)), text: ({ parts }) => volumeText(parts, measure, language) },
    {
      column: right(sayOfUsers('costThousand', language)),
      text: ({ costOre }) => thousands(costOre, language),
    },
    { column: right(say('unitCost', language)), text: ({ unitCost }) => rateText(unitCost, language) },
    ...ifAny(
      years,
      differsByNeed,
      rate('needAdjusted', (year) => year.needAdjusted),
    ),
    ...ifAny(
      years,
      ({ ordinary }) => ordinary !== undefined,
      rate('ordinary', ({ ordinary }) => ordinary?.unitCost),
    ),
    ...ifAny(
      years,
      ({ last }) => last !== undefined,
      rate('lastYear', ({ last }) => last?.unitCost),
    ),
    ...ifAny(years, ({ occupancy }) => occupancy !== undefined, {
      column: right(sayOfUsers('occupancy', language)),
      text: ({ occupancy }) => (occupancy ? formatShare(occupancy, { language }) : ''),
    }),
    ...ifAny(years, ({ feesOre }) => feesOre !== 0n, {
      column: right(sayOfUsers('fees', language)),
      text: ({ feesOre }) => (feesOre === 0n ? '' : kroner(feesOre, language)),
    }),
  ];
  const provisions = new Set(years.map(({ provision }) => provision).filter(Boolean));
  const indent = ({ unit, provision }: UnitYear): string =>
    unit !== '' ? INDENT.repeat(provisions.size > 1 ? 2 : 1) : provision !== '' ? INDENT : '';
  return {
    caption: sayOfUsers('unitsOf', language, {
      service: serviceName(model, service, language),
      year: model.years.cost,
      measure: sayMeasure(measure, language),
    }),
    columns: [left(say('unit', language)), ...columns.map(({ column }) => column)],
    rows: inOrder(years).map((year) => [
      indent(year) + unitLabel(model, year, language),
      ...columns.map(({ text }) => text(year)),
    ]),
  };
}

const differsByNeed = ({ needAdjusted, unitCost }: UnitYear): boolean =>
  needAdjusted !== undefined && unitCost !== undefined && compare(needAdjusted, unitCost) !== 0;

/** The service; then each provision with its units, the dearest first. */
export function inOrder(years: readonly UnitYear[]): UnitYear[] {
  const dearestFirst = (a: UnitYear, b: UnitYear): number =>
    a.unitCost && b.unitCost ? compare(b.unitCost, a.unitCost) : a.unitCost ? -1 : b.unitCost ? 1 : 0;
  const all = years.filter(({ unit, provision }) => unit === '' && provision === '');
  const together = years.filter(({ unit, provision }) => unit === '' && provision !== '').sort(dearestFirst);
  const units = years.filter(({ unit }) => unit !== '').sort(dearestFirst);
  if (together.length === 0) return [...all, ...units];
  return [
    ...all,
    ...together.flatMap((one) => [one, ...units.filter(({ provision }) => provision === one.provision)]),
  ];
}

/** Granted and delivered volumes with their unit costs, of services that have both; sister units below. */
export function statesView(model: Model, units: readonly UnitYear[], language: Language): View {
  const services = [...Map.groupBy(units, ({ service }) => service)].filter(
    ([, years]) =>
      years.some((year) => year.grantedParts > 0n) && years.some((year) => year.deliveredParts > 0n),
  );
  const row = (label: string, year: UnitYear): string[] => [
    label,
    volumeText(year.grantedParts, year.measure, language),
    volumeText(year.deliveredParts, year.measure, language),
    sayMeasure(year.measure, language),
    rateText(year.perGranted, language),
    rateText(year.perDelivered, language),
  ];
  return {
    caption: sayOfUsers('states', language),
    columns: [
      left(`${say('service', language)} · ${say('unit', language).toLowerCase()}`),
      right(sayOfUsers('granted', language)),
      right(sayOfUsers('delivered', language)),
      left(''),
      right(`${sayOfUsers('perGranted', language)}, kr`),
      right(`${sayOfUsers('perDelivered', language)}, kr`),
    ],
    rows: services.flatMap(([service, years]) => {
      const sisters = inOrder(years).filter(({ unit }) => unit !== '');
      const all = years.find(({ unit, provision }) => unit === '' && provision === '')!;
      const below = sisters.length > 1 ? sisters : [];
      return [
        row(serviceName(model, service, language), all),
        ...below.map((year) => row(INDENT + unitName(model, year.unit), year)),
      ];
    }),
  };
}

/** Last year's cost, what volume, mix and unit cost made of it, and this year's; services and their units. */
export function changeView(model: Model, years: readonly UnitYear[], language: Language): View {
  const known = years.filter(({ last, provision, unit }) => last && (unit !== '' || provision === ''));
  return {
    caption: sayOfUsers('change', language),
    columns: [
      left(`${say('service', language)} · ${say('unit', language).toLowerCase()}`),
      right(sayOfUsers('lastYear', language)),
      right(sayOfUsers('volumeChange', language)),
      right(sayOfUsers('mixChange', language)),
      right(sayOfUsers('priceChange', language)),
      right(sayOfUsers('thisYear', language)),
    ],
    rows: known.map((year): TextRow => {
      const { costOre, change } = year.last!;
      const label =
        year.unit === '' ? serviceName(model, year.service, language) : INDENT + unitName(model, year.unit);
      const amounts = [costOre, change.volumeOre, change.mixOre, change.priceOre, year.costOre];
      return [label, ...amounts.map((amountOre) => thousands(amountOre, language))];
    }),
  };
}

/** The widest gap between two units of one service, weighted by volume; else the dearest service. */
export function unitsTitle(model: Model, units: readonly UnitYear[], language: Language): string {
  const sisters = units.filter(({ unit, unitCost }) => unit !== '' && unitCost);
  let widest: { dear: UnitYear; cheap: UnitYear; weight: Fraction } | undefined;
  for (const dear of sisters)
    for (const cheap of sisters) {
      if (dear.service !== cheap.service || compare(dear.unitCost!, cheap.unitCost!) <= 0) continue;
      const gap = subtract(dear.unitCost!, cheap.unitCost!);
      const weight = multiply(gap, fraction(dear.parts, partsPerMeasure(dear.measure)));
      if (!widest || compare(weight, widest.weight) > 0) widest = { dear, cheap, weight };
    }
  if (widest) {
    const { dear, cheap } = widest;
    return sayOfUsers('unitGap', language, {
      service: serviceName(model, dear.service, language),
      measure: sayMeasure(dear.measure, language),
      dear: unitName(model, dear.unit),
      dearCost: rateText(dear.unitCost, language),
      cheap: unitName(model, cheap.unit),
      cheapCost: rateText(cheap.unitCost, language),
    });
  }
  const all = units.filter(({ unit, provision, unitCost }) => unit === '' && provision === '' && unitCost);
  const largest = all.reduce<UnitYear | undefined>(
    (most, one) => (most && most.costOre >= one.costOre ? most : one),
    undefined,
  );
  if (!largest) return sayOfUsers('units', language, { year: model.years.cost });
  return sayOfUsers('oneUnit', language, {
    service: serviceName(model, largest.service, language),
    cost: rateText(largest.unitCost, language),
    measure: sayMeasure(largest.measure, language),
  });
}
