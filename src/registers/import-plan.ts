// Before anything is read: which files the model's sources mean, what is in them (by hash), and so which snapshots
// they are or will be.

import { resolve } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { canonicalJson } from '../store/canonical-json.ts';
import type { FileOperations } from '../store/file-operations.ts';
import { workspaceError } from '../store/workspace-error.ts';
import { ledgerKind } from '../tables/ledger.ts';
import type { AbsenceFile } from './activity/read-decisions.ts';
import { type ReadingModel, readingModel } from './reader.ts';
import { type FormatReader, readerOf, type Source } from './readers.ts';
import { readingYears } from './reading-year.ts';
import { type SnapshotIdentity, snapshotHash } from './snapshot.ts';
import { sourceFiles } from './source-files.ts';

/** A file that a source means: the identity and hash of the snapshot that it gives, what reads it and by which model. */
export type PlannedFile = SnapshotIdentity & {
  readonly hash: string;
  readonly source: Source;
  readonly model: ReadingModel;
  readonly format: FormatReader;
};

export type ImportPlan = { readonly files: readonly PlannedFile[]; readonly findings: readonly Finding[] };

/**
 * All sources of the model, each with what it is about; decisions with the files of those who were away, but those that
 * are declared to be of a later year.
 */
const sourcesOf = (model: Model, absence: readonly AbsenceFile[]): Source[] => [
  ...model.ledger.map((declared): Source => ({ register: 'ledger', kind: ledgerKind(declared), declared })),
  ...model.activity.map((declared): Source => {
    const source = { register: 'activity', kind: declared.state, declared } as const;
    const year = declared.year ?? model.years.cost;
    const away = absence.filter(({ declared: { year: of = year } }) => of <= year);
    return declared.kind === 'decisions' && away.length > 0 ? { ...source, absence: away } : source;
  }),
  ...(model.circumstances ?? []).map(
    (declared): Source => ({ register: 'circumstances', kind: declared.kind, declared }),
  ),
  ...(model.people ?? []).map((declared): Source => ({ register: 'people', kind: declared.kind, declared })),
];

/**
 * Lists and hashes the files of all sources.
 * @throws WorkspaceError when a file cannot be read.
 */
export async function planImport(
  workspaceDir: string,
  model: Model,
  operations: FileOperations,
  keyId?: string,
): Promise<ImportPlan> {
  const files: PlannedFile[] = [];
  const findings: Finding[] = [];
  const digestOf = (file: string) =>
    operations.digest(resolve(workspaceDir, file)).catch((error: unknown) => {
      throw workspaceError(`read ${file}`, error);
    });
  const absence: AbsenceFile[] = [];
  for (const declared of (model.circumstances ?? []).filter(({ kind }) => kind === 'suspensions'))
    for (const file of sourceFiles(workspaceDir, declared).files)
      absence.push({ file, sha256: (await digestOf(file)).sha256, declared });
  for (const source of sourcesOf(model, absence)) {
    const found = sourceFiles(workspaceDir, source.declared);
    findings.push(...found.findings);
    for (const file of found.files) files.push(plannedFile(file, await digestOf(file), source, model, keyId));
  }
  return { files, findings };
}

function plannedFile(
  file: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  source: Source,
  model: Model,
  keyId: string | undefined,
): PlannedFile {
  const format = readerOf(source);
  const hasPersons = 'person' in source.declared.columns;
  const reading = readingModel(model, readingYears(model.years, source));
  const identity: SnapshotIdentity = {
    file,
    sha256,
    bytes,
    register: source.register,
    kind: source.kind,
    reader: format.name,
    readerVersion: format.version,
    mapping: canonicalJson(whatReadersUse(source, reading)),
    ...(hasPersons && keyId !== undefined ? { keyId } : {}),
  };
  return { ...identity, hash: snapshotHash(identity), source, model: reading, format };
}

/**
 * What decides the rows besides the file: the declaration, without what only finds files or compares totals, and the
 * part of the model that readers see. Anything else in the model may change without a file being read again.
 */
function whatReadersUse(source: Source, model: ReadingModel): unknown {
  const { municipality, years, ...forActivity } = model;
  const declared = declaration(source.declared);
  if (source.register === 'ledger' || source.register === 'people') return { declared, municipality, years };
  const told = { declared, municipality, years, ...forActivity };
  if (source.register === 'circumstances' || !source.absence) return told;
  return {
    ...told,
    absence: source.absence.map((away) => ({ ...away, declared: declaration(away.declared) })),
  };
}

function declaration(declared: Source['declared']): unknown {
  const { files: _files, at: _at, ...rest } = declared;
  const { controlTotal: _total, ...withoutTotal } = rest as typeof rest & { controlTotal?: unknown };
  const { controlTotalOre: _ore, ...told } = withoutTotal as typeof withoutTotal & {
    controlTotalOre?: unknown;
  };
  return told;
}
