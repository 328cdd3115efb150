// A user's year by object, an object's cost by user, and how one came to have what part of the other: what postings name,
// and a share of the rest by weight. Persons are pseudonyms.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount, formatShare } from '../money/amount-text.ts';
import { fraction } from '../money/fraction.ts';
import { APART } from '../run/users/write-users.ts';
import { readTable } from '../store/result-files.ts';
import { wholeIn } from '../tables/row-cells.ts';
import type { Row, TableSchema } from '../tables/schema.ts';
import { USER_COSTS, USER_NATURES } from '../tables/users-results.ts';
import type { ExplainContext } from './explain-context.ts';
import { objectAddress } from './figure-address.ts';
import { findName } from './find-name.ts';
import { type ExplainLevel, type ExplainLine, levelOf, UnknownFigure } from './level.ts';

/** "p0494…" → what the year cost, by object; "p0494…@nursing-home/solvang/dementia" → by what it is made of there. */
export async function explainUser(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const [person = '', object] = address.split('@');
  const rows = await readApart(context, USER_COSTS);
  findName('user', person, rows.map((row) => String(row['person'])).filter(Boolean));
  const own = rows.filter((row) => row['person'] === person);
  if (object !== undefined) return explainPart(context, rows, person, object);
  const lines = own.map(
    (row): ExplainLine => ({
      label: labelOf(row),
      amountOre: wholeIn(row, 'cost_ore'),
      figure: `user:${person}@${objectAddress(row)}`,
    }),
  );
  return levelOf(
    { figure: `user:${person}`, title: `The year of ${person}`, rule: 'Cost by object.' },
    lines,
  );
}

/** "nursing-home/solvang/dementia" → what each of its users has of its cost; "nobody" is what none has. */
export async function explainUsers(context: ExplainContext, address: string): Promise<ExplainLevel> {
  const rows = await readApart(context, USER_COSTS);
  const own = rowsOf(rows, address);
  const lines = own.map((row): ExplainLine => {
    const person = String(row['person']);
    const label = person === '' ? 'nobody' : person;
    const figure = person === '' ? {} : { figure: `user:${person}@${address}` };
    return { label, amountOre: wholeIn(row, 'cost_ore'), ...figure };
  });
  const rule = `Its cost by user: what postings name, and the rest by weight. Its cost itself: unit-cost:${address}.`;
  return levelOf({ figure: `users:${address}`, title: `Users of ${address}`, rule }, lines);
}

/** One user's part of an object, by nature: named, and shared. */
async function explainPart(
  context: ExplainContext,
  rows: readonly Row[],
  person: string,
  object: string,
): Promise<ExplainLevel> {
  const all = rowsOf(rows, object);
  const own = all.find((row) => row['person'] === person);
  if (!own) throw new UnknownFigure(`${person} has nothing of ${object}.`);
  const natures = (await readApart(context, USER_NATURES)).filter(
    (row) => row['person'] === person && objectAddress(row) === object,
  );
  const lines = natures.flatMap((row): ExplainLine[] => {
    const of = `${row['nature']} (${row['answers']}, ${row['paid_as']})`;
    const [direct, shared] = [wholeIn(row, 'direct_ore'), wholeIn(row, 'shared_ore')];
    return [
      ...(direct === 0n ? [] : [{ label: `${of}, named by postings`, amountOre: direct }]),
      ...(shared === 0n ? [] : [{ label: `${of}, shared by weight`, amountOre: shared }]),
    ];
  });
  const head = { figure: `user:${person}@${object}`, title: `${object} of ${person}` };
  return levelOf({ ...head, rule: shareText(context, all, own, object) }, lines);
}

/** "Shared = 51.2 million kr that no posting names × 36 of 4,800 = 0.75 %." */
function shareText(
  { language = 'en' }: ExplainContext,
  all: readonly Row[],
  own: Row,
  object: string,
): string {
  const sum = (column: string): bigint => all.reduce((total, row) => total + wholeIn(row, column), 0n);
  const [pot, weights, weight] = [sum('shared_ore'), sum('weight'), wholeIn(own, 'weight')];
  if (weights === 0n) return 'All of it is named by postings.';
  const share = formatShare(fraction(weight, weights), { language, decimals: 3 });
  const amount = formatAmount(pot, { language });
  return `Shared = ${amount} kr that no posting names × weight ${weight} ÷ ${weights} (${share}), by largest remainder. The other users: users:${object}; the cost: unit-cost:${object}; the quantity: volume:${object}.`;
}

function rowsOf(rows: readonly Row[], object: string): Row[] {
  findName('object of users', object, rows.map(objectAddress));
  return rows.filter((row) => objectAddress(row) === object);
}

const labelOf = (row: Row): string =>
  [row['service'], row['unit'], row['level']].filter((part) => part !== '').join(' · ');

/** A table of persons. @throws UnknownFigure where users of the run were not costed. */
async function readApart({ db, runDir }: ExplainContext, schema: TableSchema): Promise<Row[]> {
  const folder = join(runDir, 'users', APART);
  if (!existsSync(join(folder, `${schema.name}.parquet`)))
    throw new UnknownFigure('The users of this run are not costed yet: run "innsats users".');
  return readTable(db, folder, schema);
}
