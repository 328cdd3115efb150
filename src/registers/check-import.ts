// What can only be seen when all files of an import stand side by side: the same file twice, two files that are the
// whole of the same thing, totals that do not agree, pseudonyms of different keys.

import type { Finding } from '../findings/finding.ts';
import type { Location, Model } from '../model/model.ts';
import { byKey } from '../money/apportion.ts';
import { controlTotal } from './check-control-total.ts';
import type { ImportPlan } from './import-plan.ts';
import type { Source } from './readers.ts';
import { readingOfYear } from './reading-year.ts';
import type { Snapshot } from './snapshot.ts';

/** All checks of the files of an import together, in a fixed order. `snapshots` are by hash. */
export function checkTogether(
  plan: ImportPlan,
  snapshots: ReadonlyMap<string, Snapshot>,
  model: Model,
): Finding[] {
  const all = [...snapshots.values()].sort((a, b) => byKey(a.file, b.file) || byKey(a.hash, b.hash));
  return [
    ...duplicateFiles(plan.files),
    ...filesReadTwice(plan.files),
    ...overlappingFiles(all),
    ...mixedKeys(all),
    ...sourcesIn(plan).flatMap((source) => controlTotal(source, snapshotsOf(source, plan, snapshots), model)),
  ];
}

const sourcesIn = ({ files }: ImportPlan): Source[] => [...new Set(files.map(({ source }) => source))];

const snapshotsOf = (
  source: Source,
  { files }: ImportPlan,
  snapshots: ReadonlyMap<string, Snapshot>,
): Snapshot[] =>
  files.filter((file) => file.source === source).flatMap(({ hash }) => snapshots.get(hash) ?? []);

/** Files whose source declares a control total that agrees: someone has vouched for what they hold. */
export function confirmedFiles(
  plan: ImportPlan,
  snapshots: ReadonlyMap<string, Snapshot>,
  model: Model,
): Set<string> {
  const confirmed = sourcesIn(plan).filter(
    (source) =>
      hasControlTotal(source) &&
      controlTotal(source, snapshotsOf(source, plan, snapshots), model).length === 0,
  );
  return new Set(plan.files.filter(({ source }) => confirmed.includes(source)).map(({ file }) => file));
}

const hasControlTotal = ({ register, declared }: Source): boolean =>
  (register === 'ledger'
    ? declared.controlTotalOre
    : register === 'activity'
      ? declared.controlTotal
      : undefined) !== undefined;

/** The same bytes under two names in one register would count twice. */
function duplicateFiles(
  files: readonly Pick<Snapshot, 'file' | 'sha256' | 'register' | 'mapping'>[],
): Finding[] {
  const groups = Map.groupBy(files, (one) => `${one.register} ${readingOfYear(one)} ${one.sha256}`);
  return [...groups.values()].flatMap((same) => {
    const [first, ...others] = [...new Set(same.map(({ file }) => file))].sort(byKey);
    return others.map((file) => ({
      rule: 'import/duplicate-file',
      severity: 'error',
      message: `The file has the same content as ${first} and would count twice.`,
      remedy: 'Take one of them away, or export the right one again.',
      where: { file },
    }));
  });
}

/**
 * One file that two sources read in the same way. Activity may be read twice for two quantities, such as granted and
 * delivered minutes in one row; then the columns differ.
 */
function filesReadTwice(
  files: readonly (Pick<Snapshot, 'file' | 'register' | 'mapping'> & { readonly source: Source })[],
): Finding[] {
  const groups = Map.groupBy(files, (one) => {
    const { kind, declared } = one.source;
    const quantity = 'quantity' in declared.columns ? declared.columns.quantity : '';
    return JSON.stringify([one.file, one.register, readingOfYear(one), kind, quantity]);
  });
  return [...groups.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      rule: 'import/file-read-twice',
      severity: 'error',
      message: `Two sources read ${same[0]!.file}, which would count twice.`,
      remedy: 'Let one source read it.',
      where: placeOf(same[1]!.source.declared.at),
    }));
}

/** Two files of one kind that say they are the whole of the same thing, such as two quarters that each hold the year so far. */
function overlappingFiles(snapshots: readonly Snapshot[]): Finding[] {
  const claims = snapshots.flatMap(({ covers, file, kind }) =>
    covers.map((whole) => ({ whole, file, kind })),
  );
  const groups = Map.groupBy(claims, ({ whole, kind }) => `${kind} ${whole}`);
  return [...groups.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      rule: 'import/overlapping-files',
      severity: 'error',
      message: `${same.map(({ file }) => file).join(' and ')} each hold the whole of ${same[0]!.whole}, so that it would count ${same.length} times.`,
      remedy: 'Keep the one that is to count, and name it alone at the source.',
      where: { file: same[1]!.file },
    }));
}

/** Pseudonyms made with different keys do not match: one person would be several. */
export function mixedKeys(snapshots: readonly Pick<Snapshot, 'file' | 'keyId'>[]): Finding[] {
  const groups = Map.groupBy(
    snapshots.filter(({ keyId }) => keyId !== undefined),
    ({ keyId }) => keyId,
  );
  if (groups.size <= 1) return [];
  return [
    {
      rule: 'import/mixed-keys',
      severity: 'error',
      message: `The activity register holds pseudonyms of ${groups.size} keys (${[...groups.keys()].sort().join(', ')}), so that one person would be several.`,
      remedy:
        'Let INNSATS_PSEUDONYM_KEY_FILE name the right key and import again with all files at hand: each is then read with that key.',
      where: { file: [...groups.values()][1]![0]!.file },
    },
  ];
}

/** Told when the key is another than that of the register before: nobody has the pseudonym that they had. */
export function otherKey(
  before: readonly Pick<Snapshot, 'keyId'>[],
  after: readonly Pick<Snapshot, 'keyId'>[],
): Finding[] {
  const keysOf = (snapshots: typeof before): string[] =>
    [...new Set(snapshots.flatMap(({ keyId = [] }) => keyId))].sort(byKey);
  const [old, now] = [keysOf(before), keysOf(after)];
  if (old.length === 0 || now.length === 0 || old.some((key) => now.includes(key))) return [];
  return [
    {
      rule: 'import/other-key',
      severity: 'warning',
      message: `The key for pseudonyms is another than before (${now.join(', ')}, it was ${old.join(', ')}): everybody has a new pseudonym, and all files with persons are read again.`,
      remedy:
        'Nothing to do when the key was changed on purpose. Otherwise let INNSATS_PSEUDONYM_KEY_FILE name the former key and import again.',
      where: {},
    },
  ];
}

const placeOf = ({ file, line, column }: Location): Finding['where'] => ({ file, line, position: column });
