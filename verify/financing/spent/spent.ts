// The checker of what was voted, spent and done: accounts to pools, expense, frames, quantities, corrections.

import type { Checker } from '../../checker.ts';
import { type Fail, type Row, summed, sumsOf } from '../../rows.ts';
import { type Followed, followed } from '../followed/followed.ts';
import { ACCOUNT } from '../followed/ground.ts';
import { identityOf } from '../followed/identity.ts';
import { expensesOf } from './expenses.ts';
import { quantitiesOf } from './quantities.ts';
import { registersOf } from './reads.ts';
import { type SpentRun, type SpentTable, TABLES } from './tables.ts';

export const spent: Checker<SpentTable> = {
  tables: TABLES,
  reads: registersOf,
  derive: (run, fail) => {
    const year = followed(run as SpentRun);
    const { frame } = year.financing;
    const actual = year.placed('actual');
    const budget = year.placed(frame.from === 'revised-budget' ? 'revised-budget' : 'budget');
    const all = [...actual, ...budget, ...year.before];
    const placed = summed(all, `kind year ${ACCOUNT} pool nature`, 'rows', 'amount_ore');
    const purchasers = new Set([...year.frames.held.keys()].map((at) => at.replace(/\|\d+$/, '')));
    const held_frames = [...purchasers].flatMap((purchaser) =>
      year.months.map((month) => {
        return { purchaser, month: `${month}`, amount_ore: year.frames.held.at(`${purchaser}|${month}`) };
      }),
    );
    checkFrames(year, fail);
    const own = { placed, held_frames, expenses: expensesOf(year, actual), quantities: quantitiesOf(year) };
    return { ...own, ...corrections(year, held_frames) };
  },
};

/** A unit's frame stands in each of its months. What only the prices of others pay for shows 0. */
function checkFrames({ run, frames, months, unitOf }: Followed, fail: Fail): void {
  const stated = new Map(run.tables.unit_months.map((row) => [`${row['unit']}|${row['month']}`, row]));
  for (const at of new Set([...stated.keys(), ...frames.units.keys()])) {
    const [, unit = '', month = ''] = /^(.*)\|(\d+)$/s.exec(at) ?? [];
    if (!months.includes(Number(month))) continue;
    const isGiven = frames.units.has(at) || unitOf(unit).kind === 'support';
    const due = { has_frame: isGiven ? '1' : '0', frame_ore: `${frames.units.at(at)}` };
    const row = stated.get(at);
    if (row?.['has_frame'] !== due.has_frame || row['frame_ore'] !== due.frame_ore)
      fail('unit_months', at, `frame_ore is ${row?.['frame_ore']}, derived again ${due.frame_ore}`);
  }
}

type Held = { purchaser: string; month: string; amount_ore: bigint };

/** What closed months come to now less what they were closed with; nothing where a closing is gone. */
function corrections({ run }: Followed, frames: readonly Held[]): { corrections?: Row[] } {
  const closed = run.read?.['closed'] ?? [];
  const runs = new Set(closed.map((row) => row['run']));
  if (!identityOf(run).closed.every((one) => runs.has(one))) return {};
  const months = new Set(closed.map(({ month }) => month));
  const held = frames.map(({ purchaser, month, amount_ore }) => {
    return { unit: purchaser, month, frame_ore: `${amount_ore}` };
  });
  const now = [...run.tables.unit_months, ...held].filter(({ month }) => months.has(month));
  const amounts = [
    ['frame_ore', 'frameOre'],
    ['earned_ore', 'earnedOre'],
    ['spent_ore', 'spentOre'],
  ] as const;
  const sums = amounts.map(
    ([is, was]) => [is, sumsOf(now, 'unit month', is), sumsOf(closed, 'unit month', was)] as const,
  );
  const keys = [...new Set([...now, ...closed].map((row) => `${row['unit']}|${row['month']}`))];
  const rows = keys.map((at): Row => {
    const [unit = '', month = ''] = at.split('|');
    return {
      unit,
      month,
      ...Object.fromEntries(sums.map(([name, is, was]) => [name, `${is.at(at) - was.at(at)}`])),
    };
  });
  return { corrections: rows.filter((row) => amounts.some(([name]) => row[name] !== '0')) };
}
