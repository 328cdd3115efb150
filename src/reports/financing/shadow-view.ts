// The shadow run as a table, for page and terminal: who gains and who loses under a model that was tried out.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { sumOre } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { signedThousands, thousands } from './figures.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { isMoved, modelName, type ShadowRow, shadowRows } from './shadow-rows.ts';

/** Every unit: own cost, earned beside it under both models and what moves (where it was tried), and the year so far. */
export function shadowView(report: MonthlyReport, other: string, language: Language): View {
  const name = modelName(report, other, language);
  const signed = (amountOre: bigint): string => signedThousands(amountOre, language);
  const rows = shadowRows(report, other);
  const isTriedBefore = rows.some(({ before }) => before);
  const still = rows.filter((each) => !isMoved(each));
  const row = (label: string, of: readonly ShadowRow[]): TextRow => {
    const before = of.flatMap((each) => each.before ?? []);
    const sum = (key: 'ownCostOre' | 'inForceOre' | 'otherOre'): bigint =>
      sumOre(before.map((each) => each[key]));
    const tried = [
      thousands(sum('ownCostOre'), language),
      signed(sum('inForceOre')),
      signed(sum('otherOre')),
      signed(sum('otherOre') - sum('inForceOre')),
    ];
    return [
      label,
      ...(isTriedBefore ? (before.length > 0 ? tried : tried.map(() => '')) : []),
      signed(sumOre(of.map(({ soFarOre }) => soFarOre))),
    ];
  };
  return {
    caption: `${sayFinancing('shadow', language)}: ${name}, ${sayFinancing('thousandKroner', language)}`,
    columns: [
      left(sayFinancing('unit', language)),
      ...(isTriedBefore
        ? [
            right(sayFinancing('ownCost', language)),
            ...[report.year.model, other].map((each) => right(beside(report, each, language))),
            right(sayFinancing('difference', language)),
          ]
        : []),
      right(`${sayFinancing('difference', language)} ${sayFinancing('soFar', language)}`),
    ],
    rows: [
      ...rows.filter(isMoved).map((each) => row(each.name, [each])),
      ...(still.length > 0 ? [row(sayFinancing('unitsUnmoved', language, { n: still.length }), still)] : []),
      'rule',
      row(sayFinancing('total', language), rows),
    ],
  };
}

/** "One common price beside own cost" */
const beside = (report: MonthlyReport, model: string, language: Language): string =>
  sayFinancing('besideOwnCost', language, { model: modelName(report, model, language) });
