// What people in Fjordvik are granted: the decisions in force in a year, cut at New Year as the register lists them.
// Somewhat more is granted than is delivered; a few alarms have no decision behind them.

import { apportion } from '../money/apportion.ts';
import { fraction, roundHalfAway } from '../money/fraction.ts';
import { streamOf } from './counted-random.ts';
import { DAYS_IN_MONTH, DAYS_IN_YEAR, dateText, dayText, type FjordvikYear } from './fjordvik-calendar.ts';
import { alarmUser, DAILY_LIFE, perPerson, visitorOf } from './fjordvik-daily-life.ts';
import {
  HOME_CARE,
  type HomeCare,
  isAway,
  needOf,
  type Spell,
  spellsOf,
  usersOf,
} from './fjordvik-home-care-users.ts';
import { amountText } from './fjordvik-ledger.ts';
import { personOf } from './fjordvik-people.ts';
import { HOMES, staysIn } from './fjordvik-stays.ts';
import { unitPlan } from './fjordvik-units.ts';
import { people, type Size, scaled } from './size.ts';
import { splitInBlocks } from './split-in-blocks.ts';

const HEADER = 'pnr;tjeneste;enhet;behov;mengde;hyppighet;fra;til';
/** Hours a week are granted in steps of three minutes. */
const STEPS_PER_HOUR = 20n;
/** What is granted of assistance and attendances, in thousandths of what is delivered. */
const GRANTED = { assistance: 1_020, attendances: 1_120 };
const [ONE_WITHOUT_DECISION_OF, FIRST_WITHOUT_DECISION] = [50, 17];

const hoursText = (steps: bigint): string => amountText((steps * 100n) / STEPS_PER_HOUR, false);

/** A quantity of a year as whole parts a week, such as 60,900 hours × 1.04 × 7 ÷ 365 = 1,214.7 in steps of a twentieth. */
const perWeek = (year: bigint, perMille: number, partsPerMeasure: bigint): bigint =>
  roundHalfAway(fraction(year * BigInt(perMille) * partsPerMeasure * 7n, 1_000n * BigInt(DAYS_IN_YEAR)));

/** First and last day of some months of a year. */
const datesOf = ({ from, to }: Pick<Spell, 'from' | 'to'>, year: FjordvikYear): string =>
  `${dateText(year, from, 1)};${dateText(year, to - 1, DAYS_IN_MONTH[to - 1] ?? 31)}`;
const allYear = (year: FjordvikYear): string => datesOf({ from: 0, to: 12 }, year);

/** The months of a spell in which a user is at home, as spells of their own. */
function atHome({ person, from, to }: Spell, isAwayIn: (month: number) => boolean): Spell[] {
  const spells: Spell[] = [];
  for (let month = from; month < to; month++) {
    if (isAwayIn(month)) continue;
    const last = spells.at(-1);
    if (last?.to === month) spells[spells.length - 1] = { ...last, to: month + 1 };
    else spells.push({ person, from: month, to: month + 1 });
  }
  return spells;
}

/** Hours a week of a service at a unit, by what each user needs; who comes instead of another is granted as much. */
function* homeCareDecisions(plan: HomeCare, year: FjordvikYear, size: Size): Generator<string> {
  const { unit, service, hours, granted } = plan;
  const stream = streamOf(size.seed, `home-care/${unit}/${service}`);
  const steps = perWeek(scaled(BigInt(hours), size.scale), granted, STEPS_PER_HOUR);
  for (const { first, count, total } of splitInBlocks(steps, usersOf(plan, size))) {
    const needs = Array.from({ length: count }, (_, i) => BigInt(needOf(stream, first + i)));
    for (const [i, share] of apportion(total, needs).entries()) {
      if (share === 0n) continue;
      const isAwayIn = (month: number): boolean => i > 0 && isAway(stream, first + i, year, month);
      for (const spell of spellsOf(plan, first + i, year, size).flatMap((one) => atHome(one, isAwayIn)))
        yield `${personOf(unit, spell.person)};${service};${unitPlan(unit).name};;${hoursText(share)};uke;${datesOf(spell, year)}`;
    }
  }
}

/** A day's stay is granted every day of it, at its level. */
function* stayDecisions(year: FjordvikYear, size: Size): Generator<string> {
  for (const home of HOMES)
    for (const { person, service, level, from, to } of staysIn(home, year, size))
      yield `${person};${service};${unitPlan(home.unit).name};${level};1;dag;${dayText(year, from)};${dayText(year, to - 1)}`;
}

function* assistanceDecisions(year: FjordvikYear, { seed, scale }: Size): Generator<string> {
  const { assistanceHours, assisted } = DAILY_LIFE[year];
  const steps = perWeek(scaled(BigInt(assistanceHours), scale), GRANTED.assistance, STEPS_PER_HOUR);
  const users = perPerson(steps, people(assisted, scale), streamOf(seed, 'assistance'));
  const unit = 'assistance-provider';
  for (const [user, share] of users)
    yield `${personOf(unit, user)};BPA;${unitPlan(unit).name};;${hoursText(share)};uke;${allYear(year)}`;
}

/** Whole attendances a week. */
function* visitorDecisions(year: FjordvikYear, { seed, scale }: Size): Generator<string> {
  const { attendances, visitors } = DAILY_LIFE[year];
  const times = perWeek(scaled(BigInt(attendances), scale), GRANTED.attendances, 1n);
  for (const [user, share] of perPerson(times, people(visitors, scale), streamOf(seed, 'day-centre')))
    if (share > 0n)
      yield `${visitorOf(user)};Dagaktivitet;${unitPlan('day-centre').name};;${share};uke;${allYear(year)}`;
}

/** One alarm a month each, but for every fiftieth, which nobody has decided on. */
function* alarmDecisions(year: FjordvikYear, { scale }: Size): Generator<string> {
  const count = people(DAILY_LIFE[year].alarms, scale);
  for (let user = 0; user < count; user++)
    if (user % ONE_WITHOUT_DECISION_OF !== FIRST_WITHOUT_DECISION)
      yield `${alarmUser(user, scale)};Trygghetsalarm;${unitPlan('alarm-team').name};;1;måned;${allYear(year)}`;
}

/** Decisions in force in a year: from the first to the last day of it on which each holds. */
export function* decisionRows(year: FjordvikYear, size: Size): Generator<string> {
  yield HEADER;
  for (const plan of HOME_CARE[year]) yield* homeCareDecisions(plan, year, size);
  yield* stayDecisions(year, size);
  yield* assistanceDecisions(year, size);
  yield* visitorDecisions(year, size);
  yield* alarmDecisions(year, size);
}
