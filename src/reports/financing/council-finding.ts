// What a council reads first: how far all of it went beyond the frame, how much of that each side answers for, and which
// units deviate most, with the reason.

import { magnitude } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { deviation, millions } from './figures.ts';
import { heldUntil, type MonthlyReport, monthsUntil } from './monthly-report.ts';
import { sumMonths } from './totals.ts';
import type { MonthFinding } from './unit-finding.ts';
import { deviationOre, largestRows, unitRows } from './unit-rows.ts';

/** Less than half of the thousand that is shown is called nothing. */
const NOTHING_SHOWN = 50_000n;

/** "Fjordvik kommune spent 11.1 million kr more than the frame: activity −5.4 million kr, efficiency −5.7 million kr." */
export function councilFinding(report: MonthlyReport, language: Language): MonthFinding {
  const totals = sumMonths(monthsUntil(report), heldUntil(report));
  const unit = report.model.municipality.name;
  const { activityOre, efficiencyOre } = totals;
  const overall = (activityOre ?? 0n) + efficiencyOre;
  const title = sayFinancing(titleKey(overall, activityOre !== undefined), language, {
    unit,
    amount: millions(overall, language),
    activity: deviation(activityOre ?? 0n, language),
    efficiency: deviation(efficiencyOre, language),
  });
  const named = largestRows(unitRows(report, language), deviationOre).map(
    (row) => `${row.name} ${deviation(deviationOre(row.totals), language)} (${row.reason})`,
  );
  const below = named.length === 0 ? '' : sayFinancing('largest', language, { list: named.join(', ') });
  return { title, below };
}

function titleKey(overallOre: bigint, isAgainstFrame: boolean) {
  if (magnitude(overallOre) < NOTHING_SHOWN) return isAgainstFrame ? 'allAsFrame' : 'allAsEarned';
  if (overallOre < 0n) return isAgainstFrame ? 'allOverFrame' : 'allOverEarned';
  return isAgainstFrame ? 'allUnderFrame' : 'allUnderEarned';
}
