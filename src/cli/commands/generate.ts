// innsats generate: writes the demonstration municipality, to any size.

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { generateFjordvik } from '../../demo/generate-fjordvik.ts';
import { endProgress, print, progressLine } from '../output.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
};

export function addGenerate(innsats: Command): void {
  innsats
    .command('generate <folder>')
    .description('write the demonstration municipality Fjordvik: ledger, activity, units and model for 2025')
    .option('--seed <number>', 'the same seed gives the same bytes', wholeNumber, 9901)
    .option('--scale <number>', 'how many times as many rows', wholeNumber, 1)
    .action(async (folder: string, { seed, scale }: { seed: number; scale: number }) => {
      await generateFjordvik(resolve(folder), {
        seed,
        scale,
        progress: (file) => progressLine(`writing ${file} …`),
      });
      endProgress();
      print(`Fjordvik kommune (9901), 2025, is in ${folder}. Next: innsats -C ${folder} run`);
    });
}
