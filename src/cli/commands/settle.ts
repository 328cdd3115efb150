// innsats settle: what units keep of a year's result and carry of a deficit, by the rule that was voted; and the journal
// of it for the financial system.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { settlementView } from '../../reports/financing/settlement-view.ts';
import { journal, journalText } from '../../run/month/journal.ts';
import { CliError, EXIT } from '../exit.ts';
import { follow, requireFinancing } from '../month-door.ts';
import { faint, print, printJson, printView } from '../output.ts';
import { languageOf, type Options, optionsOf } from '../workspace-door.ts';

export function addSettle(innsats: Command): void {
  innsats
    .command('settle')
    .description('settle the finance year: what units keep and carry, and a journal for the financial system')
    .action(async (_options: object, command: Command) => settleYear(optionsOf(command)));
}

/** Settles the finance year from its December. @throws CliError where no rule is voted. */
export async function settleYear(options: Options): Promise<void> {
  const { financeModel } = await requireFinancing(options);
  const { financing } = financeModel;
  if (!financing?.settlement)
    throw new CliError(
      'The model has no rule of settlement (financing: settlement:), so nothing is settled until one is voted.',
      EXIT.refused,
    );
  const { workspace, result } = await follow(options, { year: financing.year, month: 12 });
  if (result.isClosed && result.settlements.length === 0)
    throw new CliError(
      `December was closed before the rule of settlement was in the model, so there is nothing to settle. Open it with "innsats reopen ${financing.year}-12 --reason <why>", and settle again.`,
      EXIT.refused,
    );
  const lines = journal(result.model, financing.year, result.settlements, result.reserves);
  const folder = join(workspace.dir, 'settlements');
  const file = join(folder, `${financing.year}-journal.csv`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, journalText(financing.year, lines));
  if (options.json) return printJson({ settlements: result.settlements, reserves: result.reserves, file });
  printView(settlementView(result, languageOf(options, result.model)));
  print(`\nJournal for the financial system, which sums to zero: ${relative(process.cwd(), file)}`);
  const isFinal = result.isClosed ? '' : 'December is not closed: the settlement is preliminary. ';
  print(faint(`${isFinal}Next: innsats explain settlement:${result.settlements[0]?.unit ?? ''}`));
}
