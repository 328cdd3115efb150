// What can happen in a year that is followed: each step changes the inbox, the model or the prices, as chance has it,
// and says in words what it did. Closing and reopening are the program's own doing, and stand with the story.

import type { Random } from '../../auditor/generate-network.ts';
import {
  broken,
  budgetFile,
  deliveryFile,
  lateDeliveries,
  latePostings,
  ledgerFile,
  type MonthFile,
  monthDeliveries,
  monthPostings,
  paidFile,
  yearBudget,
  yearPaid,
} from './followed-books.ts';
import { drawn } from './followed-ground.ts';
import { ALL_EDITS, type Edit, toggled } from './followed-model.ts';
import { type MonthsWorld, withFile, without } from './followed-world.ts';

/** Says what it did; undefined where there was nothing to do it to. */
export type Step = (world: MonthsWorld, random: Random) => string | undefined;

const two = (month: number): string => String(month).padStart(2, '0');
const monthsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const BUDGET = 'data/budget-2026.csv';
const PAID = 'data/paid-2026.csv';

function deliver(world: MonthsWorld, name: string, file: MonthFile): void {
  world.inbox = withFile(world.inbox, name, file);
  world.away = without(world.away, name);
}

/** So many months come at once, in a file of each kind; with the first comes a file of paid hours. */
export const nextMonths =
  (count: number): Step =>
  (world, random) => {
    const first = world.monthsDelivered + 1;
    const last = Math.min(world.monthsDelivered + count, 12);
    if (first > 12) return undefined;
    if (first === 1) deliver(world, PAID, paidFile(yearPaid(random)));
    for (const kind of ['ledger', 'delivered']) {
      const name = `data/${kind}-2026-${two(first)}-${two(last)}.csv`;
      deliver(world, name, againOf(name, random)!);
    }
    world.monthsDelivered = last;
    return `months ${first} to ${last} are delivered`;
  };

/** The same file, drawn anew; undefined of those that came late, which nobody corrects. */
function againOf(name: string, random: Random): MonthFile | undefined {
  if (name === BUDGET) return budgetFile(yearBudget(random));
  if (name === PAID) return paidFile(yearPaid(random));
  const [, kind, first, last] = /(ledger|delivered)-2026-(\d\d)-(\d\d)\.csv$/.exec(name) ?? [];
  if (!kind) return undefined;
  const months = monthsFrom(Number(first), Number(last));
  return kind === 'ledger'
    ? ledgerFile(months.flatMap((month) => monthPostings(random, month)))
    : deliveryFile(months.flatMap((month) => monthDeliveries(random, month)));
}

const corrected: Step = (world, random) => {
  const name = drawn(random, [...world.inbox.keys()]);
  const file = name === undefined ? undefined : againOf(name, random);
  if (!name || !file) return undefined;
  deliver(world, name, file);
  return `${name} is delivered again, corrected`;
};

const latePosted: Step = (world, random) => {
  const name = `data/ledger-2026-late-${'abcdef'[random.below(6)]}.csv`;
  deliver(world, name, ledgerFile(latePostings(random, world.monthsDelivered)));
  return `${name} has postings of months that are over`;
};

const lateDelivered: Step = (world, random) => {
  const name = `data/delivered-2026-late-${'abcdef'[random.below(6)]}.csv`;
  deliver(world, name, deliveryFile(lateDeliveries(random, world.monthsDelivered)));
  return `${name} has deliveries of months that are over`;
};

/** One of each kind stays: a source without files is refused. */
const vanished: Step = (world, random) => {
  const name = drawn(random, [...world.inbox.keys()]);
  const file = name === undefined ? undefined : world.inbox.get(name);
  const kind = name?.replace(/-2026.*/, '');
  const others = [...world.inbox.keys()].filter((other) => other !== name && other.startsWith(kind ?? ''));
  if (!name || !file || others.length === 0) return undefined;
  world.inbox = without(world.inbox, name);
  world.away = withFile(world.away, name, file);
  return `${name} vanishes`;
};

const cameBack: Step = (world, random) => {
  const name = drawn(random, [...world.away.keys()]);
  if (!name) return undefined;
  deliver(world, name, world.away.get(name)!);
  return `${name} comes back`;
};

const brokenAgain: Step = (world, random) => {
  const name = drawn(random, [...world.inbox.keys()]);
  if (!name || world.inbox.get(name)!.isBroken) return undefined;
  deliver(world, name, broken(world.inbox.get(name)!));
  return `${name} arrives again, broken`;
};

const edited: Step = (world, random) => {
  const edit = drawn<Edit>(random, ALL_EDITS)!;
  world.edits = toggled(world.edits, edit);
  return `the model is edited: ${edit}${world.edits.has(edit) ? '' : ', taken back'}`;
};

const decided: Step = (world, random) => {
  const month = 2 + random.below(11);
  const decision = {
    month,
    hourKroner: 550 + random.below(200),
    grantPerMille: BigInt(900 + random.below(200)),
  };
  world.decisions = new Map([...world.decisions, [month, decision]]);
  if (world.spoilt === month) world.spoilt = undefined;
  return `prices are decided from month ${month}: ${decision.hourKroner} an hour`;
};

const undecided: Step = (world, random) => {
  const month = drawn(random, [...world.decisions.keys()]);
  if (month === undefined) return undefined;
  world.decisions = new Map([...world.decisions].filter(([other]) => other !== month));
  if (world.spoilt === month) world.spoilt = undefined;
  return `the prices from month ${month} are withdrawn`;
};

const spoilt: Step = (world, random) => {
  const month = drawn(random, [...world.decisions.keys()]);
  if (month === undefined) return undefined;
  world.spoilt = month;
  return `the file of the prices from month ${month} is cut short`;
};

/** What may happen beside deliveries, each as often as it weighs. */
const STEPS: readonly (readonly [Step, number])[] = [
  [corrected, 12],
  [latePosted, 12],
  [lateDelivered, 10],
  [vanished, 6],
  [cameBack, 6],
  [brokenAgain, 5],
  [edited, 20],
  [decided, 16],
  [undecided, 4],
  [spoilt, 4],
];
const LOTS = STEPS.flatMap(([step, weight]) => Array<Step>(weight).fill(step));

/** Draws a step that has something to be done to, and does it. */
function takeOne(world: MonthsWorld, random: Random): string {
  for (;;) {
    const told = LOTS[random.below(LOTS.length)]!(world, random);
    if (told !== undefined) return told;
  }
}

/** Up to three things that happen before anybody looks. */
export const takeSteps = (world: MonthsWorld, random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => takeOne(world, random)).join('; ');

/** Puts right one thing that makes a month be refused. */
export function mend(world: MonthsWorld, random: Random): string {
  const [name, file] = [...world.inbox].find(([, { isBroken }]) => isBroken) ?? [];
  if (name && file) {
    const again = againOf(name, random);
    if (again) deliver(world, name, again);
    else world.inbox = without(world.inbox, name);
    return again ? `${name} is mended` : `${name} is taken away`;
  }
  world.spoilt = undefined;
  return 'the file of prices is mended';
}
