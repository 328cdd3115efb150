// innsats explain: any figure of the last run, back towards its rows, by origin, or forward to where it ended.

import { basename } from 'node:path';
import type { Command } from 'commander';
import { explainFigure, FIGURES, type View } from '../../explain/explain-figure.ts';
import { type ExplainLevel, type ExplainLine, UnknownFigure } from '../../explain/level.ts';
import { explainMonthFigure, isMonthFigure, MONTH_FIGURES } from '../../explain/month/month-figures.ts';
import { explainTerms, termFigure } from '../../explain/month/month-terms.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { fraction, toDecimal } from '../../money/fraction.ts';
import { latestMonth, latestRun } from '../../run/latest-run.ts';
import type { Language } from '../../words/language.ts';
import { CliError } from '../exit.ts';
import { follow, monthWanted } from '../month-door.ts';
import { faint, print, printJson, printView, strong } from '../output.ts';
import { languageOf, type Options, optionsOf, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

type ExplainOptions = {
  readonly byOrigin?: boolean;
  readonly forward?: boolean;
  readonly run?: string;
  readonly month?: string;
};

export function addExplain(innsats: Command): void {
  innsats
    .command('explain <figure>')
    .description('how a figure came about: its next step, its origins, or where it went')
    .option('--by-origin', 'what each pool contributed to it')
    .option('--forward', 'where a pool, account, responsibility or node ended')
    .option('--run <id>', 'another run than the last')
    .option('--month <month>', 'of a followed month: another than the last, such as 2026-04')
    .addHelpText(
      'after',
      `\nFigures:\n${[...FIGURES, ...MONTH_FIGURES].map((figure) => `  ${figure}`).join('\n')}`,
    )
    .action(async (figure: string, _options: object, command: Command) => explain(figure, command));
}

async function explain(figure: string, command: Command): Promise<void> {
  const options = optionsOf<ExplainOptions>(command);
  const workspace = workspaceOf(options);
  const isOfMonth = isMonthFigure(figure);
  const runDir = isOfMonth ? latestMonth(workspace, options.month) : latestRun(workspace, options.run);
  const view: View = options.byOrigin ? 'origin' : options.forward ? 'forward' : 'next';
  const { model } = await requireModel(workspace);
  const language = languageOf(options, model);
  const term = termFigure(figure);
  const level = await known(() =>
    term
      ? explainLine(options, runDir, term, language)
      : withDb((db) => {
          const context = { db, runDir, registersDir: workspace.registersDir, language };
          return isOfMonth ? explainMonthFigure(context, figure) : explainFigure(context, figure, view);
        }),
  );
  if (options.json) printJson(level);
  else show(level, language);
}

/** @throws CliError where there is no such figure. */
async function known(explaining: () => Promise<ExplainLevel>): Promise<ExplainLevel> {
  try {
    return await explaining();
  } catch (error) {
    if (error instanceof UnknownFigure) throw new CliError(error.message);
    throw error;
  }
}

/** What a line of a variance is made of stands in no table: the month is found again, and told where it has changed. */
async function explainLine(
  options: Options,
  monthDir: string,
  term: NonNullable<ReturnType<typeof termFigure>>,
  language: Language,
): Promise<ExplainLevel> {
  const name = basename(monthDir);
  const { result } = await follow(options, monthWanted(name.slice(0, 7)), true);
  if (!name.endsWith(result.id))
    print(faint(`Files or model have changed since ${name}; this is what they give now.`));
  return explainTerms(term, result.year, result.model, language);
}

function show(level: ExplainLevel, language: Language): void {
  const isVolume = /^(volume|quantity):/.test(level.figure);
  const amount = (value: bigint): string =>
    isVolume ? toDecimal(fraction(value), 0) : formatAmount(value, { language });
  print(strong(level.title));
  print(level.rule);
  const { lines } = level;
  const cells = (line: ExplainLine): string[] => [
    line.label,
    amount(line.amountOre),
    ...(lines.some(({ detail }) => detail) ? [line.detail ?? ''] : []),
    ...(lines.some(({ figure }) => figure) ? [line.figure ?? ''] : []),
  ];
  printView({
    caption: level.figure,
    columns: [
      { title: '' },
      { title: isVolume ? 'parts' : 'kr', align: 'right' },
      ...(lines.some(({ detail }) => detail) ? [{ title: '' }] : []),
      ...(lines.some(({ figure }) => figure) ? [{ title: 'explain next', keep: true }] : []),
    ],
    rows: [...lines.map(cells), 'rule' as const, cells({ label: '', amountOre: level.totalOre })],
  });
  const next = level.lines.find((line) => line.figure)?.figure;
  if (next) print(faint(`\nNext: innsats explain "${next}"`));
}
