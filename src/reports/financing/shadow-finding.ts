// What the shadow run says in a sentence: who would gain and who would lose, before anyone has acted; for a model that was
// not tried on the cost year, what it would have changed over the year so far.

import { largerFirst, sumOre } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { deviation, millions } from './figures.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { modelName, movedOre, otherModels, type ShadowRow, shadowRows } from './shadow-rows.ts';
import type { MonthFinding } from './unit-finding.ts';

/** "One common price moves 3.9 million kr before anyone has acted differently: Sjøsiden gets +3.9, Innlandet −3.9." */
export function shadowFinding(report: MonthlyReport, language: Language): MonthFinding {
  const tried = otherModels(report).map((other) => {
    const rows = shadowRows(report, other);
    return { other, rows, movedOre: sumOre(rows.map(movedOre).filter((amount) => amount > 0n)) };
  });
  const [most] = tried.sort((a, b) => largerFirst(a.movedOre, b.movedOre));
  if (!most) return { title: sayFinancing('noShadow', language), below: '' };
  const model = modelName(report, most.other, language);
  const inForce = { model: modelName(report, report.year.model, language) };
  const isTriedBefore = most.rows.some(({ before }) => before);
  return {
    title: isTriedBefore ? beforeTitle(most.rows, model, language) : yearTitle(most.rows, model, language),
    below: sayFinancing(isTriedBefore ? 'shadowAbout' : 'shadowYearAbout', language, inForce),
  };
}

function beforeTitle(rows: readonly ShadowRow[], model: string, language: Language): string {
  const byMove = [...rows].sort((a, b) =>
    movedOre(a) < movedOre(b) ? 1 : movedOre(a) > movedOre(b) ? -1 : 0,
  );
  const [gainer, loser] = [byMove[0], byMove.at(-1)];
  if (!gainer || !loser || movedOre(gainer) === movedOre(loser))
    return sayFinancing('shadowMovesNothing', language, { model });
  const moved = sumOre(rows.map(movedOre).filter((amount) => amount > 0n));
  return sayFinancing('shadowMoves', language, {
    ...{ model, amount: millions(moved, language), gainer: gainer.name, loser: loser.name },
    gain: deviation(movedOre(gainer), language),
    loss: deviation(movedOre(loser), language),
  });
}

function yearTitle(rows: readonly ShadowRow[], model: string, language: Language): string {
  const [most] = [...rows].sort((a, b) => largerFirst(a.soFarOre, b.soFarOre));
  if (!most || most.soFarOre === 0n) return sayFinancing('shadowMovesNothing', language, { model });
  const amount = millions(most.soFarOre, language);
  const key = most.soFarOre > 0n ? 'shadowYearMore' : 'shadowYearLess';
  return sayFinancing(key, language, { model, unit: most.name, amount });
}
