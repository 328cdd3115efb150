// The municipality in the middle of its year: what lies in its inbox, what its model says, and, kept beside it in the
// plainest way, what must be in force.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PseudonymKey } from '../../src/registers/people/pseudonym.ts';
import { type Workspace, workspaceAt } from '../../src/store/workspace.ts';
import { type Books, cleanBooks, type Visit, YEAR } from './books.ts';
import type { DeliveredFile } from './delivered-file.ts';
import {
  accountsText,
  type Edit,
  type ModelState,
  modelText,
  type Reorganisation,
  unitsText,
} from './model-text.ts';

export type Inbox = ReadonlyMap<string, DeliveredFile>;

/** Changed by the steps; `inForce` by imports alone. */
export type World = {
  readonly seed: number;
  /** In how many parts the year is delivered: 12 of a month each, or 6, 4, 3. */
  readonly parts: number;
  readonly workspace: Workspace;
  /** By path in the workspace. */
  inbox: Inbox;
  /** Files that were taken away and may come back under their names. */
  away: Inbox;
  model: ModelState;
  reorganised: Reorganisation;
  key: PseudonymKey;
  partsDelivered: number;
  inForce: Inbox;
};

export const KEYS: readonly PseudonymKey[] = [3, 5].map((byte) => ({
  secret: new Uint8Array(32).fill(byte),
  file: '',
}));

/** A world in which nothing has been delivered, with its workspace in `dir`. */
export function newWorld(seed: number, parts: number, dir: string): World {
  mkdirSync(join(dir, 'data'), { recursive: true });
  writeFileSync(join(dir, 'accounts.csv'), accountsText());
  const nothing: Inbox = new Map();
  return {
    ...{ seed, parts, workspace: workspaceAt(dir), key: KEYS[0]!, partsDelivered: 0, reorganised: 'not' },
    ...{ inbox: nothing, away: nothing, inForce: nothing },
    model: { forms: new Set(), edits: new Set() },
  };
}

/** A part of the year as it is in the end, visits at the unit that had them by the organisation that is known now. */
export function booksOf({ seed, parts, reorganised }: World, part: number): Books {
  const clean = cleanBooks(seed, part, parts);
  const heirOf = ({ day }: Visit): string =>
    reorganised === 'divided' && day % 3 === 0 ? 'hill' : 'harbour';
  const visits = clean.visits.map((visit) =>
    reorganised !== 'not' && visit.month > 6 && visit.unit === 'north'
      ? { ...visit, unit: heirOf(visit) }
      : visit,
  );
  return { ...clean, visits };
}

export const withFile = (files: Inbox, name: string, file: DeliveredFile): Inbox =>
  new Map([...files, [name, file]]);
export const without = (files: Inbox, name: string): Inbox =>
  new Map([...files].filter(([other]) => other !== name));

/** Puts the inbox, the model and the units on disk as they are. */
export function writeWorld({ workspace, inbox, model, reorganised }: World): void {
  const data = join(workspace.dir, 'data');
  rmSync(data, { recursive: true });
  mkdirSync(data);
  for (const [name, { bytes }] of inbox) writeFileSync(join(workspace.dir, name), bytes);
  writeFileSync(workspace.modelFile, modelText(model));
  writeFileSync(join(workspace.dir, 'units.csv'), unitsText(reorganised));
}

const FILE_JUMPS = 10n;

/** Why an import of the inbox must be refused; undefined where it must be taken. */
export function refusalDue({ inbox, model, inForce }: World): string | undefined {
  const files = [...inbox];
  if (model.edits.has('mistake')) return 'the model has a mistake';
  const flawed = files.find(([, { flaw }]) => flaw !== undefined);
  if (flawed) return `${flawed[0]} is broken`;
  const copy = copyIn(inbox);
  if (copy) return `${copy} is there twice`;
  for (const form of [...model.forms, 'visits.csv'])
    if (!files.some(([, file]) => file.form === form)) return `no file of the form ${form}`;
  if (model.controlTotal !== undefined && model.controlTotal !== hoursOf(inbox))
    return 'another control total';
  const jumped = jumpIn({ inbox, inForce });
  return jumped && `${jumped} is many times what it was`;
}

/** A ledger that is many times what it was under the same name. */
export const jumpIn = ({ inbox, inForce }: Pick<World, 'inbox' | 'inForce'>): string | undefined =>
  [...inbox].find(([name, file]) => {
    const before = inForce.get(name);
    return before && turnover(before) > 0n && turnover(file) >= FILE_JUMPS * turnover(before);
  })?.[0];

/** A file that is there under another name too, or that is as another one the whole of the same company's year. */
export function copyIn(inbox: Inbox): string | undefined {
  const isWhole = ({ form }: DeliveredFile): boolean => form === 'xml' || form === 'se';
  const isSame = (one: DeliveredFile, other: DeliveredFile): boolean =>
    one.sha256 === other.sha256 || (isWhole(one) && one.form === other.form && one.part === other.part);
  return [...inbox].find(([name, file]) =>
    [...inbox].some(([other, before]) => other < name && isSame(file, before)),
  )?.[0];
}

const turnover = ({ lines }: DeliveredFile): bigint =>
  lines.reduce((sum, { amountOre }) => sum + (amountOre < 0n ? -amountOre : amountOre), 0n);

/** The visits of the files in hours, as a control total says them: "31,5". */
export function hoursOf(files: Inbox): string {
  const minutes = [...files.values()]
    .flatMap(({ visits }) => visits)
    .reduce((sum, visit) => sum + visit.minutes, 0);
  return String(minutes / 60).replace('.', ',');
}

const PARTS_PER_MINUTE = 600n;

/** What must be in force, from the files that are: øre per account and month, parts per object and month, and people. */
export function truthOf(files: Inbox) {
  const ledger = new Map<string, bigint>();
  const activity = new Map<string, bigint>();
  const persons = new Set<string>();
  for (const { lines, visits } of files.values()) {
    for (const { responsibility, function: code, article, month, amountOre } of lines)
      add(ledger, `${responsibility} ${code} ${article} ${YEAR}-${month}`, amountOre);
    for (const { person, service, unit, month, minutes } of visits) {
      add(activity, `${service} ${unit} ${YEAR}-${month}`, BigInt(minutes) * PARTS_PER_MINUTE);
      persons.add(person);
    }
  }
  return { ledger: shown(ledger), activity: shown(activity), persons: persons.size };
}

/** Sums in order of key, without those of nothing: two truths are equal when these are. */
export const shown = (sums: ReadonlyMap<string, bigint>): string[] =>
  [...sums]
    .filter(([, sum]) => sum !== 0n)
    .map(([key, sum]) => `${key}: ${sum}`)
    .sort();

export function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

/** The edits with one made, or taken back where it is there. */
export const toggled = (edits: ReadonlySet<Edit>, edit: Edit): ReadonlySet<Edit> =>
  new Set(edits.has(edit) ? [...edits].filter((other) => other !== edit) : [...edits, edit]);
