// The municipality in the middle of the year that it follows: what lies in its inbox, what its model and its prices
// say, which months are closed and what they came to, and, in the plainest way, what its books say.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../../src/store/db.ts';
import { type Workspace, workspaceAt } from '../../../src/store/workspace.ts';
import type { UnitMonth } from '../../../src/tables/financing.ts';
import { randomFrom } from '../../auditor/generate-network.ts';
import { followedWorkspace } from '../../support/followed-workspace.ts';
import {
  budgetFile,
  type Delivery,
  type MonthFile,
  type Posting,
  type UnitName,
  yearBudget,
} from './followed-books.ts';
import { decidedPrices, decisionFile, type Edit, editedModel, type PriceDecision } from './followed-model.ts';

export type Inbox = ReadonlyMap<string, MonthFile>;

/** A month as it was closed: the bytes of its results, and what units came to in it. */
export type ClosedMonth = {
  readonly month: number;
  readonly id: string;
  readonly bytes: readonly string[];
  readonly units: readonly UnitMonth[];
};

/** Changed by the steps alone. */
export type MonthsWorld = {
  readonly workspace: Workspace;
  readonly begun: { readonly model: string; readonly prices: string };
  /** How many months have been delivered: 0 to 12. */
  monthsDelivered: number;
  /** By path in the workspace, as they lie there now; and those that were taken away and may come back. */
  inbox: Inbox;
  away: Inbox;
  edits: ReadonlySet<Edit>;
  decisions: ReadonlyMap<number, PriceDecision>;
  /** The month whose decision stands in a file that cannot be read. */
  spoilt: number | undefined;
  closed: readonly ClosedMonth[];
  isYearLocked: boolean;
  reopenings: number;
};

/** What a world begins from: a workspace whose 2025 is costed and whose prices of 2026 are adopted. */
export async function monthsTemplate(db: Db): Promise<Workspace> {
  const workspace = await followedWorkspace(db);
  for (const name of ['ledger-2026.csv', 'delivered-2026.csv', 'paid-2026.csv'])
    rmSync(join(workspace.dir, 'data', name));
  rmSync(workspace.runsDir, { recursive: true });
  return workspace;
}

/** A world in which only the budget has been delivered, in a folder of its own that is a copy of the template. */
export function newMonths(template: Workspace, seed: number): MonthsWorld {
  const dir = mkdtempSync(join(tmpdir(), 'innsats-months-'));
  cpSync(template.dir, dir, { recursive: true });
  const workspace = workspaceAt(dir);
  return {
    workspace,
    begun: {
      model: readFileSync(workspace.modelFile, 'utf8'),
      prices: readFileSync(join(workspace.pricesDir, '2026.yaml'), 'utf8'),
    },
    ...{ monthsDelivered: 0, closed: [], isYearLocked: false, reopenings: 0, spoilt: undefined },
    inbox: new Map([['data/budget-2026.csv', budgetFile(yearBudget(randomFrom(seed)))]]),
    ...{ away: new Map(), edits: new Set<Edit>(), decisions: new Map() },
  };
}

export const withFile = (files: Inbox, name: string, file: MonthFile): Inbox =>
  new Map([...files, [name, file]]);
export const without = (files: Inbox, name: string): Inbox =>
  new Map([...files].filter(([other]) => other !== name));

const OF_THIS_YEAR = /^(ledger|delivered|budget|paid)-2026.*\.csv$/;

/** Puts the inbox, the model and the decisions on prices on disk as they are. */
export function writeMonths({ workspace, begun, inbox, edits, decisions, spoilt }: MonthsWorld): void {
  const data = join(workspace.dir, 'data');
  for (const name of readdirSync(data).filter((name) => OF_THIS_YEAR.test(name))) rmSync(join(data, name));
  for (const [name, { text }] of inbox) writeFileSync(join(workspace.dir, name), text);
  writeFileSync(workspace.modelFile, editedModel(begun.model, edits));
  for (const name of readdirSync(workspace.pricesDir).filter((name) => name.includes('-from-')))
    rmSync(join(workspace.pricesDir, name));
  for (const [month, decision] of decisions) {
    const text = decidedPrices(begun.prices, decision);
    writeFileSync(
      join(workspace.pricesDir, decisionFile(month)),
      month === spoilt ? text.slice(0, 300) : text,
    );
  }
}

/** Which step must refuse to follow a month now, and why; undefined where the month must be followed. */
export function refusalDue({ inbox, spoilt }: MonthsWorld): 'import' | 'prices' | undefined {
  if ([...inbox.values()].some(({ isBroken }) => isBroken)) return 'import';
  return spoilt === undefined ? undefined : 'prices';
}

/** The month that is followed next: the first that is not closed, or December where all are. */
export const openMonth = ({ closed }: MonthsWorld): number => Math.min(closed.length + 1, 12);

/** Whose pools a posting is in: a unit's, or nobody's of those that are paid. */
function providerOf({ responsibility, article }: Posting): UnitName | undefined {
  const unit = { '1': 'north', '2': 'south' }[responsibility[0]!] as UnitName | undefined;
  return responsibility.endsWith('1') || article < '300' ? unit : undefined;
}

/** What the books say of a unit and months: øre in its pools, budget in them, and parts of an hour. */
export function booksOf({ inbox }: MonthsWorld, unit: UnitName, isOf: (month: number) => boolean) {
  const files = [...inbox.values()];
  const ore = (rows: readonly Posting[]): bigint =>
    rows
      .filter((row) => isOf(row.month) && providerOf(row) === unit)
      .reduce((sum, { amountOre }) => sum + amountOre, 0n);
  const parts = (rows: readonly Delivery[]): bigint =>
    rows
      .filter((row) => isOf(row.month) && row.unit === unit)
      .reduce((sum, { hundredths }) => sum + BigInt(hundredths) * 360n, 0n);
  return {
    postedOre: ore(files.flatMap(({ postings }) => postings)),
    parts: parts(files.flatMap(({ deliveries }) => deliveries)),
  };
}

/** The whole year's budget of a unit in its pools. */
export const budgetOf = ({ inbox }: MonthsWorld, unit: UnitName): bigint =>
  [...inbox.values()]
    .flatMap(({ budget }) => budget)
    .filter((row) => providerOf(row) === unit)
    .reduce((sum, { amountOre }) => sum + amountOre, 0n);

/** Makes a world forget its folder. */
export const endMonths = ({ workspace }: MonthsWorld): void =>
  rmSync(workspace.dir, { recursive: true, force: true });
