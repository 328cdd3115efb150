// Pools, centres and drivers as sentences.

import { add, type Fraction } from '../../money/fraction.ts';
import type { Answers } from '../../tables/network.ts';
import type { Centre, Driver, Model, Pool, Target } from '../model.ts';
import { takesAll } from '../sections/read-pools.ts';
import {
  capital,
  sayAmount,
  sayId,
  sayList,
  sayNumber,
  sayPercent,
  sayService,
  sayServices,
  sayTarget,
  sayUnits,
} from './say-names.ts';

/** Singular and plural, as the name of a pool is: "Cars go", "Finance goes". */
type Grammar = { readonly isPlural: boolean; readonly it: string; readonly whose: string };
const grammarOf = (name: string): Grammar => {
  const isPlural = /[^s]s$/.test(name) && name.length > 2;
  return { isPlural, it: isPlural ? 'them' : 'it', whose: 'the unit’s' };
};
const verb = ({ isPlural }: Grammar, plural: string, singular: string): string =>
  isPlural ? plural : singular;

/** "Cars (5.3 mio.) go to Sjøsiden home care and Innlandet home care by kilometres; the providers answer for them." */
export function describePool(pool: Pool, model: Model, amountOre: bigint | undefined): string {
  const grammar = grammarOf(pool.name);
  const amount = amountOre === undefined ? '' : ` (${sayAmount(amountOre)})`;
  const base = pool.paidAs === 'base' ? ', paid as base grant' : '';
  if (pool.goes.kind === 'park' && takesAll(pool))
    return `What no pool above takes${amount} is parked: ${pool.goes.reason}.`;
  const { text, isShared } = describeDestination(pool, model, grammar);
  const answers = isShared ? `; ${describeAnswers(pool.answers)} for ${grammar.it}` : '';
  return `${capital(sayId(pool.name))}${amount} ${text}${base}${answers}.`;
}

function describeAnswers(answers: Answers): string {
  if (answers === 'provider') return 'the providers answer';
  return answers === 'purchaser' ? 'the purchaser answers' : 'central management answers';
}

function describeDestination(
  { goes, answers, financing }: Pool,
  model: Model,
  grammar: Grammar,
): { text: string; isShared: boolean } {
  const [go, are, follow] = [
    verb(grammar, 'go', 'goes'),
    verb(grammar, 'are', 'is'),
    verb(grammar, 'follow', 'follows'),
  ];
  switch (goes.kind) {
    case 'share':
      return {
        text: `${go} to ${sayTarget(goes.to, model, grammar.whose)}${isOne(goes.to) ? '' : sayDriver(goes.driver)}`,
        isShared: true,
      };
    case 'own-unit':
      return { text: `${go} to the unit that has booked ${grammar.it}, to be passed on`, isShared: true };
    case 'follows':
      return { text: `${follow} ${sayId(goes.pool)}`, isShared: true };
    case 'follows-each':
      return {
        text: `${follow} ${sayList(goes.pools.map(sayId))}, each by what it holds at the unit`,
        isShared: true,
      };
    case 'park':
      return { text: `${are} parked: ${goes.reason}`, isShared: false };
    case 'external':
      return { text: `${verb(grammar, 'leave', 'leaves')} the municipality: ${goes.name}`, isShared: false };
    case 'not-costed':
      if (financing)
        return {
          text: `${are} of the financing itself: in no cost and no price, and no expense of the unit when it is compared with what it earns`,
          isShared: false,
        };
      return goes.name === 'not in price'
        ? { text: `${are} not in the price`, isShared: answers !== 'central' }
        : { text: `${are} not costed: ${goes.name}`, isShared: false };
  }
}

/** One unit takes all: there is nothing to share by. */
const isOne = (target: Target): boolean => target.kind === 'units' && target.units.length === 1;

const sayDriver = (driver: string): string =>
  driver === 'equal' ? ' in equal parts' : driver === 'volumes' ? ' by volume' : ` by ${sayId(driver)}`;

/** "Kitchen passes its cost on to all provider units by portions." */
export function describeCentre({ name, units, activity, driver, to }: Centre, model: Model): string {
  if (activity !== undefined) {
    const where = units.length === model.units.length ? '' : ` at ${sayUnits(units, model.units)}`;
    return `The activity ${sayId(name)}${where} passes its cost on to ${sayTarget(to, model, 'the unit’s')}${sayDriver(driver)}.`;
  }
  const isAlone = units.length === 1;
  const who = capital(sayUnits(units, model.units));
  const passes = isAlone ? 'passes its cost' : 'pass their cost';
  return `${who} ${passes} on to ${sayTarget(to, model, isAlone ? 'its' : 'their')}${sayDriver(driver)}.`;
}

/** "Driver kilometres: Sjøsiden home care 38 % and Innlandet home care 62 % (mileage 2025)." */
export function describeDriver(driver: Driver, model: Model): string {
  const source = driver.source === undefined ? '' : ` (source: ${driver.source})`;
  const policy =
    driver.negative === 'refuse'
      ? ''
      : `; negative quantities count as ${driver.negative === 'zero' ? 'zero' : 'positive'}`;
  return `Driver ${sayId(driver.name)}: ${describeRule(driver, model)}${policy}${source}.`;
}

function describeRule(driver: Driver, model: Model): string {
  switch (driver.kind) {
    case 'column':
      return `the column "${driver.column}" of the units`;
    case 'table':
      return `${driver.rows.length} rows of ${driver.file}`;
    case 'quantity':
      return 'the volume of each service';
    case 'equal':
      return 'the same for all';
    case 'amount':
      return `the amount of ${sayList(driver.pools.map(sayId))} at each unit`;
    case 'shares':
      return sayList(
        [...driver.shares].map(([id, share]) => `${sayAnyName(id, model)} ${sayPercent(share)}`),
        8,
      );
    case 'minutes':
      return describeMinutes(driver, model);
  }
}

const sayAnyName = (id: string, model: Model): string => {
  const unit = model.units.find((one) => one.id === id);
  return unit ? unit.name : sayServices([id], model.services);
};

function describeMinutes(driver: Driver & { kind: 'minutes' }, model: Model): string {
  const each = [...driver.minutes].map(([id, levels]) => {
    const service = model.services.find((one) => one.id === id);
    const minutes = [...levels].map(([level, value]) =>
      level === '' ? sayNumber(value) : `${sayId(level)} ${sayNumber(value)}`,
    );
    return `${service ? sayService(service) : id} ${minutes.join(' / ')} per ${service?.measure ?? 'measure'}`;
  });
  const capacity = describeCapacity(driver.capacity ?? new Map(), model);
  return `volume × minutes: ${sayList(each, 8)}${capacity}`;
}

function describeCapacity(capacity: ReadonlyMap<string, Fraction>, model: Model): string {
  if (capacity.size === 0) return '';
  const each = [...capacity].map(([unit, value]) =>
    unit === '' ? sayNumber(value) : `${sayAnyName(unit, model)} ${sayNumber(value)}`,
  );
  const total = [...capacity.values()].reduce(add);
  const words =
    capacity.size > 3
      ? `${sayNumber(total)} minutes over ${capacity.size} units`
      : `${sayList(each)} minutes`;
  return `; capacity ${words}, the rest is unused`;
}
