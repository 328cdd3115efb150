// What an import would change, told before anything else: which files are new, corrected or gone, and how many rows
// and how much money that moves.

import type { NumberLanguage } from '../money/amount-text.ts';
import { formatAmount } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { readAsYear } from './reading-year.ts';
import { canonicalRows, type Snapshot, snapshotSum } from './snapshot.ts';

/**
 * new: a file not seen before; corrected: other bytes under the same name; renamed: the same bytes under another
 * name; reread: the same bytes, read in another way because model, key or reader changed; gone: no longer among the files.
 * Sums are øre in a ledger and parts of the measure in activity; a side that does not exist counts 0.
 */
export type Change = {
  readonly kind: 'new' | 'corrected' | 'renamed' | 'reread' | 'gone';
  readonly register: Snapshot['register'];
  readonly file: string;
  /** Hash of the snapshot that comes into force, absent where the file is gone. */
  readonly snapshot?: string;
  /** Hash of the snapshot that goes out of force, absent where the file is new. */
  readonly predecessor?: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly sumBefore: bigint;
  readonly sumAfter: bigint;
};

/** What tells snapshots apart before they are read. */
export type Named = Pick<Snapshot, 'hash' | 'register' | 'kind' | 'file' | 'sha256' | 'mapping'>;

/** A snapshot that comes into force, beside the one it replaces. */
export type Succession<After extends Named = Snapshot> = {
  readonly after?: After;
  readonly before?: Snapshot;
};

/**
 * Pairs the snapshots that come into force with those that go out of it: by register, kind and file name first (of
 * several readings of one file by the year that they are of), then by bytes, where the file was renamed. Each old one is
 * replaced at most once. In order of file.
 */
export function successions<After extends Named>(
  before: readonly Snapshot[],
  after: readonly After[],
): Succession<After>[] {
  const [kept, inForce] = [new Set(after.map(({ hash }) => hash)), new Set(before.map(({ hash }) => hash))];
  const old = before.filter(({ hash }) => !kept.has(hash));
  const fresh = after.filter(({ hash }) => !inForce.has(hash));
  const claim = (one: After, isSame: (snapshot: Snapshot) => boolean): Snapshot | undefined => {
    const found = old.findIndex((o) => o.register === one.register && o.kind === one.kind && isSame(o));
    return found < 0 ? undefined : old.splice(found, 1)[0];
  };
  const claimed = new Map<After, Snapshot>();
  const claimAll = (isSame: (snapshot: Snapshot, one: After) => boolean): void => {
    for (const one of fresh) {
      const found = claimed.has(one) ? undefined : claim(one, (snapshot) => isSame(snapshot, one));
      if (found) claimed.set(one, found);
    }
  };
  claimAll((snapshot, one) => snapshot.file === one.file && readAsYear(snapshot) === readAsYear(one));
  claimAll((snapshot, one) => snapshot.file === one.file);
  claimAll((snapshot, one) => snapshot.sha256 === one.sha256);
  const pairs = fresh.map((one): Succession<After> => {
    const replaced = claimed.get(one);
    return replaced ? { after: one, before: replaced } : { after: one };
  });
  return [...pairs, ...old.map((snapshot): Succession<After> => ({ before: snapshot }))].sort((a, b) =>
    byKey(fileOf(a), fileOf(b)),
  );
}

const fileOf = ({ after, before }: Succession<Named>): string => after?.file ?? before?.file ?? '';

/** The change that a succession is. */
export function changeOf(succession: Succession): Change {
  const { after, before } = succession;
  const either = after ?? before!;
  return {
    kind: kindOf(succession),
    register: either.register,
    file: either.file,
    ...(after ? { snapshot: after.hash } : {}),
    ...(before ? { predecessor: before.hash } : {}),
    rowsBefore: before ? canonicalRows(before) : 0,
    rowsAfter: after ? canonicalRows(after) : 0,
    sumBefore: before ? snapshotSum(before) : 0n,
    sumAfter: after ? snapshotSum(after) : 0n,
  };
}

function kindOf({ after, before }: Succession): Change['kind'] {
  if (!after) return 'gone';
  if (!before) return 'new';
  if (after.file !== before.file) return 'renamed';
  return after.sha256 === before.sha256 ? 'reread' : 'corrected';
}

const SAYS: Readonly<Record<Change['kind'], string>> = {
  new: 'new',
  corrected: 'corrected, replaces what was imported before',
  renamed: 'has a new name',
  reread: 'read again, because the model, the key or the program changed',
  gone: 'is gone and no longer counts',
};

/**
 * One line for people.
 * @example "data/a.csv: corrected, replaces what was imported before; rows +2, kroner −1 500,00"
 */
export function describeChange(change: Change, language: NumberLanguage): string {
  const rows = change.rowsAfter - change.rowsBefore;
  const sum = change.sumAfter - change.sumBefore;
  const signed = (text: string, isPositive: boolean): string => (isPositive ? `+${text}` : text);
  const rowText = signed(String(rows).replace('-', '−'), rows > 0);
  const start = `${change.file}: ${SAYS[change.kind]}; rows ${rowText}`;
  if (change.register !== 'ledger') return start;
  return `${start}, kroner ${signed(formatAmount(sum, { language }), sum > 0n)}`;
}
