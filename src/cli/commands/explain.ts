// innsats explain: any figure of the last run, back towards its rows, by origin, or forward to where it ended.

import type { Command } from 'commander';
import { explainFigure, FIGURES, type View } from '../../explain/explain-figure.ts';
import { type ExplainLevel, UnknownFigure } from '../../explain/level.ts';
import { explainMonthFigure, isMonthFigure, MONTH_FIGURES } from '../../explain/month/month-figures.ts';
import { formatAmount } from '../../money/amount-text.ts';
import { fraction, toDecimal } from '../../money/fraction.ts';
import { latestMonth, latestRun } from '../../run/latest-run.ts';
import type { Language } from '../../words/language.ts';
import { CliError } from '../exit.ts';
import { faint, print, printJson, printView, strong } from '../output.ts';
import { languageOf, optionsOf, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

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
  const level = await withDb(async (db) => {
    try {
      const context = { db, runDir, registersDir: workspace.registersDir, language };
      return await (isOfMonth ? explainMonthFigure(context, figure) : explainFigure(context, figure, view));
    } catch (error) {
      if (error instanceof UnknownFigure) throw new CliError(error.message);
      throw error;
    }
  });
  if (options.json) printJson(level);
  else show(level, language);
}

function show(level: ExplainLevel, language: Language): void {
  const isVolume = /^(volume|quantity):/.test(level.figure);
  const amount = (value: bigint): string =>
    isVolume ? toDecimal(fraction(value), 0) : formatAmount(value, { language });
  print(strong(level.title));
  print(level.rule);
  printView({
    caption: level.figure,
    columns: [
      { title: '' },
      { title: isVolume ? 'parts' : 'kr', align: 'right' },
      { title: '' },
      { title: 'explain next', keep: true },
    ],
    rows: [
      ...level.lines.map((line) => [
        line.label,
        amount(line.amountOre),
        line.detail ?? '',
        line.figure ?? '',
      ]),
      'rule' as const,
      ['', amount(level.totalOre), '', ''],
    ],
  });
  const next = level.lines.find((line) => line.figure)?.figure;
  if (next) print(faint(`\nNext: innsats explain "${next}"`));
}
