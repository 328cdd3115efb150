// Every way in which a followed year can be wrong that its checkers must see.

import { TABLES as EARNED } from '../../verify/financing/earned/tables.ts';
import { ACCOUNT } from '../../verify/financing/followed/ground.ts';
import { TABLES as SPENT } from '../../verify/financing/spent/tables.ts';
import { TABLES as VARIANCES } from '../../verify/financing/variances/tables.ts';
import { keyOf } from '../../verify/rows.ts';
import {
  doubled,
  dropped,
  leftOut,
  type Mutation,
  moved,
  pick,
  shift,
  shifted,
  sign,
  touch,
} from './mutate.ts';

const KNOWN = { ...SPENT, ...EARNED, ...VARIANCES, sources: ['snapshot', ''] } as const;
type Named = keyof typeof KNOWN;

const AMOUNTS: readonly (readonly [Named, string])[] = [
  ['placed', 'amount_ore'],
  ['placed', 'rows'],
  ['expenses', 'posted_ore'],
  ['expenses', 'accrued_ore'],
  ['quantities', 'parts'],
  ['quantities', 'users'],
  ['held_frames', 'amount_ore'],
  ['earned', 'amount_ore'],
  ['earned', 'parts'],
  ['earned', 'price_num'],
  ['unit_months', 'frame_ore'],
  ['unit_months', 'earned_ore'],
  ['unit_months', 'spent_ore'],
  ['shadow', 'earned_ore'],
  ['shadow', 'own_cost_ore'],
  ['unpriced', 'parts'],
  ['settlements', 'carried_in_ore'],
  ['settlements', 'year_ore'],
  ['settlements', 'kept_ore'],
  ['settlements', 'returned_ore'],
  ['settlements', 'carried_ore'],
  ['settlements', 'covered_ore'],
  ['variances', 'amount_ore'],
  ['staffing', 'ordinary_parts'],
  ['staffing', 'direct_parts'],
  ['staffing', 'standard_num'],
  ['staffing', 'carried_wage_num'],
  ['staffing', 'wage_ore'],
  ['staffing', 'break_even_cost_num'],
  ['staffing', 'contribution_num'],
  ['staffing', 'place_days'],
  ['sources', 'read'],
];
const MOVABLE = AMOUNTS.filter(([, column]) => /_ore$|parts$/.test(column));
const EVERY = Object.keys(KNOWN) as Named[];

/** The account goes to another pool of the model. */
const movedAccount: Mutation<Named> = {
  about: 'an account moved to another pool',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.placed);
    const other = pick(
      random,
      tables.placed.filter(({ pool }) => pool !== row?.['pool']),
    );
    if (!row || !other) return undefined;
    Object.assign(row, { pool: other['pool'], nature: other['nature'] });
    return touch('placed', KNOWN.placed[0], row);
  },
};

/** An øre from one line to another of the same unit, month and variance: the sums are what they were. */
const betweenLines: Mutation<Named> = {
  about: 'an øre moved between lines of one variance',
  apply: ({ tables }, random) => {
    const groups = Map.groupBy(tables.variances, (row) => keyOf(row, 'unit month variance'));
    const those = pick(
      random,
      [...groups.values()].filter((rows) => rows.length > 1),
    );
    const [from, to] = those ?? [];
    if (!from || !to) return undefined;
    shift(from, 'amount_ore', -1n);
    shift(to, 'amount_ore', 1n);
    return touch('variances', KNOWN.variances[0], from, to);
  },
};

/** A line under the name of another, as if the provider's were the purchaser's. */
const renamedLine: Mutation<Named> = {
  about: 'a variance line under another name',
  apply: ({ tables }, random) => {
    const row = pick(random, tables.variances);
    if (!row) return undefined;
    const before = { ...row };
    Object.assign(row, { variance: row['variance'] === 'activity' ? 'efficiency' : 'activity' });
    return touch('variances', KNOWN.variances[0], row, before);
  },
};

/** A posting of the register is another than the year was followed by. */
const changedSnapshot: Mutation<Named> = {
  about: 'a row of a ledger changed',
  apply: ({ tables, snapshots }, random) => {
    const snapshot = pick(random, snapshots);
    const row = pick(random, snapshot?.rows ?? []);
    if (!snapshot || !row) return undefined;
    const account = `kind year ${ACCOUNT.replace(' unit', '')}`;
    const posted = { ...row, kind: `${snapshot.source['kind']}` };
    const placed = tables.placed.filter((one) => keyOf(one, account) === keyOf(posted, account));
    if (placed.length === 0) return undefined;
    shift(row, 'amount_ore', sign(random));
    return touch('placed', KNOWN.placed[0], ...placed);
  },
};

export const FINANCING_MUTATIONS: readonly Mutation<Named>[] = [
  ...[...shifted(KNOWN, AMOUNTS), ...moved(KNOWN, MOVABLE)],
  ...doubled(
    KNOWN,
    EVERY.filter((table) => table !== 'sources'),
  ),
  ...dropped(KNOWN, EVERY),
  ...leftOut(EVERY.filter((table) => table !== 'sources')),
  ...[movedAccount, betweenLines, betweenLines, betweenLines, renamedLine, changedSnapshot, changedSnapshot],
];
