// The model read back as sentences, so that a controller hears what it says: "Cars (5.3 mio.) go to home care by
// kilometres; the providers answer for them."

import { formatAmount, formatNumber } from '../money/amount-text.ts';
import { fraction, toDecimal } from '../money/fraction.ts';
import { describeAccrual } from './describe/describe-accrual.ts';
import { describeCircumstance, describeDecisionRules } from './describe/describe-care-sources.ts';
import { describeCentre, describeDriver, describePool } from './describe/describe-costing.ts';
import { describeFinancing } from './describe/describe-financing.ts';
import { describeInternalSale } from './describe/describe-internal-sale.ts';
import { describeUsers } from './describe/describe-users.ts';
import {
  capital,
  sayId,
  sayList,
  sayNumber,
  sayOtherYear,
  sayPercent,
  sayService,
  sayServices,
  sayUnits,
} from './describe/say-names.ts';
import {
  type ActivitySource,
  type Heir,
  type LedgerSource,
  type Model,
  type Organisation,
  type PeopleSource,
  WHOLE_MUNICIPALITY,
} from './model.ts';

/** Amounts to show beside the pools: øre by name of pool. */
export type DescribedAmounts = { readonly pool: ReadonlyMap<string, bigint> };

/** The model as sentences in plain English, in the order in which money flows. */
export function describeModel(model: Model, amounts?: DescribedAmounts): string[] {
  const { costing, years } = model;
  const sales = costing.internalSales ?? [];
  const generated = new Set(sales.flatMap(({ bought, sold }) => [bought, sold]));
  const pools = costing.pools.filter(({ name }) => !generated.has(name));
  const declared = [...costing.drivers.values()].filter(
    ({ kind }) => kind !== 'quantity' && kind !== 'equal',
  );
  return [
    describeWhose(model),
    ...model.ledger.map((source) => describeLedger(source, years.cost)),
    ...model.activity.map(
      (source) => describeActivity(source, years.cost) + describeDecisionRules(source, model.weekRule),
    ),
    ...(model.circumstances ?? []).map((source) => describeCircumstance(source, years.cost)),
    ...(model.people ?? []).map(describePeople),
    ...describeUnits(model),
    ...describeServices(model),
    describeMethod(model),
    ...sales.map((sale) => describeInternalSale(sale, model, amounts?.pool)),
    ...pools.map((pool) => describePool(pool, model, amounts?.pool.get(pool.name))),
    ...costing.centres.map((centre) => describeCentre(centre, model)),
    ...declared.map((driver) => describeDriver(driver, model)),
    ...describePrices(model),
    ...(model.accruals ?? []).map(describeAccrual),
    ...describeFinancing(model),
    ...describeUsers(model),
  ];
}

const COUNTRIES = { NO: 'Norway', SE: 'Sweden', DK: 'Denmark' } as const;

function describeWhose({ municipality, years }: Model): string {
  const { name, id, country } = municipality;
  const known = name === id ? name : `${name} (${id})`;
  const followed = years.finance === undefined ? '' : `, and ${years.finance} is followed month by month`;
  return `${known}, ${COUNTRIES[country]}: the costs of ${years.cost} give the prices of ${years.price}${followed}.`;
}

const FORMS = { kostra: 'in KOSTRA’s form', saft: 'in SAF-T', sie: 'in SIE', table: 'a table' } as const;

function describeLedger(source: LedgerSource, costYear: number): string {
  const budget = source.budget === 'revised' ? 'The revised budget' : 'The budget';
  const what = source.kind === 'budget' ? budget : 'The ledger';
  const unit = { ore: 'øre', kroner: 'kroner', thousand: 'thousand kroner' }[source.amount.unit];
  const parts = source.accountString?.map(
    ({ field, length, again }) => `${field} ${length}${again ? ' (again in the next)' : ''}`,
  );
  const account =
    parts && source.columns.account ? `; the account string is ${sayList(parts, 9)} characters` : '';
  const total =
    source.controlTotalOre === undefined
      ? ''
      : `; it must sum to ${formatAmount(source.controlTotalOre, { language: 'en' })} kr`;
  const persons =
    source.columns.person === undefined
      ? ''
      : `; whom "${source.columns.person}" names is kept under a pseudonym, for the cost of each`;
  return `${what}${sayOtherYear(source.year, costYear)} is read from ${sayList(source.files)}, ${FORMS[source.read]} in ${unit}, income ${source.amount.income}${account}${describeOwnAccounts(source)}${persons}${total}.`;
}

/** Where a file without an account string has its dimensions from, and what makes its accounts articles. */
function describeOwnAccounts({ read, dimensions, accountMap }: LedgerSource): string {
  const named = Object.entries(dimensions ?? {});
  const form = read === 'sie' ? 'dimension' : 'analysis type';
  const where = named.map(([field, type], i) => `${field} is ${i === 0 ? `${form} ` : ''}${type}`);
  const held = where.length === 0 ? '' : `; ${sayList(where, 9)}`;
  if (!accountMap) return held;
  return `${held}; ${accountMap.accounts.size} accounts get their article by ${accountMap.file} (source: ${accountMap.source})`;
}

