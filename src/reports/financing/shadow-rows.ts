// The shadow run by unit: what another model would have paid on the cost year's own volumes beside the unit's own cost,
// and over the year so far beside the model in force.

import { pickText } from '../../model/pick-text.ts';
import { largerFirst, sumOre } from '../../money/ore.ts';
import type { Language } from '../../words/language.ts';
import { unitName } from '../result-views.ts';
import type { MonthlyReport } from './monthly-report.ts';

/** A unit under another model; amounts in øre, positive = the unit gets more. */
export type ShadowRow = {
  readonly unit: string;
  readonly name: string;
  /** Absent where the model was not tried on the cost year's volumes. */
  readonly before?: {
    readonly ownCostOre: bigint;
    /** Earned − own cost under the model in force and under the other. */
    readonly inForceOre: bigint;
    readonly otherOre: bigint;
  };
  /** Other − in force, month by month and together. */
  readonly months: readonly bigint[];
  readonly soFarOre: bigint;
};

/** The models that were tried beside the one in force, in the order of the steering model. */
export function otherModels({ model, year }: MonthlyReport): string[] {
  const tried = new Set([...year.shadow, ...year.baseYear].map((row) => row.model));
  tried.delete(year.model);
  const known = (model.financing?.models ?? []).map(({ name }) => name).filter((name) => tried.has(name));
  return [...known, ...[...tried].filter((name) => !known.includes(name)).sort()];
}

/** A funding model as people call it. */
export function modelName({ model }: MonthlyReport, name: string, language: Language): string {
  const label = model.financing?.models.find((each) => each.name === name)?.label;
  return label ? pickText(label, language, name) : name;
}

/** What the other model moves for a unit before anyone has acted: its earnings less those of the model in force. */
export const movedOre = ({ before }: ShadowRow): bigint =>
  before ? before.otherOre - before.inForceOre : 0n;

/** True where the other model gives the unit something else, before or in any month. */
export const isMoved = (row: ShadowRow): boolean =>
  movedOre(row) !== 0n || row.months.some((amount) => amount !== 0n);

/** Every unit that both models pay, those that move most first. */
export function shadowRows(report: MonthlyReport, other: string): ShadowRow[] {
  const { year, month } = report;
  const units = [
    ...new Set(
      [...year.baseYear, ...year.shadow].filter((row) => row.model === other).map(({ unit }) => unit),
    ),
  ];
  const rows = units.map((unit): ShadowRow => {
    const months = Array.from({ length: month }, (_, i) => monthOf(report, other, unit, i + 1));
    const before = beforeOf(report, other, unit);
    return {
      ...{ unit, name: unitName(report.model, unit), months, soFarOre: sumOre(months) },
      ...(before ? { before } : {}),
    };
  });
  return rows.sort((a, b) => largerFirst(movedOre(a), movedOre(b)) || largerFirst(a.soFarOre, b.soFarOre));
}

function beforeOf({ year }: MonthlyReport, other: string, unit: string): ShadowRow['before'] {
  const of = (model: string) => year.baseYear.find((row) => row.model === model && row.unit === unit);
  const [inForce, tried] = [of(year.model), of(other)];
  if (!inForce || !tried) return undefined;
  return {
    ownCostOre: tried.ownCostOre,
    inForceOre: inForce.earnedOre - inForce.ownCostOre,
    otherOre: tried.earnedOre - tried.ownCostOre,
  };
}

function monthOf({ year }: MonthlyReport, other: string, unit: string, month: number): bigint {
  const of = (model: string): bigint | undefined =>
    year.shadow.find((row) => row.model === model && row.unit === unit && row.month === month)?.earnedOre;
  const [inForce, tried] = [of(year.model), of(other)];
  return inForce === undefined || tried === undefined ? 0n : tried - inForce;
}
