// Closed months on disk: closings/2026-04.json holds what a month was closed with, whole, so that it can be made again
// from it and the archive alone; closings/2026.json locks a year; what is reopened is moved aside with its reason.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../../findings/finding.ts';
import { byKey } from '../../money/apportion.ts';
import { sha256 } from '../../store/canonical-json.ts';
import { exactData, exactText } from '../../store/exact-json.ts';
import type { Workspace } from '../../store/workspace.ts';
import { WorkspaceError } from '../../store/workspace-error.ts';
import { monthText } from '../../time/month-text.ts';
import type { MonthBasis } from './month-basis.ts';

const FORMAT = 1;

/** What a unit's closed month came to, in øre; of a purchaser that holds a frame, that frame. */
export type ClosedUnit = {
  readonly unit: string;
  readonly frameOre: bigint;
  readonly earnedOre: bigint;
  readonly spentOre: bigint;
};

/** A closed month: the run it was, what that was made from, and what units came to. */
export type Closing = {
  readonly format: typeof FORMAT;
  readonly year: number;
  readonly month: number;
  /** The day on which it was closed, "2026-05-12". */
  readonly closed: string;
  readonly run: string;
  /** Table → its canonical hash: a rerun gives the same. */
  readonly tables: ReadonlyMap<string, string>;
  readonly units: readonly ClosedUnit[];
  readonly basis: MonthBasis;
};

const fileOf = ({ closingsDir }: Workspace, name: string): string => join(closingsDir, `${name}.json`);

/** Reads the closings of a year, in order of month. @throws WorkspaceError when one cannot be read. */
export function readClosings(workspace: Workspace, year: number): Closing[] {
  const { closingsDir } = workspace;
  if (!existsSync(closingsDir)) return [];
  const names = readdirSync(closingsDir).filter((name) => new RegExp(`^${year}-\\d\\d\\.json$`).test(name));
  return names.sort(byKey).map((name) => readClosing(join(closingsDir, name)));
}

function readClosing(file: string): Closing {
  const { seal, ...closing } = readSealed(file);
  if (closing.format !== FORMAT || !closing.basis) throw damaged(file);
  if (seal !== undefined && seal !== sealOf(closing)) throw changed(file);
  return closing;
}

/** A closing as it lies on disk: with the hash of all the rest, so that no hand changes it unseen. */
type Sealed = Closing & { readonly seal?: string };

const sealOf = (closing: Closing): string => sha256(exactText(closing, 1));

function readSealed(file: string): Sealed {
  try {
    return { ...(exactData(readFileSync(file, 'utf8')) as Sealed) };
  } catch (cause) {
    throw damaged(file, cause);
  }
}

const damaged = (file: string, cause?: unknown): WorkspaceError =>
  new WorkspaceError(
    `closings/${basename(file)} cannot be read. Take it from version control: a closed month is not made up again.`,
    { cause },
  );

const changed = (file: string): WorkspaceError =>
  new WorkspaceError(
    `closings/${basename(file)} is not as it was written: something in it was changed. Take it from version control: what is registered later becomes a correction by itself.`,
  );

/** Writes a closing, sealed, all or nothing. */
export function writeClosing(workspace: Workspace, closing: Closing): string {
  const file = fileOf(workspace, monthText(closing.year, closing.month));
  mkdirSync(workspace.closingsDir, { recursive: true });
  writeFileSync(`${file}.writing`, `${exactText({ ...closing, seal: sealOf(closing) }, 1)}\n`);
  renameSync(`${file}.writing`, file);
  return file;
}

/** True where a year is closed as a whole and its months can no longer be reopened. */
export const isYearClosed = (workspace: Workspace, year: number): boolean =>
  existsSync(fileOf(workspace, String(year)));

/** Locks a year. */
export function lockYear(
  workspace: Workspace,
  year: number,
  closed: string,
  runs: readonly string[],
): string {
  const file = fileOf(workspace, String(year));
  writeFileSync(file, `${exactText({ format: FORMAT, year, closed, runs }, 1)}\n`);
  return file;
}

/** When something that was closed was opened again, and why. */
export type Reopening = { readonly reopened: string; readonly reason: string };

/**
 * Moves a closing ("2026-04", or "2026" for the lock of a year) to closings/reopened/, with the reason beside it: the
 * trace that reopening leaves. Gives the file that it became.
 */
export function moveAside({ closingsDir }: Workspace, name: string, reopening: Reopening): string {
  const folder = join(closingsDir, 'reopened');
  mkdirSync(folder, { recursive: true });
  const before = readdirSync(folder).filter(
    (file) => file.startsWith(`${name}.`) && file.endsWith('.why.json'),
  );
  const file = join(folder, `${name}.${before.length + 1}.json`);
  writeFileSync(file.replace(/json$/, 'why.json'), `${exactText(reopening, 1)}\n`);
  renameSync(join(closingsDir, `${name}.json`), file);
  return file;
}

/** Months that are closed after one that is not: only a hand that removed a file gives this. */
export function gaps(closings: readonly Closing[]): Finding[] {
  return closings
    .filter(({ month }, i) => month !== i + 1)
    .slice(0, 1)
    .map(({ year, month }) => ({
      rule: 'closing/gap',
      severity: 'warning',
      message: `${monthText(year, month)} is closed and a month before it is not.`,
      remedy: 'Take the missing closing from version control.',
      where: { file: `closings/${monthText(year, month)}.json` },
    }));
}
