// A snapshot is one imported file: its canonical rows, and a note of what they were read from and how. It is written
// once, never changed, and known by the hash of everything that decided its rows.

import type { Finding } from '../findings/finding.ts';
import { ore } from '../money/ore.ts';
import { canonicalJson, sha256 } from '../store/canonical-json.ts';
import type { ActivityState } from '../tables/activity.ts';
import type { CircumstanceKind } from '../tables/circumstances.ts';
import type { LedgerKind } from '../tables/ledger.ts';
import type { PeopleKind } from '../tables/people.ts';

/** What decides the rows of a snapshot. The same identity gives the same rows, whenever it is read. */
export type SnapshotIdentity = {
  /** Path relative to the workspace, "/" between folders. */
  readonly file: string;
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly register: 'ledger' | 'activity' | 'people' | 'circumstances';
  readonly kind: LedgerKind | ActivityState | PeopleKind | CircumstanceKind;
  readonly reader: string;
  readonly readerVersion: number;
  /** What the reader was told: the source's declaration and what it used of the model, as canonical JSON. */
  readonly mapping: string;
  /** Of the key that made the pseudonyms; absent where the file has no persons. */
  readonly keyId?: string;
};

/** What reading the file gave. Sums are of the canonical rows; `rows` + `refused` = `read`. */
export type Snapshot = SnapshotIdentity & {
  readonly hash: string;
  readonly years: readonly number[];
  readonly read: number;
  readonly refused: number;
  readonly sumOre?: bigint;
  readonly sumParts?: bigint;
  /** Of decisions: how many records they gave, which are neither the rows read nor those refused. */
  readonly records?: number;
  /** Parts of the measure by service, in order of service; services of different measures are not to be added. */
  readonly partsByService?: readonly { readonly service: string; readonly parts: bigint }[];
  readonly covers: readonly string[];
  readonly findings: readonly Finding[];
  /** The Parquet files of the folder, with their sizes. */
  readonly tables: readonly { readonly name: string; readonly bytes: number }[];
  /** Hash of the snapshot that this one replaced when it was first imported. */
  readonly predecessor?: string;
};

/** The identity alone, without what came of reading. */
export function identityOf(of: SnapshotIdentity): SnapshotIdentity {
  const { file, bytes, register, kind, reader, readerVersion, mapping, keyId } = of;
  const known = { file, sha256: of.sha256, bytes, register, kind, reader, readerVersion, mapping };
  return keyId === undefined ? known : { ...known, keyId };
}

/** The name of a snapshot: SHA-256 over its identity. */
export const snapshotHash = (identity: SnapshotIdentity): string =>
  sha256(canonicalJson(identityOf(identity)));

/** How many canonical rows the file gave: one for each row that was not refused, or of decisions their records. */
export const canonicalRows = ({
  read,
  refused,
  records,
}: Pick<Snapshot, 'read' | 'refused' | 'records'>): number => records ?? read - refused;

/** The sum that the register counts in: øre in a ledger, parts of the measure in activity. */
export const snapshotSum = ({ sumOre, sumParts }: Pick<Snapshot, 'sumOre' | 'sumParts'>): bigint =>
  sumOre ?? sumParts ?? 0n;

/** The text of `source.json`: readable, whole amounts as text, the same for equal snapshots. */
export function writeSourceNote(snapshot: Snapshot): string {
  const note = { ...snapshot, mapping: JSON.parse(snapshot.mapping) as unknown };
  const text = JSON.stringify(
    note,
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
    2,
  );
  return `${text}\n`;
}

/** Reads `source.json` back; undefined when it is not whole or is not the note of `hash`. */
export function readSourceNote(text: string, hash: string): Snapshot | undefined {
  try {
    const note = JSON.parse(text) as NoteJson;
    if (note.hash !== hash || !Array.isArray(note.tables) || !Array.isArray(note.findings)) return undefined;
    const { sumOre, sumParts, partsByService, findings, mapping, ...rest } = note;
    return {
      ...rest,
      mapping: canonicalJson(mapping),
      ...(sumOre === undefined ? {} : { sumOre: BigInt(sumOre) }),
      ...(sumParts === undefined ? {} : { sumParts: BigInt(sumParts) }),
      ...(partsByService === undefined
        ? {}
        : {
            partsByService: partsByService.map(({ service, parts }) => ({ service, parts: BigInt(parts) })),
          }),
      findings: findings.map(({ amountOre, ...finding }) =>
        amountOre === undefined ? finding : { ...finding, amountOre: ore(BigInt(amountOre)) },
      ),
    };
  } catch {
    return undefined;
  }
}

/** As in the file: whole amounts are text. */
type NoteJson = Omit<Snapshot, 'sumOre' | 'sumParts' | 'partsByService' | 'findings' | 'mapping'> & {
  readonly sumOre?: string;
  readonly sumParts?: string;
  readonly partsByService?: readonly { readonly service: string; readonly parts: string }[];
  readonly mapping: unknown;
  readonly findings: readonly (Omit<Finding, 'amountOre'> & { readonly amountOre?: string })[];
};
