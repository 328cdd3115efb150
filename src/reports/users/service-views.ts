// Services and their units by what they did and cost, as tables: users and cost, granted and delivered, what changed
// since last year.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { sumOre } from '../../money/ore.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { UnitYear } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say, sayMeasure } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { serviceName, unitName, type View } from '../result-views.ts';
import { count, each, rateText, thousands, volumeText } from './figures.ts';
import { inOrder } from './unit-views.ts';

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
