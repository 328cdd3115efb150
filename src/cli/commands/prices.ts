// innsats prices: the price list of the last run with how each price is made up; adopting it; settling an adopted
// price against the actual one.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { adoptPrices } from '../../prices/adopt-prices.ts';
import { readAdoptedPrices } from '../../prices/read-adopted-prices.ts';
import { trueUp } from '../../prices/true-up.ts';
import { priceMakeUpView, trueUpView } from '../../reports/price-views.ts';
import { baseGrantView, priceView } from '../../reports/result-views.ts';
import { latestRun } from '../../run/latest-run.ts';
import { readPriceList, readVolumes } from '../../run/read-results.ts';
import type { PriceList } from '../../tables/prices.ts';
import { CliError, EXIT } from '../exit.ts';
import { faint, print, printFindings, printJson, printView } from '../output.ts';
import {
  languageOf,
  type Options,
  optionsOf,
  refuse,
  requireModel,
  withDb,
  workspaceOf,
} from '../workspace-door.ts';

type PriceOptions = { readonly run?: string };

const isoDate = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('Write the day of the decision as 2025-12-11.');
  }
  return text;
};

export function addPrices(innsats: Command): void {
  const prices = innsats
    .command('prices')
    .description('the price list of the last run, with how each price is made up')
    .option('--run <id>', 'another run than the last')
    .action(async (_options: object, command: Command) => show(optionsOf<PriceOptions>(command)));
  prices
    .command('adopt')
    .description('write prices/<year>.yaml: the prices that financing reads')
    .requiredOption('--date <day>', 'the day of the decision, such as 2025-12-11', isoDate)
    .option('--replace', 'replace prices that were adopted before')
    .action(async (_options: object, command: Command) =>
      adopt(optionsOf<PriceOptions & { date: string; replace?: boolean }>(command)),
    );
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
  if (!list)
    throw new CliError(
      'The last run has no prices: its findings say why. Mend them and run "innsats run" again.',
      EXIT.attention,
    );
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

async function adopt(options: Options & PriceOptions & { date: string; replace?: boolean }): Promise<void> {
  const { workspace, list, runDir } = await priceListOf(options);
  const file = join(workspace.pricesDir, `${list.priceYear}.yaml`);
  const shown = relative(process.cwd(), file);
  if (existsSync(file) && !options.replace) {
    throw new CliError(
      `${shown} was adopted before. Adopt again with --replace; version control keeps the old one.`,
      EXIT.refused,
    );
  }
  mkdirSync(workspace.pricesDir, { recursive: true });
  writeFileSync(file, adoptPrices(list, { date: options.date, run: basename(runDir) }));
  print(
    `${list.prices.length} prices and ${list.baseGrants.length} base grants of ${list.priceYear} are adopted in ${shown}.`,
  );
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
