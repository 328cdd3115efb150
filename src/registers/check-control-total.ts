// "My trial balance says": the total that a source declares, against what its files hold, to the øre.

import type { Finding } from '../findings/finding.ts';
import type { Location, Model } from '../model/model.ts';
import { formatAmount, formatNumber, type NumberLanguage } from '../money/amount-text.ts';
import { byKey } from '../money/apportion.ts';
import { add, type Fraction, fraction, subtract, ZERO } from '../money/fraction.ts';
import { ore, sumOre } from '../money/ore.ts';
import { partsPerMeasure } from '../tables/activity.ts';
import type { Source } from './readers.ts';
import type { Snapshot } from './snapshot.ts';

/** What a source's files hold, against the total that the source declares. */
export function controlTotal(source: Source, snapshots: readonly Snapshot[], model: Model): Finding[] {
  const { language } = model.municipality;
  if (source.register === 'people' || source.register === 'circumstances') return [];
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
