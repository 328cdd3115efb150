// The shadow run as a table, for page and terminal: who gains and who loses under a model that was tried out.

import { left, right, type TextColumn, type TextRow } from '../../charts/text-table.ts';
import { sumOre } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import type { View } from '../result-views.ts';
import { signedThousands, thousands } from './figures.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { isMoved, modelName, type ShadowRow, shadowRows } from './shadow-rows.ts';

/** Every unit: own cost, earned beside it under both models and what moves (where it was tried), and the year so far. */
export function shadowView(report: MonthlyReport, other: string, language: Language): View {
  const rows = shadowRows(report, other);
  const still = rows.filter((row) => !isMoved(row));
  const isTriedBefore = rows.some(({ before }) => before);
  const row = (label: string, of: readonly ShadowRow[]): TextRow => [
    label,
    ...(isTriedBefore ? beforeCells(of, language) : []),
    signedThousands(sumOre(of.map(({ soFarOre }) => soFarOre)), language),
  ];
  const name = modelName(report, other, language);
  return {
    caption: `${sayFinancing('shadow', language)}: ${name}, ${sayFinancing('thousandKroner', language)}`,
    columns: [
      left(sayFinancing('unit', language)),
      ...(isTriedBefore ? beforeColumns(report, other, language) : []),
      right(`${sayFinancing('difference', language)} ${sayFinancing('soFar', language)}`),
    ],
    rows: [
      ...rows.filter(isMoved).map((each) => row(each.name, [each])),
      ...(still.length > 0 ? [row(unmovedText(still.length, language), still)] : []),
      'rule',
      row(sayFinancing('total', language), rows),
    ],
  };
}

const beforeColumns = (report: MonthlyReport, other: string, language: Language): TextColumn[] => [
  right(sayFinancing('ownCost', language)),
  ...[report.year.model, other].map((each) => right(beside(report, each, language))),
  right(sayFinancing('difference', language)),
];

/** Own cost, both models beside it, and what moves; blank where none of the units was tried on the cost year. */
function beforeCells(of: readonly ShadowRow[], language: Language): string[] {
  const before = of.flatMap((row) => row.before ?? []);
  if (before.length === 0) return ['', '', '', ''];
  const sum = (key: 'ownCostOre' | 'inForceOre' | 'otherOre'): bigint =>
    sumOre(before.map((each) => each[key]));
  const amounts = [sum('inForceOre'), sum('otherOre'), sum('otherOre') - sum('inForceOre')];
  return [
    thousands(sum('ownCostOre'), language),
    ...amounts.map((amount) => signedThousands(amount, language)),
  ];
}

/** "One common price beside own cost" */
const beside = (report: MonthlyReport, model: string, language: Language): string =>
  sayFinancing('besideOwnCost', language, { model: modelName(report, model, language) });

const unmovedText = (n: number, language: Language): string =>
  n === 1 ? sayFinancing('unitUnmoved', language) : sayFinancing('unitsUnmoved', language, { n });
