// innsats prices: the price list of the last run with how each price is made up; adopting it; settling an adopted
// price against the actual one.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Command } from 'commander';
import { pricedPools } from '../../financing/price-pools.ts';
import { adoptionFiles } from '../../prices/adoption-files.ts';
import { ownYear } from '../../prices/own-year.ts';
import { readAdoptedPrices } from '../../prices/read-adopted-prices.ts';
import { trueUp } from '../../prices/true-up.ts';
import { paidHours } from '../../registers/circumstances/circumstance-totals.ts';
import { priceMakeUpView, trueUpView } from '../../reports/price-views.ts';
import { baseGrantView, priceView } from '../../reports/result-views.ts';
import { finishedRuns, latestRun } from '../../run/latest-run.ts';
import { readPriceList, readVolumes } from '../../run/read-results.ts';
import { runYear } from '../../run/run-year.ts';
import type { Workspace } from '../../store/workspace.ts';
import type { PriceList } from '../../tables/prices.ts';
import { monthText } from '../../time/month-text.ts';
import { CliError, EXIT } from '../exit.ts';
import { keyFor } from '../key-door.ts';
import { dayWanted, type MonthWanted, monthWanted } from '../month-door.ts';
import { endProgress, faint, print, printFindings, printJson, printView, progressLine } from '../output.ts';
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

type PriceOptions = { readonly run?: string };

export function addPrices(innsats: Command): void {
  const prices = innsats
    .command('prices')
    .description('the price list of the last run, with how each price is made up')
    .option('--run <id>', 'another run than the last')
    .action(async (_options: object, command: Command) => show(optionsOf<PriceOptions>(command)));
  prices
    .command('adopt')
    .description('write prices/<year>.yaml: the prices that financing reads')
    .requiredOption('--date <day>', 'the day of the decision, such as 2025-12-11', dayWanted)
    .option('--replace', 'replace prices that were adopted before')
    .option('--from <month>', 'a decision during the year: the month from which they hold', monthWanted)
    .option('--model <name>', 'by the own price rules of a funding model that is tried out')
    .action(async (_options: object, command: Command) => adopt(optionsOf<PriceOptions & Adopting>(command)));
  prices
    .command('true-up')
    .description('settle the adopted prices of the year against what it came to cost, by the model’s rule')
    .action(async (_options: object, command: Command) => settle(optionsOf<PriceOptions>(command)));
}

/** The model and the last run's price list. @throws CliError when the run's prices were refused. */
async function priceListOf(options: Options & PriceOptions) {
  const workspace = workspaceOf(options);
  const { model } = await requireModel(workspace);
  const runDir = latestRun(workspace, options.run);
  const list = await withDb((db) => readPriceList(db, runDir, model.years));
  if (!list) throw noPrices();
  return { workspace, model, runDir, list };
}

async function show(options: Options & PriceOptions): Promise<void> {
  const { model, list } = await priceListOf(options);
  const language = languageOf(options, model);
  if (options.json) return printJson(list);
  printView(priceView(model, list, language));
  printView(baseGrantView(model, list, language));
  printView(priceMakeUpView(model, list, language));
  print(faint('\nNext: innsats prices adopt --date <day of the decision>'));
}

type Adopting = {
  readonly date: string;
  readonly replace?: boolean;
  readonly from?: MonthWanted;
  readonly model?: string;
};

/**
 * Adopts what the workspace's files and model give now, with what each unit's own cost year was made of.
 * @throws CliError when that is not what the last run showed, or the prices were adopted before.
 */
export async function adopt(options: Options & PriceOptions & Adopting): Promise<void> {
  const workspace = workspaceOf(options);
  const { model: asWritten, findings } = await requireModel(workspace);
  const model = tried(asWritten, options.model);
  const key = await keyFor(model, workspace);
  const shown = options.run ?? basename(latestRun(workspace));
  const seen = new Set(options.run ? [options.run] : finishedRuns(workspace).map((dir) => basename(dir)));
  const { list, own, id } = await withDb(async (db) => {
    const progress = (step: string): void => progressLine(`${step} …`);
    const outcome = await runYear({
      ...{ workspace, model, modelFindings: findings, db, progress, isOnlyLookedAt: true },
      ...(key ? { key } : {}),
    });
    endProgress();
    if (!outcome.result) refuse('Nothing was adopted, the costing was refused:', outcome.findings);
    const { prices, costs, register, id } = outcome.result;
    if (!prices) throw noPrices();
    const hours = await paidHours(db, register, { year: model.years.cost });
    return { list: prices, own: ownYear({ model, costs, prices, hours }), id };
  });
  if (!seen.has(id) && !options.model)
    throw new CliError(
      `Files or model have changed since the run ${shown}: they now give the run ${id}. Look at its prices with "innsats prices", then adopt.`,
      EXIT.refused,
    );
  printFindings(own.findings);
  const files = adoptionFiles(list, own.base, {
    ...{ date: options.date, run: id, services: model.services, pools: pricedPools(model) },
    ...(options.from ? { from: monthText(options.from.year, options.from.month) } : {}),
    ...(options.model ? { model: options.model } : {}),
  });
  writeAdopted(workspace, files, options.replace === true);
  print(
    `${list.prices.length} prices and ${list.baseGrants.length} base grants of ${list.priceYear} are adopted in ${relative(process.cwd(), join(workspace.pricesDir, files[0]!.name))}.`,
  );
  if (model.financing)
    print(
      faint(
        `Next: innsats run --month ${monthText(model.financing.year, options.from?.month ?? 1)}${options.model ? '' : '  ·  innsats budget'}`,
      ),
    );
}

const noPrices = (): CliError =>
  new CliError(
    'The last run has no prices: its findings say why. Mend them and run "innsats run" again.',
    EXIT.attention,
  );

function writeAdopted(
  { pricesDir }: Workspace,
  files: ReturnType<typeof adoptionFiles>,
  isReplacing: boolean,
): void {
  const [first] = files;
  const shown = relative(process.cwd(), join(pricesDir, first!.name));
  if (existsSync(join(pricesDir, first!.name)) && !isReplacing)
    throw new CliError(
      `${shown} was adopted before. Adopt again with --replace; version control keeps the old one.`,
      EXIT.refused,
    );
  mkdirSync(pricesDir, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(pricesDir, name), text);
}

async function settle(options: Options & PriceOptions): Promise<void> {
  const { workspace, model, list, runDir } = await priceListOf(options);
  const forecast = adoptedPrices(join(workspace.pricesDir, `${list.priceYear}.yaml`), list);
  const volumes = (await withDb((db) => readVolumes(db, runDir))).filter(
    ({ state }) => state === model.costing.volumes,
  );
  const { lines, findings } = trueUp({ model, forecast, actual: list, volumes });
  if (findings.some(({ severity }) => severity === 'error')) refuse('Nothing was settled:', findings);
  const language = languageOf(options, model);
  if (options.json) printJson({ lines, findings });
  else {
    printView(trueUpView(model, lines, list.priceYear, language));
    printFindings(findings);
  }
}

function adoptedPrices(file: string, list: PriceList) {
  if (!existsSync(file)) {
    throw new CliError(
      `There is no ${relative(process.cwd(), file)}: adopt the forecast prices of ${list.priceYear} first.`,
    );
  }
  const { values, findings } = readAdoptedPrices(readFileSync(file, 'utf8'), relative(process.cwd(), file));
  return values ?? refuse('The adopted prices cannot be read:', findings);
}
