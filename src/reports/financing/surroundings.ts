// What stands beside the figures of a month: findings that touch the unit, what is unpriced, corrections of closed
// months, the manager's comment, and how to go deeper.

import { escapeXml } from '../../charts/escape-xml.ts';
import { type Finding, GRAVITY } from '../../findings/finding.ts';
import { largerFirst } from '../../money/ore.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { fullDate, monthName } from '../../words/months.ts';
import { say } from '../../words/report-texts.ts';
import { serviceName } from '../result-views.ts';
import { quantity, signedMillions, signedThousands } from './figures.ts';
import { sayMeasures } from './measure-words.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { drawSection, paragraph } from './page-parts.ts';

/** How many findings a page tells of before it counts the rest. */
export const MOST_FINDINGS = 3;

/** Findings whose place names the unit, or one of its responsibilities; accepted ones are left out. */
export const findingsOf = (report: MonthlyReport, unit: string): Finding[] => findingsOfAny(report, [unit]);

/** Findings that touch any of the units. */
export function findingsOfAny({ findings, model }: MonthlyReport, units: readonly string[]): Finding[] {
  const codes = model.units.filter(({ id }) => units.includes(id)).flatMap((unit) => unit.responsibilities);
  const touches = (part: string): boolean =>
    units.includes(part) ||
    codes.some(({ from, to }) => part.length === from.length && from <= part && part <= to);
  return findings
    .filter(({ where, accepted }) => !accepted && (where.key ?? '').split(/[^\p{L}\p{N}_-]+/u).some(touches))
    .sort(byWeight);
}

/** All findings that are not accepted, for pages of the whole municipality. */
export const standingFindings = ({ findings }: MonthlyReport): Finding[] =>
  findings.filter(({ accepted }) => !accepted).sort(byWeight);

/** The gravest first, among equals the one that touches most money. */
const byWeight = (a: Finding, b: Finding): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || largerFirst(a.amountOre ?? 0n, b.amountOre ?? 0n);

/** The findings as a list, with what each touches, and services that have no price. */
export function findingsSection(
  report: MonthlyReport,
  findings: readonly Finding[],
  units: readonly string[],
  language: Language,
): string {
  const lines = [
    ...unpricedLines(report, units, language),
    ...findings.slice(0, MOST_FINDINGS).map((finding) => findingLine(finding, language)),
  ];
  const rest = findings.length - MOST_FINDINGS;
  if (rest > 0) lines.push(sayFinancing('moreFindings', language, { n: rest }));
  const body =
    lines.length === 0
      ? paragraph(sayFinancing('noFindings', language), 'note')
      : `<ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`;
  return drawSection(sayFinancing('findings', language), '', body);
}

function findingLine({ message, amountOre, count = 0 }: Finding, language: Language): string {
  const text = message.replace(/[.:]$/, '');
  const touched = [
    amountOre === undefined ? '' : signedMillions(amountOre, language),
    count > 1 ? `${count} ${say('rows', language).toLowerCase()}` : '',
  ].filter(Boolean);
  return touched.length > 0 ? `${text} (${touched.join(', ')}).` : `${text}.`;
}

function unpricedLines(
  { year, month, model }: MonthlyReport,
  units: readonly string[],
  language: Language,
): string[] {
  const mine = year.unpriced.filter((each) => each.month <= month && units.includes(each.unit));
  return [...Map.groupBy(mine, ({ service }) => service)].map(([service, rows]) => {
    const measure = model.services.find(({ id }) => id === service)?.measure ?? '';
    const parts = rows.reduce((sum, each) => sum + each.parts, 0n);
    return sayFinancing('unpriced', language, {
      service: serviceName(model, service, language),
      quantity: quantity(parts, measure, language),
      measure: sayMeasures(measure, language),
    });
  });
}

/** What registrations after closing changed, a line per month; empty text where nothing did. */
export function correctionsSection(
  { corrections }: MonthlyReport,
  units: readonly string[],
  language: Language,
): string {
  const mine = corrections.filter(({ unit }) => units.includes(unit));
  if (mine.length === 0) return '';
  const months = [...Map.groupBy(mine, ({ month }) => month)].sort(([a], [b]) => a - b);
  const lines = months.map(([month, rows]) => {
    const sum = (of: 'frameOre' | 'earnedOre' | 'spentOre'): string =>
      signedThousands(
        rows.reduce((total, row) => total + row[of], 0n),
        language,
      );
    const name = monthName(month, language);
    return sayFinancing('correction', language, {
      month: name.charAt(0).toUpperCase() + name.slice(1),
      frame: sum('frameOre'),
      earned: sum('earnedOre'),
      spent: sum('spentOre'),
    });
  });
  const list = `<ul>${lines.map((line) => `<li>${escapeXml(line)}</li>`).join('')}</ul>`;
  return drawSection(sayFinancing('corrections', language), '', list);
}

/** What the manager says of the month, with deadline and status; said where nothing has been said. */
export function commentSection({ comments, month }: MonthlyReport, unit: string, language: Language): string {
  const mine = comments.filter((comment) => comment.unit === unit && comment.month === month);
  const heading = sayFinancing('comment', language);
  if (mine.length === 0)
    return drawSection(heading, '', paragraph(sayFinancing('noComment', language), 'note'));
  const blocks = mine.map(({ text, author, date, deadline, status }) => {
    const signature = [
      sayFinancing('commentBy', language, { author, date: fullDate(date, language) }),
      deadline ? sayFinancing('deadline', language, { date: fullDate(deadline, language) }) : '',
      sayFinancing(status, language),
    ].filter(Boolean);
    return `<blockquote>${escapeXml(text)}</blockquote>${paragraph(signature.join(' · '), 'note')}`;
  });
  return drawSection(heading, '', blocks.join(''));
}

/** The commands that lead from the page to the rows behind it. */
export const deeperFooter = (commands: readonly string[], language: Language): string =>
  `<footer>${escapeXml(say('deeper', language))}: ${commands.map((command) => `<code>${escapeXml(command)}</code>`).join(' · ')}</footer>`;
