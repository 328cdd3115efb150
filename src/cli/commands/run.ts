// innsats run: the main job. Imports what is new, costs every service of every unit, prices next year, writes the
// results with a page to look at, and says what to run next.

import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { costStreams } from '../../explain/cost-streams.ts';
import { objectAddress } from '../../explain/figure-address.ts';
import type { Model } from '../../model/model.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { costingReport } from '../../reports/costing-report.ts';
import { findingTitle } from '../../reports/finding-title.ts';
import { findingSummaryView } from '../../reports/finding-views.ts';
import { baseGrantView, priceView, remainderView, unitCostView } from '../../reports/result-views.ts';
import { RULES_VERSION } from '../../run/identity.ts';
import { type RunResult, runYear, type YearRun } from '../../run/run-year.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { Language } from '../../words/language.ts';
import { EXIT } from '../exit.ts';
import { keyFor } from '../key-door.ts';
import { monthWanted } from '../month-door.ts';
import {
  endProgress,
  faint,
  print,
  printFindings,
  printJson,
  printView,
  progressLine,
  strong,
} from '../output.ts';
import { printChanges } from '../print-changes.ts';
import { type MonthOptions, runMonthly } from '../show-month.ts';
import {
  languageOf,
  type Options,
  optionsOf,
  refuse,
  requireModel,
  tried,
  withDb,
  workspaceOf,
} from '../workspace-door.ts';

export function addRun(innsats: Command): void {
  innsats
    .command('run')
    .description(
      'import what is new, cost every service of every unit, price next year, write results and a page',
    )
    .option('--month <month>', 'follow the finance year up to a month, such as 2026-04', monthWanted)
    .option('--unit <id>', 'with --month: one unit, line by line')
    .option('--joint', 'with --unit: joint terms, and what is part of a line already')
    .option('--model <name>', 'cost and price by the own price rules of a funding model that is tried out')
    .action(async (_options: object, command: Command) => {
      const options = optionsOf<RunOptions>(command);
      await (options.month ? runMonthly({ ...options, month: options.month }) : run(options));
    });
}

type RunOptions = Partial<Pick<MonthOptions, 'month' | 'unit' | 'joint'>> & { readonly model?: string };

/** Runs the workspace's cost year and shows it; sets exit code 1 when prices were refused. */
export async function run(options: Options & Pick<RunOptions, 'model'>): Promise<void> {
  const workspace = workspaceOf(options);
  const { model: asWritten, findings } = await requireModel(workspace);
  const model = tried(asWritten, options.model);
  const language = languageOf(options, model);
  const key = await keyFor(model, workspace);
  const outcome = await withDb((db) =>
    runYear({
      workspace,
      model,
      modelFindings: findings,
      db,
      ...(key ? { key } : {}),
      progress: (step) => progressLine(`${step} …`),
    }),
  );
  endProgress();
  if (!options.json) printChanges(outcome.changes, language);
  printFindings(outcome.notices, 10, (line) => process.stderr.write(`${line}\n`));
  if (!outcome.result) refuse(refusalHeading(outcome), outcome.findings);
  writeReport(outcome, outcome.result, model, language);
  if (options.json) printRunJson(outcome, outcome.result);
  else show(outcome, outcome.result, { model, workspace, language });
  if (!outcome.result.prices) process.exitCode = EXIT.attention;
}

const refusalHeading = ({ refusedBy }: YearRun): string =>
  refusedBy === 'costing'
    ? 'The costing was refused:'
    : refusedBy === 'accepted'
      ? 'accepted.yaml was refused:'
      : 'The import was refused; the register in force is the one from before:';

function writeReport(outcome: YearRun, result: RunResult, model: Model, language: Language): void {
  const sources = result.sources.map((source) => ({
    file: source.file,
    read: source.read,
    refused: source.refused,
    sum: source.sumOre === undefined ? '' : `${formatAmount(source.sumOre, { language })} kr`,
  }));
  const page = costingReport(
    {
      model,
      costs: result.costs,
      prices: result.prices,
      streams: costStreams(result.costs),
      findings: outcome.findings,
      sources,
      run: result.id,
      rulesVersion: String(RULES_VERSION),
    },
    language,
  );
  writeFileSync(join(result.dir, 'report.html'), page);
}

type Setting = { readonly model: Model; readonly workspace: Workspace; readonly language: Language };

function show(outcome: YearRun, result: RunResult, { model, workspace, language }: Setting): void {
  print(strong(`${model.municipality.name} – ${findingTitle(model, result.costs, language)}`));
  printView(unitCostView(model, result.costs, language));
  if (result.prices) {
    printView(priceView(model, result.prices, language));
    printView(baseGrantView(model, result.prices, language));
  }
  printView(remainderView(model, result.costs, language));
  const notable = outcome.findings.filter(({ severity }) => severity !== 'note');
  printView(findingSummaryView(notable, language));
  if (notable.length > 0) {
    print();
    printFindings(notable, 3);
  }
  const folder = relative(process.cwd(), result.dir) || '.';
  print(`\nResults (Parquet, CSV, certificate): ${folder}`);
  print(`Page to look at: ${join(folder, 'report.html')}`);
  const first = result.costs.objects.find((object) => object.parts > 0n);
  const at = workspace.dir === process.cwd() ? '' : ` -C ${relative(process.cwd(), workspace.dir)}`;
  if (first) {
    print(
      faint(
        `Next: innsats${at} explain unit-cost:${objectAddress(first)}  ·  innsats${at} verify  ·  innsats${at} prices adopt --date <day>`,
      ),
    );
  }
}

function printRunJson(outcome: YearRun, result: RunResult): void {
  printJson({
    run: result.id,
    results: result.dir,
    changes: outcome.changes,
    unitCosts: result.costs.objects.map(({ costs: _costs, ...object }) => object),
    remainders: result.costs.remainders.map(({ costs: _costs, ...remainder }) => remainder),
    prices: result.prices,
    findings: outcome.findings,
  });
}
