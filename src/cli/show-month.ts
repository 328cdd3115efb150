// What a followed month shows in the terminal, and the pages that it writes beside its tables.

import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { MonthlyReport } from '../reports/financing/monthly-report.ts';
import { unitsOf } from '../reports/financing/monthly-report.ts';
import { unitPage } from '../reports/financing/unit-page.ts';
import { isYearClosed, monthName } from '../run/month/closings.ts';
import { readComments } from '../run/month/read-comments.ts';
import type { Language } from '../words/language.ts';
import { type Followed, follow, type MonthWanted, notable } from './month-door.ts';
import { faint, print, printFindings, printJson } from './output.ts';
import { printChanges } from './print-changes.ts';
import { languageOf, type Options } from './workspace-door.ts';

/** Runs a month, writes its pages and shows it. */
export async function runMonthly(options: Options & { readonly month: MonthWanted }): Promise<void> {
  const followed = await follow(options, options.month);
  const { outcome, result, workspace } = followed;
  const language = languageOf(options, result.model);
  const { report, findings } = await reportOf(followed);
  const pages = writePages(report, result.dir, language);
  if (options.json) return printJson(monthAsData(followed, pages));
  printChanges(outcome.changes, language);
  printFindings(outcome.notices, 10, (line) => process.stderr.write(`${line}\n`));
  const shown = notable([...outcome.findings, ...findings]);
  if (shown.length > 0) {
    print();
    printFindings(shown, 3);
  }
  const folder = relative(process.cwd(), result.dir) || '.';
  print(`\nResults (Parquet, CSV, certificate): ${folder}`);
  print(`Pages to look at: ${pages.map((page) => join(folder, page)).join('  ')}`);
  const at = workspace.dir === process.cwd() ? '' : ` -C ${relative(process.cwd(), workspace.dir)}`;
  const name = monthName(result.year.year, result.year.through);
  print(
    faint(`Next: innsats${at} explain variance:${unitsOf(report)[0] ?? ''}  ·  innsats${at} close ${name}`),
  );
}

/** Everything that pages and tables of the month are made from. */
async function reportOf({ workspace, result, outcome }: Followed) {
  const { year } = result;
  const file = join(workspace.dir, 'comments', `${monthName(year.year, year.through)}.yaml`);
  const { comments, findings } = await readComments(file, year.through, result.model);
  const closed = result.closings.map(({ month }) => month);
  const report: MonthlyReport = {
    ...{ model: result.model, year, month: year.through, comments },
    findings: outcome.findings,
    corrections: result.corrections,
    closedMonths: result.isClosed ? [...closed, year.through] : closed,
    settlements: result.settlements,
  };
  return { report, findings, isLocked: isYearClosed(workspace, year.year) };
}

/** Writes the pages of all audiences into the month's folder, and gives their names. */
function writePages(report: MonthlyReport, dir: string, language: Language): string[] {
  const units = unitsOf(report);
  for (const unit of units) writeFileSync(join(dir, `unit-${unit}.html`), unitPage(report, unit, language));
  return units.map((unit) => `unit-${unit}.html`);
}

const monthAsData = ({ result, outcome }: Followed, pages: readonly string[]) => ({
  run: result.id,
  results: result.dir,
  isClosed: result.isClosed,
  pages,
  ...result.year,
  corrections: result.corrections,
  settlements: result.settlements,
  findings: outcome.findings,
});
