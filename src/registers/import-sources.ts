// The import: every file that the model's sources name is read, checked and archived, and all of them come into force
// together or not at all. What it would change is told first.

import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import type { Db } from '../store/db.ts';
import { DISK, type FileOperations } from '../store/file-operations.ts';
import type { Workspace } from '../store/workspace.ts';
import { onDisk } from '../store/workspace-error.ts';
import { type Change, changeOf, successions } from './changes.ts';
import { checkTogether, confirmedFiles, otherKey } from './check-import.ts';
import { findJumps } from './check-jumps.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import {
  closeIncoming,
  hasLeftovers,
  type Incoming,
  openIncoming,
  putInForce,
  writeSnapshot,
} from './incoming.ts';
import { type PseudonymKey, pseudonymiser } from './people/pseudonym.ts';
import { readPlanned } from './read-planned.ts';
import { type Register, readRegister, readSnapshot, registerOf } from './register.ts';
import type { Snapshot } from './snapshot.ts';

export type ImportRequest = {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly db: Db;
  /** What the import does to the disk; the disk itself unless a test makes it fail. */
  readonly operations?: FileOperations;
  /** Needed where a source has a person column. */
  readonly key?: PseudonymKey;
  /** Marks the findings that are accepted, which then do not refuse; without it nothing is. */
  readonly accept?: (findings: readonly Finding[]) => readonly Finding[];
  /**
   * Only for looking: a folder that is there and may be filled with what would be imported, so that it can be asked.
   * Whoever gives it removes it.
   */
  readonly scratch?: string;
  /** Called with a file and the share of it that has been read, 0 to 1. */
  readonly progress?: (file: string, done: number) => void;
};

/**
 * `register` is the one in force afterwards: the new one, or the previous one when the import was refused or only
 * looked at. `changes` say how it differs, or would differ, from the previous one. `findings` follow from the files
 * and the model alone and belong to every run on them; `notices` are about this import: what is striking beside the
 * files that it replaces, and damage that it mended.
 */
export type ImportOutcome = {
  readonly register: Register;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly notices: readonly Finding[];
  readonly refused: boolean;
  /** Only after looking, with a scratch folder and without a refusal: the register as the import would leave it. */
  readonly wouldBe?: Register;
};

/**
 * Imports all sources of the model. Files that are in force unchanged are not read again. When any finding or notice
 * is an error the import is refused and the disk is as before.
 * @throws WorkspaceError when the disk does not let us; the register in force is then the previous or the new one.
 */
export const importSources = (request: ImportRequest): Promise<ImportOutcome> => importOrLook(request, true);

/** The same without changing anything on disk: what an import would change, and what it would find. */
export const previewImport = (request: ImportRequest): Promise<ImportOutcome> => importOrLook(request, false);

async function importOrLook(request: ImportRequest, isImporting: boolean): Promise<ImportOutcome> {
  const { workspace, model, key, operations = DISK, accept = asFound, scratch } = request;
  const previous = await readRegister(workspace, operations);
  const plan = await planImport(workspace.dir, model, operations, key && pseudonymiser(key).keyId);
  const isChanging = async () =>
    previous.findings.length > 0 ||
    !isInForce(plan, previous.register) ||
    (await onDisk('look into registers/', () => hasLeftovers(workspace, operations)));
  const incoming =
    isImporting && (await isChanging()) ? await openIncoming(workspace, operations) : undefined;
  try {
    const archived = await onDisk('read registers/', () => findArchived(plan, workspace, operations));
    const place = incoming ?? (!isImporting && scratch ? { dir: scratch, workspace, operations } : undefined);
    const read = await readNew(request, plan, archived, previous.register, place);
    const snapshots = new Map([...archived, ...read.snapshots]);
    const next = registerOf(workspace.registersDir, [...snapshots.values()]);
    const changes = successions(previous.register.snapshots, next.snapshots).map(changeOf);
    const findings = accept([
      ...plan.findings,
      ...checkTogether(plan, snapshots, model),
      ...next.snapshots.flatMap((snapshot) => snapshot.findings),
    ]);
    const confirmed = confirmedFiles(plan, snapshots, model);
    const notices = accept([
      ...previous.findings,
      ...otherKey(previous.register.snapshots, next.snapshots),
      ...read.jumps.map((jump) => asConfirmed(jump, confirmed)),
    ]);
    const refused = isRefused([...findings, ...notices]);
    if (incoming && !refused) await putInForce(incoming, next, [...read.snapshots.values()]);
    const register = incoming && !refused ? next : previous.register;
    const looked =
      place && !incoming && !refused ? { ...next, fresh: seen(place, read.snapshots) } : undefined;
    return { register, changes, findings, notices, refused, ...(looked ? { wouldBe: looked } : {}) };
  } finally {
    if (incoming) await closeIncoming(incoming);
  }
}

const asFound = (findings: readonly Finding[]): readonly Finding[] => findings;

const seen = ({ dir }: Incoming, read: ReadonlyMap<string, Snapshot>): NonNullable<Register['fresh']> => ({
  dir,
  hashes: new Set(read.keys()),
});

const isInForce = ({ files }: ImportPlan, { snapshots }: Register): boolean => {
  const planned = new Set(files.map(({ hash }) => hash));
  return planned.size === snapshots.length && snapshots.every(({ hash }) => planned.has(hash));
};

/** A jump that someone has vouched for is no reason to refuse. */
const asConfirmed = (jump: Finding, confirmed: ReadonlySet<string>): Finding =>
  jump.severity === 'error' && confirmed.has(jump.where.file ?? '') ? { ...jump, severity: 'warning' } : jump;

/** Planned files whose snapshot is in the archive already, in force or not. */
async function findArchived(
  { files }: ImportPlan,
  { registersDir }: Workspace,
  operations: FileOperations,
): Promise<Map<string, Snapshot>> {
  const found = new Map<string, Snapshot>();
  for (const { hash } of files) {
    const snapshot = await readSnapshot(registersDir, hash, operations);
    if (snapshot) found.set(hash, snapshot);
  }
  return found;
}

/** Reads what is not archived, and writes it to the incoming place where there is one. */
async function readNew(
  request: ImportRequest,
  { files }: ImportPlan,
  archived: ReadonlyMap<string, Snapshot>,
  previous: Register,
  incoming: Incoming | undefined,
): Promise<{ readonly snapshots: Map<string, Snapshot>; readonly jumps: readonly Finding[] }> {
  const { db, workspace, model, key, progress, accept = asFound } = request;
  const snapshots = new Map<string, Snapshot>();
  const jumps: Finding[] = [];
  for (const { after, before } of successions(previous.snapshots, files)) {
    if (!after || archived.has(after.hash) || snapshots.has(after.hash)) continue;
    const staged = await readPlanned(after, {
      db,
      workspaceDir: workspace.dir,
      model: after.model,
      ...(key ? { pseudonymise: pseudonymiser(key) } : {}),
      ...(progress ? { progress: (done: number) => progress(after.file, done) } : {}),
    });
    try {
      const isWritten = incoming !== undefined && !isRefused(accept(staged.snapshot.findings));
      const snapshot = isWritten
        ? await writeSnapshot(incoming, staged, before?.hash)
        : { ...staged.snapshot, tables: [] };
      snapshots.set(after.hash, snapshot);
      if (before && before.sha256 !== after.sha256 && !isRefused(snapshot.findings))
        jumps.push(...(await findJumps(staged, before, previous, model.municipality.language)));
    } finally {
      staged.session.close();
    }
  }
  return { snapshots, jumps };
}
