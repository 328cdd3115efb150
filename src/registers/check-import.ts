// What can only be seen when all files of an import stand side by side: the same file twice, two files that are the
// whole of the same thing, totals that do not agree, pseudonyms of different keys.

import type { Finding } from '../findings/finding.ts';
import type { Location, Model } from '../model/model.ts';
import { formatAmount, formatNumber, type NumberLanguage } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, subtract, ZERO } from '../money/fraction.ts';
import { ore, sumOre } from '../money/ore.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { ImportPlan } from './import-plan.ts';
import type { Source } from './readers.ts';
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
  (register === 'ledger' ? declared.controlTotalOre : declared.controlTotal) !== undefined;

/** The same bytes under two names in one register would count twice. */
export function duplicateFiles(files: readonly Pick<Snapshot, 'file' | 'sha256' | 'register'>[]): Finding[] {
  const groups = Map.groupBy(files, ({ register, sha256 }) => `${register} ${sha256}`);
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
export function filesReadTwice(
  files: readonly { readonly file: string; readonly source: Source }[],
): Finding[] {
  const groups = Map.groupBy(files, ({ file, source: { register, kind, declared } }) =>
    JSON.stringify([file, register, kind, 'quantity' in declared.columns ? declared.columns.quantity : '']),
  );
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
export function overlappingFiles(snapshots: readonly Snapshot[]): Finding[] {
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
      remedy: 'Import all files again with one key.',
      where: { file: [...groups.values()][1]![0]!.file },
    },
  ];
}

/** What a source's files hold, against the total that the source declares. */
export function controlTotal(source: Source, snapshots: readonly Snapshot[], model: Model): Finding[] {
  const { language } = model.municipality;
  if (source.register === 'activity') return activityTotal(source.declared, snapshots, model);
  const declared = source.declared.controlTotalOre;
  if (declared === undefined) return [];
  const found = sumOre(snapshots.map(({ sumOre: sum }) => sum ?? 0n));
  if (found === declared) return [];
  const text = (amount: bigint): string => formatAmount(amount, { language });
  return [
    {
      ...disagreement(source.declared.at, text(declared), text(found), text(found - declared), 'kroner'),
      amountOre: ore(found - declared),
    },
  ];
}

function activityTotal(
  { controlTotal: declared, at }: { readonly controlTotal?: Fraction; readonly at: Location },
  snapshots: readonly Snapshot[],
  model: Model,
): Finding[] {
  if (declared === undefined) return [];
  const sums = snapshots.flatMap(({ partsByService }) => partsByService ?? []);
  const measureOf = new Map(model.services.map(({ id, measure }) => [id, measure ?? '']));
  const measures = [...new Set(sums.map(({ service }) => measureOf.get(service) ?? ''))].sort(byKey);
  if (measures.length > 1) return [severalMeasures(measures, at)];
  const found = sums.reduce(
    (sum, { parts }) => add(sum, fraction(parts, partsPerMeasure(measures[0]!))),
    ZERO,
  );
  const difference = subtract(found, declared);
  if (difference.num === 0n) return [];
  const text = (value: Fraction): string => quantityText(value, model.municipality.language);
  return [disagreement(at, text(declared), text(found), text(difference), measures[0] ?? '')];
}

/** As many decimals as the quantity has, at most four. */
const quantityText = (value: Fraction, language: NumberLanguage): string => {
  const isExact = (decimals: number): boolean => (value.num * 10n ** BigInt(decimals)) % value.den === 0n;
  return formatNumber(value, { language, decimals: [0, 1, 2, 3].find(isExact) ?? 4 });
};

const disagreement = (at: Location, declared: string, found: string, difference: string, unit: string) =>
  ({
    rule: 'import/control-total',
    severity: 'error',
    message: `The control total is ${declared}, the files hold ${found}: a difference of ${`${difference} ${unit}`.trimEnd()}.`,
    remedy:
      'Look for a missing, doubled or cut-off file, or a wrong unit or sign; correct the total if it is old.',
    where: placeOf(at),
  }) as const satisfies Finding;

const severalMeasures = (measures: readonly string[], at: Location): Finding => ({
  rule: 'import/control-total',
  severity: 'error',
  message: `The files hold several measures (${measures.join(', ')}), which a control total cannot add.`,
  remedy: 'Give each measure a source of its own with its own control total.',
  where: placeOf(at),
});

const placeOf = ({ file, line, column }: Location): Finding['where'] => ({ file, line, position: column });
