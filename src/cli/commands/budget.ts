// innsats budget: the budget that follows from adopted prices and budgeted volumes, by unit and month, with a file for
// the financial system.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { proposeBudget } from '../../financing/propose-budget.ts';
import { isRefused } from '../../findings/finding.ts';
import { adoptedFor } from '../../prices/adopted-for.ts';
import { budgetView } from '../../reports/financing/budget-view.ts';
import { proposalText } from '../../run/month/proposal-text.ts';
import { CliError, EXIT } from '../exit.ts';
import { priceFiles, requireFinancing } from '../month-door.ts';
import { faint, print, printJson, printView } from '../output.ts';
import { languageOf, type Options, optionsOf, refuse } from '../workspace-door.ts';

export function addBudget(innsats: Command): void {
  innsats
    .command('budget')
    .description('what adopted prices and budgeted volumes come to, by unit and month, with a file to import')
    .action(async (_options: object, command: Command) => budget(optionsOf(command)));
}

/** Proposes the finance year's budget. @throws CliError where no volumes are budgeted. */
export async function budget(options: Options): Promise<void> {
  const { workspace, financeModel: model } = await requireFinancing(options);
  const { financing } = model;
  if (!financing || financing.volumes.length === 0)
    throw new CliError(
      'The model has no budgeted volumes. Name a table under financing: volumes: { table: data/budget-volumes.csv }.',
      EXIT.refused,
    );
  const { prices, findings } = adoptedFor(model, priceFiles(workspace));
  if (isRefused(findings)) refuse('There are no prices to budget by:', findings);
  const proposal = proposeBudget(model, prices);
  const folder = join(workspace.dir, 'budgets');
  const file = join(folder, `${financing.year}-proposed.csv`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, proposalText(model, proposal.lines));
  if (options.json) return printJson({ ...proposal, file });
  printView(budgetView(model, proposal, languageOf(options, model)));
  for (const { unit, service, level } of proposal.unpriced)
    print(`! ${[unit, service, level].filter(Boolean).join(' · ')} is budgeted and has no adopted price.`);
  print(`\nBy unit, service and month, for the financial system: ${relative(process.cwd(), file)}`);
  print(faint('Next: import it as the budget, and name it under sources: with kind: budget.'));
}
