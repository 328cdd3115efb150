// innsats whatif: another growth, price, key or volume, and what it would mean to every unit; nothing is written.

import type { Command } from 'commander';
import { objectAddress } from '../../explain/figure-address.ts';
import { largerFirst } from '../../money/ore.ts';
import { changedPricesView, unitDifferencesView } from '../../reports/whatif/difference-views.ts';
import { differencesTitle } from '../../reports/whatif/differences-title.ts';
import { sayProblem } from '../../reports/whatif/say-problem.ts';
import { openCube } from '../../run/open-cube.ts';
import { withChanges } from '../../whatif/change-sheet.ts';
import { type Differences, differences } from '../../whatif/differences.ts';
import { groundOf } from '../../whatif/ground.ts';
import { type Question, readChanges } from '../../whatif/read/read-changes.ts';
import { drawSheet, type Sheet } from '../../whatif/sheet.ts';
import type { Language } from '../../words/language.ts';
import { sayWhatIf } from '../../words/whatif-texts.ts';
import { CliError, EXIT } from '../exit.ts';
import { faint, print, printFindings, printJson, printView, strong } from '../output.ts';
import {
  languageOf,
  type Options,
  optionsOf,
  refuse,
  requireModel,
  withDb,
  workspaceOf,
} from '../workspace-door.ts';

const ALSO = (value: string, before: readonly string[]): string[] => [...before, value];

export function addWhatIf(innsats: Command): void {
  innsats
    .command('whatif')
    .description('another growth, price, key or volume: what it would mean to prices and to every unit')
    .option(
      '--growth <nature=percent>',
      'growth of a nature: wages=5% (2026:wages=5% where there are several years)',
      ALSO,
      [],
    )
    .option('--price <service=kroner>', 'a price: home-nursing=930, nursing-home/dementia=3700', ALSO, [])
    .option(
      '--key <driver:name=figure>',
      'a key: fte:sjosiden=80, paid-time:sjosiden/home-nursing=+10%',
      ALSO,
      [],
    )
    .option(
      '--volume <service/unit=percent>',
      'what is paid for: home-nursing=+5%, home-nursing/innlandet=-3%',
      ALSO,
      [],
    )
    .action(async (_options: object, command: Command) => whatIf(optionsOf<Question>(command)));
}

async function whatIf(options: Options & Question): Promise<void> {
  const workspace = workspaceOf(options);
  const { model } = await requireModel(workspace);
  const language = languageOf(options, model);
  const opened = await withDb((db) => openCube({ workspace, model, db }));
  const { sheet: before, findings } = drawSheet(model, groundOf(model, opened));
  if (!before) refuse(sayWhatIf('refused', language), findings);
  const after = changedSheet(before, options, language);
  const found = differences(before, after);
  const { growth, price, key, volume } = options;
  if (options.json) printJson({ asked: { growth, price, key, volume }, ...found });
  else
    show(
      after,
      found,
      language,
      [growth, price, key, volume].some((asked) => asked.length > 0),
    );
}

/** @throws CliError naming all that cannot be tried, or what refuses the changed sheet. */
function changedSheet(before: Sheet, question: Question, language: Language): Sheet {
  const { changes, problems } = readChanges(before, question);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${sayProblem(problem, language)}`);
    throw new CliError([sayWhatIf('cannotTry', language), ...lines].join('\n'), EXIT.usage);
  }
  const { sheet, findings } = withChanges(before, changes);
  return sheet ?? refuse(sayWhatIf('refused', language), findings);
}

function show(after: Sheet, found: Differences, language: Language, isAsked: boolean): void {
  const { model } = after;
  const prices = changedPricesView(model, found, language);
  print(strong(differencesTitle(model, found, language)));
  if (prices.rows.length === 0) print(`\n${sayWhatIf('pricesSame', language)}`);
  printView(prices);
  printView(unitDifferencesView(model, found, language));
  if (found.findings.length > 0) print();
  printFindings(found.findings);
  print(faint(`\n${sayWhatIf('next', language)}: ${nextStep(after, found, isAsked)}`));
}

/**
 * What the largest service of the unit that is touched most is made of; where none is touched, how prices are made up,
 * and where nothing was asked, a change to try.
 */
function nextStep({ costs }: Sheet, { units }: Differences, isAsked: boolean): string {
  const touched = units.find(({ earned, cost }) => earned.differenceOre !== 0n || cost.differenceOre !== 0n);
  const [largest] = costs.objects
    .filter(({ unit, parts }) => unit === touched?.unit && parts > 0n)
    .sort((a, b) => largerFirst(a.amountOre, b.amountOre));
  if (largest) return `innsats explain unit-cost:${objectAddress(largest)}`;
  return isAsked ? 'innsats prices' : 'innsats whatif --growth wages=5%';
}