function describeActivity(source: ActivitySource, costYear: number): string {
  const other = sayOtherYear(source.year, costYear);
  const what =
    source.kind === 'decisions'
      ? `Decisions${other} are`
      : source.kind === 'volumes'
        ? `${capital(source.state)} volumes${other} are`
        : `${capital(source.state)} activity${other} is`;
  const unit = source.quantityIn === undefined ? '' : `, in ${sayId(source.quantityIn)}`;
  const total =
    source.controlTotal === undefined
      ? ''
      : `; it must sum to ${formatNumber(source.controlTotal, { language: 'en', decimals: 0 })}`;
  return `${what} read from ${sayList(source.files)}${unit}${total}.`;
}

function describeUnits({ units, organisation, years }: Model): string[] {
  const [first] = units;
  if (units.length === 1 && first?.id === WHOLE_MUNICIPALITY && !organisation)
    return [`One unit, ${first.name}, has all cost and does everything.`];
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
  const kinds = [
    `${count('provider')} that provide services`,
    `${count('support')} that support them`,
    `${count('purchaser')} that grant or purchase`,
  ];
  const counted = `${units.length === 1 ? '1 unit' : `${units.length} units`}: ${sayList(kinds)}.`;
  if (!organisation) return [counted];
  return [counted, organisation.as === 'then' ? describeThen(years.cost) : describeNow(organisation)];
}

const describeThen = (year: number): string =>
  `Units are taken as they were organised then: cost and activity of ${year} stand, month by month, with whoever had the responsibility.`;

function describeNow({ heirs }: Organisation): string {
  const taken = [...heirs].map(([unit, those]) => `${sayId(unit)} by ${sayList(sayHeirs(those))}`);
  const over = taken.length === 0 ? '' : ` Taken over: ${sayList(taken, 9)}.`;
  return `Units are taken as they are organised now: what units that have ended held is with those that took over.${over}`;
}

/** "north", or with their parts "north (60 %)", "south (40 %)". */
function sayHeirs(heirs: readonly Heir[]): string[] {
  const whole = heirs.reduce((sum, { weight }) => sum + weight, 0n);
  return heirs.map(({ unit, weight }) =>
    heirs.length === 1 ? sayId(unit) : `${sayId(unit)} (${sayPercent(fraction(weight, whole))})`,
  );
}

function describePeople({ kind, files }: PeopleSource): string {
  const what = kind === 'people' ? 'Who lives here' : 'What need was assessed, from when to when,';
  return `${what} is read from ${sayList(files)}, by pseudonym.`;
}

function describeServices({ services }: Model): string[] {
  const counted = services
    .filter(({ open }) => !open)
    .map((service) => `${sayService(service)} (per ${service.measure ?? '?'})`);
  const open = services.filter((service) => service.open).map(sayService);
  const levels = services
    .filter((service) => service.levels.length > 0)
    .map((service) => {
      const weights = service.levels.map(({ name, weight }) => `${sayId(name)} ${toDecimal(weight, 2)}`);
      const source = service.levelSource === undefined ? '' : ` (source: ${service.levelSource})`;
      return `Levels of ${sayService(service)} weigh ${sayList(weights, 8)}${source}.`;
    });
  const openText = open.length > 0 ? [`Open to all, without unit cost: ${sayList(open, 12)}.`] : [];
  return [`Services: ${sayList(counted, 12)}.`, ...openText, ...levels];
}

function describeMethod({ costing, units }: Model): string {
  const { method, volumes } = costing;
  const how = {
    reciprocal: 'Units that serve each other are solved together (reciprocal)',
    direct: 'Support units pass cost on to others than support units only (direct)',
    'step-down': '',
  }[method.kind];
  const order =
    method.kind === 'step-down'
      ? `Support units close in the order ${sayList(
          method.order.map((id) => sayUnits([id], units)),
          20,
        )} (step-down)`
      : how;
  return `${order}; ${volumes} volumes share and divide cost.`;
}

function describePrices({ pricing, growth, services, units, weekRule, years }: Model): string[] {
  const { roundToOre, supplements, unused, trueUp } = pricing;
  const rounding = roundToOre % 100n === 0n ? `${roundToOre / 100n} kr` : `${roundToOre} øre`;
  const source = (text: string | undefined): string =>
    text === undefined || text === '' ? '' : ` (source: ${text})`;
  const bearers = {
    price: 'Unused capacity is part of the price.',
    unit: 'Unused capacity is paid to the unit as base grant.',
    purchaser: 'Unused capacity stays with the purchaser.',
  };
  return [
    ...growth.map(({ year, natures, source: from }) => {
      const rates = [...natures].map(
        ([nature, rate]) =>
          `${nature !== 'all' ? sayId(nature) : natures.size === 1 ? 'everything' : 'all else'} ${sayPercent(rate)}`,
      );
      return `Growth to ${year}: ${sayList(rates, 20)}${source(from)}.`;
    }),
    `Prices of ${years.price} are rounded to ${rounding}.`,
    ...supplements.map(
      ({ name, services: of, units: at, amount }) =>
        `The supplement ${sayId(name)} pays ${sayNumber({ num: amount.num, den: amount.den * 100n })} kr more per measure of ${sayServices(of, services)} at ${sayUnits(at, units)}.`,
    ),
    ...(unused ? [bearers[unused]] : []),
    ...(trueUp
      ? [
          `When the actual price is above the forecast, ${sayPercent(trueUp.payWhenAbove)} of the difference is paid; when below, ${sayPercent(trueUp.claimWhenBelow)} is claimed back${source(trueUp.source)}.`,
        ]
      : []),
    ...(weekRule
      ? [
          `A month of granted hours counts as ${sayNumber(weekRule.weeksPerMonth)} weeks${source(weekRule.source)}.`,
        ]
      : []),
  ];
}
