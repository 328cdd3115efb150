// The director's page: how the units were run, who used more hours than the financing carries, and what the leaders
// answer, by when.

import { left, right, type TextRow } from '../../charts/text-table.ts';
import { divide, fraction } from '../../money/fraction.ts';
import { largerFirst, sumOre } from '../../money/ore.ts';
import type { ManagerComment } from '../../tables/financing.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { fullDate } from '../../words/months.ts';
import { unitName, type View } from '../result-views.ts';
import { absentFrame } from './absent-frame.ts';
import { deviation, millions, oneDecimal, share, signedThousands, thousands } from './figures.ts';
import { DIRECTOR_FIGURES, keyFigures } from './key-figures.ts';
import { freshnessText, periodText, statusText } from './month-labels.ts';
import { heldAt, heldUntil, type MonthlyReport, monthsAt, monthsUntil, unitsOf } from './monthly-report.ts';
import { drawPage, drawTable } from './page-parts.ts';
import { correctionsSection, deeperFooter, findingsSection, standingFindings } from './surroundings.ts';
import { fullTime, productiveShare, sumMonths, type Totals } from './totals.ts';
import type { MonthFinding } from './unit-finding.ts';
import { largestRows, type UnitRow, unitRows } from './unit-rows.ts';
import { whoseSection } from './whose-section.ts';

/** The page as text. */
export function directorPage(report: MonthlyReport, language: Language): string {
  const rows = ownUnits(report, language);
  const finding = directorFinding(report, rows, language);
  const all = sumMonths(monthsUntil(report), heldUntil(report));
  const ofMonth = sumMonths(monthsAt(report), heldAt(report));
  const head = {
    where: [report.model.municipality.name, periodText(report, language), statusText(report, language)],
    title: finding.title,
    lead: finding.below,
    freshness: freshnessText(report, language),
  };
  const units = unitsOf(report);
  const answers = answersView(report, language);
  const body = [
    keyFigures(
      { soFar: all, ofMonth, month: report.month, absent: absentFrame(report) },
      language,
      DIRECTOR_FIGURES,
    ),
    `<section>${drawTable('staffing', runningView(report, rows, language))}</section>`,
    answers.rows.length > 0 ? `<section>${drawTable('answers', answers)}</section>` : '',
    whoseSection(
      { rows: unitRows(report, language), all, absent: absentFrame(report) },
      `${finding.title} ${finding.below}`,
      language,
    ),
    findingsSection(report, standingFindings(report), units, language),
    correctionsSection(report, units, language),
    deeperFooter(
      rows.slice(0, 1).map(({ unit }) => `innsats explain efficiency:${unit}`),
      language,
    ),
  ];
  return drawPage(head, body.filter(Boolean).join('\n'), language);
}

/** The municipality's own units, the one that is furthest from what it earned first. */
function ownUnits(report: MonthlyReport, language: Language): UnitRow[] {
  const own = new Set(
    monthsUntil(report)
      .filter(({ provision }) => provision === 'own')
      .map(({ unit }) => unit),
  );
  const units = unitsOf(report).filter((unit) => own.has(unit));
  return unitRows(report, language, { units, only: 'efficiency' }).sort((a, b) =>
    largerFirst(a.totals.efficiencyOre, b.totals.efficiencyOre),
  );
}

const hasOverspent = ({ main, totals }: UnitRow): boolean => main !== undefined && totals.efficiencyOre < 0n;

/** "The units spent 4.9 million kr more than they earned. 1 of 5 leaders who overspent have answered." */
export function directorFinding(
  report: MonthlyReport,
  rows: readonly UnitRow[],
  language: Language,
): MonthFinding {
  const overspent = rows.filter(hasOverspent);
  const answered = overspent.filter(({ unit }) => commentsOf(report, unit).length > 0);
  const overall = sumOre(rows.map(({ totals }) => totals.efficiencyOre));
  const title = sayFinancing(overall < 0n ? 'directorOver' : 'directorUnder', language, {
    amount: millions(overall, language),
    answered: answered.length,
    all: overspent.length,
  });
  const named = largestRows(rows, ({ efficiencyOre }) => efficiencyOre).map(
    ({ name, totals, reason }) => `${name} ${deviation(totals.efficiencyOre, language)} (${reason})`,
  );
  return {
    title,
    below: named.length === 0 ? '' : sayFinancing('directorLargest', language, { list: named.join(', ') }),
  };
}

const commentsOf = ({ comments, month }: MonthlyReport, unit: string): ManagerComment[] =>
  comments.filter((comment) => comment.unit === unit && comment.month === month);

/** How every unit was run: what it earned and spent, full-time equivalents carried and used, and whether it has answered. */
function runningView(report: MonthlyReport, rows: readonly UnitRow[], language: Language): View {
  const cells = ({ unit, name, totals, reason }: UnitRow): string[] => {
    const equivalents = fullTime(totals.staffing, report.month, report.model.financing?.fullTimeHours);
    const productive = productiveShare(totals.staffing);
    return [
      name,
      thousands(totals.earnedOre, language),
      thousands(totals.spentOre, language),
      signedThousands(totals.efficiencyOre, language),
      shareOfEarned(totals, language),
      equivalents ? oneDecimal(equivalents.carried, language) : '',
      equivalents ? oneDecimal(equivalents.used, language) : '',
      productive ? share(productive, language) : '',
      reason,
      answerOf(report, unit, totals, language),
    ];
  };
  return {
    caption: sayFinancing('unitsOfDirector', language),
    columns: [
      left(sayFinancing('unit', language)),
      ...(['earned', 'spent', 'efficiencyShort', 'shareOfEarned', 'carriedEquivalents'] as const).map((key) =>
        right(sayFinancing(key, language)),
      ),
      right(sayFinancing('usedEquivalents', language)),
      right(sayFinancing('withUsers', language)),
      left(sayFinancing('reason', language)),
      left(sayFinancing('answer', language)),
    ],
    rows: rows.map(cells),
  };
}

const shareOfEarned = ({ efficiencyOre, earnedOre }: Totals, language: Language): string =>
  earnedOre === 0n ? '' : share(divide(fraction(efficiencyOre), fraction(earnedOre)), language);

/** The status of a unit's comments; that one is missing where the unit has overspent. */
function answerOf(report: MonthlyReport, unit: string, totals: Totals, language: Language): string {
  const [first] = commentsOf(report, unit);
  if (first) return sayFinancing(first.status, language);
  return totals.efficiencyOre <= -HALF_A_THOUSAND ? sayFinancing('missing', language) : '';
}

/** Øre: what is written as 0 thousand kroner needs no answer. */
const HALF_A_THOUSAND = 50_000n;

/** What leaders answer, the nearest deadline first, what is done last. */
function answersView(report: MonthlyReport, language: Language): View {
  const { comments, month, model } = report;
  const order = ({ status, deadline = '9999' }: ManagerComment): string =>
    `${status === 'done' ? 1 : 0} ${deadline}`;
  const mine = comments
    .filter((comment) => comment.month === month)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {
    caption: sayFinancing('answers', language),
    columns: [
      left(sayFinancing('unit', language)),
      left(sayFinancing('comment', language)),
      left(sayFinancing('deadlineShort', language)),
      left(sayFinancing('status', language)),
    ],
    rows: mine.map(
      ({ unit, text, deadline, status }): TextRow => [
        unitName(model, unit),
        text,
        deadline ? fullDate(deadline, language) : '',
        sayFinancing(status, language),
      ],
    ),
  };
}
