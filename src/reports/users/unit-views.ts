// Units of a service side by side, as a table: what they cost, whose users need more, with and without outliers, beside
// last year.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatShare } from '../../money/amount-text.ts';
import { compare, type Fraction } from '../../money/fraction.ts';
import type { UnitYear } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers, type UserTextKey } from '../../words/user-texts.ts';
import { serviceName, unitName, type View } from '../result-views.ts';
import { count, kroner, rateText, thousands, volumeText } from './figures.ts';

const INDENT = '\u2003';

/** What a row of units is called: the unit, a provision, or all together. */
export function unitLabel(model: Model, { unit, provision }: UnitYear, language: Language): string {
  if (unit !== '') return unitName(model, unit);
  return provision === '' ? sayOfUsers('allTogether', language) : sayOfUsers(provision, language);
}

type Column = { readonly title: string; readonly text: (year: UnitYear) => string };

/** One service: its units side by side; columns that say nothing are left out. At most 100 characters wide. */
export function unitsView(model: Model, years: readonly UnitYear[], language: Language): View {
  const { service = '', measure = '' } = years[0] ?? {};
  const columns = columnsOf(years, language);
  const provisions = new Set(years.map(({ provision }) => provision).filter(Boolean));
  const indent = ({ unit, provision }: UnitYear): string =>
    unit !== '' ? INDENT.repeat(provisions.size > 1 ? 2 : 1) : provision !== '' ? INDENT : '';
  return {
    caption: sayOfUsers('unitsOf', language, {
      service: serviceName(model, service, language),
      year: model.years.cost,
      measure: sayMeasure(measure, language),
    }),
    columns: [left(say('unit', language)), ...columns.map(({ title }) => right(title))],
    rows: inOrder(years).map((year) => [
      indent(year) + unitLabel(model, year, language),
      ...columns.map(({ text }) => text(year)),
    ]),
  };
}

/** The columns that some row has something in. */
function columnsOf(years: readonly UnitYear[], language: Language): Column[] {
  const rate = (value: Fraction | undefined): string => rateText(value, language);
  const words = (key: UserTextKey): string => sayOfUsers(key, language);
  const columns: readonly (Column & { readonly isThere?: (year: UnitYear) => boolean })[] = [
    { title: words('users'), text: ({ users }) => count(users, language) },
    {
      title: say('volume', language),
      text: ({ parts, measure }) => volumeText(parts, measure, language),
    },
    { title: words('costThousand'), text: ({ costOre }) => thousands(costOre, language) },
    { title: say('unitCost', language), text: ({ unitCost }) => rate(unitCost) },
    {
      title: words('needAdjusted'),
      text: ({ needAdjusted }) => rate(needAdjusted),
      isThere: differsByNeed,
    },
    {
      title: words('ordinary'),
      text: ({ ordinary }) => rate(ordinary?.unitCost),
      isThere: ({ ordinary }) => ordinary !== undefined,
    },
    {
      title: words('lastYear'),
      text: ({ last }) => rate(last?.unitCost),
      isThere: ({ last }) => last !== undefined,
    },
    {
      title: words('occupancy'),
      text: ({ occupancy }) => (occupancy ? formatShare(occupancy, { language }) : ''),
      isThere: ({ occupancy }) => occupancy !== undefined,
    },
    {
      title: words('fees'),
      text: ({ feesOre }) => (feesOre === 0n ? '' : kroner(feesOre, language)),
      isThere: ({ feesOre }) => feesOre !== 0n,
    },
  ];
  return columns.filter(({ isThere }) => !isThere || years.some(isThere));
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
