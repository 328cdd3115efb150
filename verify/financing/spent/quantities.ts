// Quantities as registers, budget and places give them: by state, of how many persons.

import { atUnits } from '../../accounts.ts';
import { halfAway, largestRemainder } from '../../fractions.ts';
import { type Cells, grouped, type Row, summed, total, whole } from '../../rows.ts';
import { emptyOf, type Followed, wayOf } from '../followed/followed.ts';

const PLACE = 'unit service level month state';

/** Every quantity of the months followed, with those that heirs have of units that have ended. */
export function quantitiesOf(year: Followed): Cells[] {
  const { run, months, budget, model } = year;
  const rows = (name: string): readonly Row[] => run.read?.[name] ?? [];
  const planned = budget.map(({ unit, service, level, month, parts, users }): Cells => {
    const at = { unit, service, level, month: `${month}`, state: 'budget' };
    return { ...at, parts, users: users ? halfAway(users) : 0n };
  });
  const divided = [...dividedOf(rows('lesser'), 'lesser'), ...dividedOf(rows('absence'), 'absence')];
  const then = summed([...rows('counted'), ...divided], PLACE, 'parts', 'users');
  const all = [...planned, ...atUnits(model, then, PLACE, 'parts', 'users'), ...emptyPlaces(year)];
  return all.filter(({ month }) => months.includes(Number(month)));
}

/** What each person has of a whole, over where it was given: by what there was, ties by unit and level. */
function dividedOf(rows: readonly Row[], state: string): Row[] {
  return [...grouped(rows, 'whole').values()].flatMap((those) => {
    const keys = those.map(({ unit, level }) => `${unit}\u0000${level}`);
    const due = whole(those[0] ?? {}, 'due');
    const values = those.map((row) => whole(row, 'parts') * due);
    const divided = largestRemainder(keys, values, total(those, 'parts'), due);
    const parts = those.map((row, i): Row => ({ ...row, state, parts: `${divided.at(keys[i] ?? '')}` }));
    return parts.filter((row) => whole(row, 'parts') > 0n);
  });
}

/** Empty places of the months that the model in force pays by activity, as quantities. */
function emptyPlaces(year: Followed): Cells[] {
  const funding = year.inForce;
  const units = [...new Set((year.run.read?.['places'] ?? []).map(({ unit = '' }) => unit))];
  const paid = units.flatMap((unit) =>
    year.months
      .filter((month) => wayOf(year, funding, unit, month) === 'activity')
      .map((month) => ({ unit, month })),
  );
  return paid.flatMap(({ unit, month }) =>
    emptyOf(year, funding, unit, month).map(({ service, level, parts }) => {
      return { unit, service, level, month: `${month}`, state: 'empty', parts, users: 0n };
    }),
  );
}
