// The register in force: which snapshots count. A small list that is replaced as a whole, over an archive of folders
// that are never changed.

import { join } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { byKey } from '../money/apportion.ts';
import { DISK, type FileOperations } from '../store/file-operations.ts';
import { parquetPath } from '../store/parquet-path.ts';
import type { Workspace } from '../store/workspace.ts';
import { onDisk, WorkspaceError } from '../store/workspace-error.ts';
import { readSourceNote, type Snapshot } from './snapshot.ts';

/** `dir` is the archive; `snapshots` are in order of register, kind, file and hash. */
export type Register = {
  readonly dir: string;
  readonly snapshots: readonly Snapshot[];
  /** Snapshots that were only looked at, and the folder that holds them for the while. */
  readonly fresh?: { readonly dir: string; readonly hashes: ReadonlySet<string> };
};

/** Where read_parquet finds a table of a snapshot, such as "postings". */
export const snapshotTable = (register: Register, snapshot: Snapshot, table: string): string =>
  parquetPath(join(folderOf(register, snapshot), snapshot.hash, `${table}.parquet`));

const folderOf = ({ dir, fresh }: Register, { hash }: Snapshot): string =>
  fresh?.hashes.has(hash) ? fresh.dir : dir;

/** The register of these snapshots, in order. */
export function registerOf(dir: string, snapshots: readonly Snapshot[]): Register {
  const keyed = snapshots.map((snapshot) => ({
    snapshot,
    key: JSON.stringify([snapshot.register, snapshot.kind, snapshot.file, snapshot.hash]),
  }));
  return { dir, snapshots: keyed.sort((a, b) => byKey(a.key, b.key)).map(({ snapshot }) => snapshot) };
}

/** The text of `current.json`. */
export const writeCurrent = (register: Register): string =>
  `${JSON.stringify(register.snapshots.map(({ hash }) => hash).sort(byKey), null, 2)}\n`;

/**
 * Reads the register in force; an empty one where nothing was imported yet. A snapshot whose folder is missing or not
 * whole is left out with a finding: the next import reads its file again.
 * @throws WorkspaceError when the disk cannot be read.
 */
export const readRegister = (workspace: Workspace, operations: FileOperations): Promise<RegisterInForce> =>
  onDisk('read registers/', async () => {
    const hashes = parseCurrent(await operations.read(workspace.currentFile));
    if (hashes === undefined)
      return { register: registerOf(workspace.registersDir, []), findings: [damagedList()] };
    const snapshots: Snapshot[] = [];
    const findings: Finding[] = [];
    for (const hash of hashes) {
      const snapshot = await readSnapshot(workspace.registersDir, hash, operations);
      if (snapshot) snapshots.push(snapshot);
      else findings.push(damagedSnapshot(hash));
    }
    return { register: registerOf(workspace.registersDir, snapshots), findings };
  });

export type RegisterInForce = { readonly register: Register; readonly findings: readonly Finding[] };

/** A snapshot from the archive, whether in force or not; undefined where it is missing or not whole. */
export async function readSnapshot(
  registersDir: string,
  hash: string,
  operations: FileOperations,
): Promise<Snapshot | undefined> {
  const text = await operations.read(join(registersDir, hash, 'source.json'));
  const snapshot = text === undefined ? undefined : readSourceNote(text, hash);
  if (!snapshot) return undefined;
  for (const { name, bytes } of snapshot.tables)
    if ((await operations.size(join(registersDir, hash, `${name}.parquet`))) !== bytes) return undefined;
  return snapshot;
}

/**
 * The register of snapshots that something was made from, out of the archive, whatever is in force now. `gone` says of
 * one that is missing or not whole who needs it and what to do.
 * @throws WorkspaceError with those words.
 */
export async function archivedRegister(
  { registersDir }: Workspace,
  hashes: readonly string[],
  gone: (hash: string) => string,
): Promise<Register> {
  const found = await Promise.all(
    hashes.map(async (hash) => {
      const snapshot = await readSnapshot(registersDir, hash, DISK);
      if (snapshot) return snapshot;
      throw new WorkspaceError(gone(hash));
    }),
  );
  return registerOf(registersDir, found);
}

/** Undefined when the list is damaged; [] when there is none yet. */
function parseCurrent(text: string | undefined): string[] | undefined {
  if (text === undefined) return [];
  try {
    const list = JSON.parse(text) as unknown;
    const isList =
      Array.isArray(list) && list.every((item) => typeof item === 'string' && /^[0-9a-f]{64}$/.test(item));
    return isList ? (list as string[]) : undefined;
  } catch {
    return undefined;
  }
}

const damagedSnapshot = (hash: string): Finding => ({
  rule: 'import/damaged-snapshot',
  severity: 'warning',
  message: 'The imported copy of a file is missing or not whole.',
  remedy:
    'Nothing to do where the file is still at hand: it is read again. Otherwise take registers/ from the backup.',
  where: { file: `registers/${hash}` },
});

const damagedList = (): Finding => ({
  rule: 'import/damaged-register',
  severity: 'warning',
  message: 'The list of what is in force cannot be read.',
  remedy: 'Nothing to do where the files are still at hand: they are read again.',
  where: { file: 'registers/current.json' },
});
