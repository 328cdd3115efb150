// What is to be told of frames: units and months that have none, rows of a budget that stand nowhere, frames that nobody
// holds.

import type { Finding } from '../findings/finding.ts';
import { ore } from '../money/ore.ts';
import { keyOf } from '../tables/keys.ts';
import { spentOre } from './expense.ts';
import { inOrder } from './ground.ts';
import { monthNames, rowsAndOre, type Told, telling } from './told.ts';

export const frameFindings = (told: Told): Finding[] => [
  ...leftOut(told),
  ...outsidePrice(told),
  ...paidTwice(told),
  ...withoutFrame(told),
  ...withoutHolder(told),
  ...rowsNowhere(told),
  ...changesNowhere(told),
];

/** Units and months that the model in force does not reach and that have no frame: nobody said what they get. */
function leftOut(told: Told): Finding[] {
  const { ground, inForce, units, earned, expenses, values } = told;
  const financed = new Set(earned.map(({ unit, month }) => keyOf(unit, month)));
  return units.flatMap((unit) => {
    const months = ground.months.filter((month) => !financed.has(keyOf(unit, month)));
    const amountOre = months.reduce((sum, month) => sum + spentOre(expenses.of(unit, month)), 0n);
    const isSilent = months.every((month) => expenses.of(unit, month).length === 0);
    const isGranted = inForce.rules.kind === 'activity' && inForce.book.granted.includes(unit);
    if (months.length === 0 || (isSilent && !isGranted && !ground.counts.units.has(unit))) return [];
    return [
      telling(
        told,
        ['warning', 'no-frame', unit],
        [
          `${unit} is neither reached by the model in force nor has a frame in ${monthNames(values.year, months)}: those months are left out, with what was spent in them${isGranted ? ', and the base grant that is adopted for it is paid to nobody' : ''}`,
          'Budget it, let a model apply to it, or write its frame under financing: frame: changes.',
        ],
        { amountOre: ore(amountOre) },
      ),
    ];
  });
}

/** Support units whose cost is in the prices of others: they spend and earn nothing. */
function outsidePrice(told: Told): Finding[] {
  const { earned, expenses } = told;
  const outside = earned.filter(({ way }) => way === 'outside');
  return [...Map.groupBy(outside, ({ unit }) => unit)].map(([unit, months]) =>
    telling(
      told,
      ['note', 'outside-price', unit],
      [
        `${unit} spends what prices of other units pay for, and earns nothing itself`,
        'Let others than providers answer for its pools, or have its cost posted where it is used.',
      ],
      { amountOre: ore(months.reduce((sum, { month }) => sum + spentOre(expenses.of(unit, month)), 0n)) },
    ),
  );
}

/** Support units whose cost is in the prices of others, and that have a frame for it as well. */
function paidTwice(told: Told): Finding[] {
  const { ground, inForce, earned, expenses } = told;
  if (inForce.rules.kind === 'frame') return [];
  const framed = earned.filter(
    ({ unit, month, way }) =>
      way === 'frame' && ground.unitOf(unit).kind === 'support' && expenses.of(unit, month).length > 0,
  );
  return [...Map.groupBy(framed, ({ unit }) => unit)].map(([unit, months]) =>
    telling(
      told,
      ['warning', 'paid-twice', unit],
      [
        `${unit} has a frame for what prices of other units pay for too, so totals hold that money twice`,
        'Let others than providers answer for its pools, or budget it at the units that are paid by price.',
      ],
      { amountOre: ore(months.reduce((sum, { earnedOre }) => sum + earnedOre, 0n)) },
    ),
  );
}

/** Where frames are split: units that earn and have none, so that they have no activity variance. */
function withoutFrame(told: Told): Finding[] {
  const { ground, earned, frames } = told;
  if (ground.financing.frame.from === 'purchase-budget') return [];
  const missing = earned.filter(({ unit, way }) => way !== 'outside' && !frames.units.has(unit));
  return [...Map.groupBy(missing, ({ unit }) => unit)].map(([unit, months]) =>
    telling(
      told,
      ['warning', 'unit-without-frame', unit],
      [
        `${unit} has no frame, so it has no activity variance and no total that it is in has one`,
        'Import its budget, or write its frame (0 if nothing was voted) under financing: frame: changes.',
      ],
      { amountOre: ore(months.reduce((sum, { earnedOre }) => sum + earnedOre, 0n)) },
    ),
  );
}

/** Where purchasers hold frames: units whose purchaser holds none. */
function withoutHolder(told: Told): Finding[] {
  const { ground, earned, frames } = told;
  if (ground.financing.frame.from !== 'purchase-budget') return [];
  const missing = earned.filter(
    ({ unit, way }) => way !== 'outside' && !frames.held.has(ground.unitOf(unit).purchaser),
  );
  return [...Map.groupBy(missing, ({ unit }) => ground.unitOf(unit).purchaser)].map(([purchaser, months]) =>
    telling(
      told,
      ['warning', 'no-held-frame', purchaser === '' ? 'no purchaser' : purchaser],
      [
        `nobody holds the frame of ${inOrder(months.map(({ unit }) => unit)).join(', ')}: ${purchaser === '' ? 'no purchaser is named' : `the purchaser ${purchaser} has no budget in a pool of the financing`}`,
        'Name their purchaser in the units file, and budget the financing there in a pool that says "financing: true".',
      ],
      { amountOre: ore(months.reduce((sum, { earnedOre }) => sum + earnedOre, 0n)) },
    ),
  );
}

function rowsNowhere(told: Told): Finding[] {
  const { ground, input } = told;
  const { from } = ground.financing.frame;
  if (from === 'volumes') return [];
  const { financing, inPrice } = ground.pools;
  const nowhere = input.budget.filter(
    ({ unit, pool }) => unit === '' && (from === 'purchase-budget' ? financing.has(pool) : inPrice.has(pool)),
  );
  if (nowhere.length === 0) return [];
  return [
    telling(
      told,
      ['warning', 'frame-without-unit', inOrder(nowhere.map(({ pool }) => pool)).join(', ')],
      [
        'budget that is a frame belongs to no unit, so nobody has it',
        'Give its responsibility to a unit in the units file, or correct the budget.',
      ],
      rowsAndOre(nowhere),
    ),
  ];
}

/** Where purchasers hold frames, a change of a provider's frame changes nothing. */
function changesNowhere(told: Told): Finding[] {
  const { frame } = told.ground.financing;
  if (frame.from !== 'purchase-budget') return [];
  return frame.changes
    .filter(({ unit }) => told.ground.unitOf(unit).kind !== 'purchaser')
    .map(({ unit, amountOre }) =>
      telling(
        told,
        ['warning', 'change-without-frame', unit],
        [
          `the frame of ${unit} is changed, and it has none: its purchaser holds it`,
          'Change the frame of its purchaser.',
        ],
        { amountOre },
      ),
    );
}
