// innsats generate: writes the demonstration municipality, to any size.

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LEDGER_FORMATS, type LedgerFormat, TABLE_FORMATS, type TableFormat } from '../../demo/formats.ts';
import { generateFjordvik } from '../../demo/generate-fjordvik.ts';
import { CliError } from '../exit.ts';
import { endProgress, print, progressLine } from '../output.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

/** A scale: "2", or "0.05" for a twentieth. */
const positiveNumber = (text: string): number => {
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text) || Number(text) <= 0)
    throw new InvalidArgumentError(
      'It must be a number above 0 with at most four decimals, such as 2 or 0.05.',
    );
  return Number(text);
};

export function addGenerate(innsats: Command): void {
  innsats
    .command('generate <folder>')
    .description(
      'write the demonstration municipality Fjordvik: ledger, activity, units and model for 2025 and 2026',
    )
    .option('--seed <number>', 'the same seed gives the same bytes', wholeNumber, 9901)
    .option('--scale <number>', 'how many times as many rows', positiveNumber, 1)
    .addOption(new Option('--ledger <format>', 'form of the ledger').choices(LEDGER_FORMATS).default('csv'))
    .addOption(new Option('--activity <format>', 'form of the activity registers').choices(TABLE_FORMATS))
    .addHelpText('after', `\n${KOSTRA_NOTE}`)
    .action(generate);
}

type GenerateOptions = {
  readonly seed: number;
  readonly scale: number;
  readonly ledger: LedgerFormat;
  readonly activity?: TableFormat;
};

const KOSTRA_NOTE =
  'KOSTRA has neither responsibilities, units, months nor single kroner: with --ledger kostra comes the model that "innsats init" proposes, and no activity by person. All other forms give the same unit costs and prices.';

async function generate(folder: string, options: GenerateOptions): Promise<void> {
  const { ledger, activity } = options;
  if (ledger === 'kostra' && activity !== undefined)
    throw new CliError(`Leave out --activity. ${KOSTRA_NOTE}`);
  await generateFjordvik(resolve(folder), {
    ...options,
    progress: (file) => progressLine(`writing ${file} …`),
  });
  endProgress();
  if (ledger === 'kostra') print(KOSTRA_NOTE);
  print(`Fjordvik kommune (9901), 2025 and 2026, is in ${folder}. Next: innsats -C ${folder} run`);
}
