// What a followed month shows in the terminal, and the pages that it writes beside its tables.

import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { suggestName } from '../model/yaml/nearest-name.ts';
import { lastRecordDay } from '../registers/last-record-day.ts';
import { readRegister } from '../registers/register.ts';
import { councilFinding } from '../reports/financing/council-finding.ts';
import { councilPage } from '../reports/financing/council-page.ts';
import { directorPage } from '../reports/financing/director-page.ts';
import { memoView } from '../reports/financing/memo-view.ts';
import { monthView, unitLinesView } from '../reports/financing/month-views.ts';
import { type MonthlyReport, unitsOf } from '../reports/financing/monthly-report.ts';
import { ownUnitCosts } from '../reports/financing/own-unit-costs.ts';
import { purchasersOf } from '../reports/financing/purchaser-finding.ts';
import { purchaserPage } from '../reports/financing/purchaser-page.ts';
import { settlementView } from '../reports/financing/settlement-view.ts';
import { shadowPage } from '../reports/financing/shadow-page.ts';
import { otherModels } from '../reports/financing/shadow-rows.ts';
import { unitFinding } from '../reports/financing/unit-finding.ts';
import { unitPage } from '../reports/financing/unit-page.ts';
import { unitRows } from '../reports/financing/unit-rows.ts';
import { districtGrants } from '../run/month/district-grants.ts';
import { readComments } from '../run/month/read-comments.ts';
import { DISK } from '../store/file-operations.ts';
import { monthText } from '../time/month-text.ts';
import type { Language } from '../words/language.ts';
import { CliError, EXIT } from './exit.ts';
import { type Followed, follow, type MonthWanted, notable } from './month-door.ts';
import { faint, print, printFindings, printJson, printView, strong } from './output.ts';
import { printChanges } from './print-changes.ts';
import { languageOf, type Options, withDb } from './workspace-door.ts';

export type MonthOptions = Options & {
  readonly month: MonthWanted;
  /** One unit, line by line; with what is beside the lines. */
  readonly unit?: string;
  readonly joint?: boolean;
};

/** Runs a month, writes its pages and shows it. @throws CliError for a unit that is not financed. */
export async function runMonthly(options: MonthOptions): Promise<void> {
  const followed = await follow(options, options.month);
  const language = languageOf(options, followed.result.model);
  const { report, findings } = await reportOf(followed);
  const pages = writePages(report, followed.result.dir, language);
  if (options.json) return printJson(monthAsData(followed, pages));
  const { outcome } = followed;
  printChanges(outcome.changes, language);
  printFindings(outcome.notices, 10, (line) => process.stderr.write(`${line}\n`));
  if (options.unit === undefined) show(report, language);
  else showUnit(report, options.unit, options.joint === true, language);
  const shown = notable([...outcome.findings, ...findings]);
  if (shown.length > 0) print();
  printFindings(shown, 3);
  tellPages(followed, report, pages);
}

/** Everything that pages and tables of the month are made from. */
async function reportOf({ workspace, result, outcome }: Followed) {
  const { year, model } = result;
  const month = year.through;
  const file = join(workspace.dir, 'comments', `${monthText(year.year, month)}.yaml`);
  const { comments, findings } = await readComments(file, month, model);
  const { register } = await readRegister(workspace, DISK);
  const { grants, lastDay } = await withDb(async (db) => ({
    grants: await districtGrants(db, register, model, month),
    lastDay: await lastRecordDay(db, register, { year: year.year, through: month }),
  }));
  const closed = result.closings.map((closing) => closing.month);
  const report: MonthlyReport = {
    ...{ model, year, month, comments, findings: outcome.findings },
    corrections: result.corrections,
    closedMonths: result.isClosed ? [...closed, month] : closed,
    settlements: result.settlements,
    reserves: result.reserves,
    districtGrants: grants,
    serviceCosts: ownUnitCosts(result.basis.prices.find((prices) => prices.model === year.model)),
    ...(lastDay ? { dataUntil: { activity: lastDay } } : {}),
  };
  return { report, findings };
}

/** Writes the pages of all audiences into the month's folder, and gives their names: the council's first. */
function writePages(report: MonthlyReport, dir: string, language: Language): string[] {
  const pages: [string, string][] = [
    ['council', councilPage(report, language)],
    ['director', directorPage(report, language)],
    ...purchasersOf(report).map((id): [string, string] => [
      `purchaser-${id}`,
      purchaserPage(report, id, language),
    ]),
    ...(otherModels(report).length > 0 ? [['shadow', shadowPage(report, language)] as [string, string]] : []),
    ...unitsOf(report).map((unit): [string, string] => [`unit-${unit}`, unitPage(report, unit, language)]),
  ];
  for (const [name, page] of pages) writeFileSync(join(dir, `${name}.html`), page);
  return pages.map(([name]) => `${name}.html`);
}

function show(report: MonthlyReport, language: Language): void {
  const finding = councilFinding(report, language);
  print(strong(finding.title));
  print(finding.below);
  printView(monthView(report, language));
  if (report.settlements.length > 0) printView(settlementView(report, language));
}

/** @throws CliError naming the nearest unit. */
function showUnit(report: MonthlyReport, unit: string, isJoint: boolean, language: Language): void {
  const units = unitsOf(report);
  if (!units.includes(unit))
    throw new CliError(`No unit "${unit}" is followed. ${suggestName(unit, units) ?? ''}`, EXIT.usage);
  const finding = unitFinding(report, unit, language);
  print(strong(finding.title));
  print(finding.below);
  printView(unitLinesView(report, unit, language));
  if (isJoint) printView(memoView(report, unit, language));
}

/** The first pages by name, and what to run next. */
function tellPages({ workspace, result }: Followed, report: MonthlyReport, pages: readonly string[]): void {
  const folder = relative(process.cwd(), result.dir) || '.';
  const name = monthText(result.year.year, result.year.through);
  const units = pages.filter((page) => page.startsWith('unit-')).length;
  const named = pages.filter((page) => !page.startsWith('unit-'));
  print(`\nResults (Parquet, CSV, certificate): ${folder}`);
  print(`Pages to look at: ${join(folder, named[0] ?? '')}`);
  print(`  ${[...named.slice(1), `unit-<unit>.html (${units})`].join('  ·  ')}`);
  const at = workspace.dir === process.cwd() ? '' : ` -C ${relative(process.cwd(), workspace.dir)}`;
  const close = result.isClosed ? '' : `  ·  innsats${at} close ${name}`;
  print(faint(`Next: innsats${at} explain variance:${mostDeviating(report)}${close}`));
}

/** The unit that deviates most, whatever the language. */
const mostDeviating = (report: MonthlyReport): string => unitRows(report, 'en')[0]?.unit ?? '';

const monthAsData = ({ result, outcome }: Followed, pages: readonly string[]) => ({
  run: result.id,
  results: result.dir,
  isClosed: result.isClosed,
  pages,
  ...result.year,
  corrections: result.corrections,
  settlements: result.settlements,
  reserves: result.reserves,
  findings: outcome.findings,
});
