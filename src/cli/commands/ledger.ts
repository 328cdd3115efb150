// innsats ledger: what the ledger holds, by function, responsibility or article, in named cost concepts.

import { type Command, InvalidArgumentError } from 'commander';
import { isRefused } from '../../findings/finding.ts';
import { conceptsFor } from '../../model/concepts-for.ts';
import type { Concept, Model } from '../../model/model.ts';
import { importSources } from '../../registers/import-sources.ts';
import { accountTotals } from '../../registers/read-totals.ts';
import { ledgerView } from '../../reports/ledger-view.ts';
import type { LedgerKind } from '../../tables/ledger.ts';
import { CliError } from '../exit.ts';
import { keyFor } from '../key-door.ts';
import { endProgress, printJson, printView, progressLine } from '../output.ts';
import { languageOf, optionsOf, refuse, requireModel, withDb, workspaceOf } from '../workspace-door.ts';

const BY = ['function', 'responsibility', 'article'] as const;
type By = (typeof BY)[number];
type LedgerOptions = {
  readonly by: By;
  readonly concept?: string;
  readonly function?: string;
  readonly budget?: true | 'original' | 'revised';
  readonly investments?: boolean;
  readonly thousand?: boolean;
};

const oneOf = (text: string): By => {
  const found = BY.find((choice) => choice === text);
  if (!found) throw new InvalidArgumentError(`Choose ${BY.join(', ')}.`);
  return found;
};

const budget = (text: string): 'original' | 'revised' => {
  if (text !== 'original' && text !== 'revised')
    throw new InvalidArgumentError('Choose original or revised.');
  return text;
};

const kindOf = ({ budget: which }: LedgerOptions): LedgerKind =>
  which === undefined ? 'actual' : which === 'revised' ? 'revised-budget' : 'budget';

export function addLedger(innsats: Command): void {
  innsats
    .command('ledger')
    .description('what the ledger holds, by function, responsibility or article, in named cost concepts')
    .option('--by <dimension>', BY.join(', '), oneOf, 'function')
    .option('--concept <names>', 'cost concepts, comma between; all that are valid in the year when absent')
    .option('--function <codes>', 'only these functions, comma between: 234,253,254,261')
    .option(
      '--budget [which]',
      'the budget instead of the accounts: original (when nothing is said) or revised',
      budget,
    )
    .option('--investments', 'the investment accounts instead of the operating ones')
    .option('--thousand', 'in thousand kroner')
    .action(async (_options: object, command: Command) => ledger(command));
}

async function ledger(command: Command): Promise<void> {
  const options = optionsOf<LedgerOptions>(command);
  const workspace = workspaceOf(options);
  const { model } = await requireModel(workspace);
  const key = await keyFor(model, workspace);
  const accounts = await withDb(async (db) => {
    const imported = await importSources({
      ...{ workspace, model, db },
      ...(key ? { key } : {}),
      progress: (file) => progressLine(`reading ${file} …`),
    });
    endProgress();
    const found = [...imported.findings, ...imported.notices];
    if (imported.refused)
      refuse(
        'The import was refused:',
        found.filter((finding) => isRefused([finding])),
      );
    return accountTotals(db, imported.register, {
      kind: kindOf(options),
      year: model.years.cost,
    });
  });
  const view = ledgerView({
    accounts,
    by: options.by,
    concepts: chosenConcepts(model, options.concept),
    functions: options.function?.split(/[,\s]+/).filter((code) => code !== ''),
    investments: options.investments === true,
    inThousands: options.thousand === true,
    year: model.years.cost,
    language: languageOf(options, model),
  });
  if (options.json) printJson(view.data);
  else printView(view.table);
}

function chosenConcepts(model: Model, names: string | undefined): readonly Concept[] {
  const known = conceptsFor(model);
  if (!names) return known;
  return names.split(',').map((name) => {
    const concept = known.find((candidate) => candidate.name.toLowerCase() === name.trim().toLowerCase());
    if (!concept) {
      throw new CliError(
        `There is no cost concept "${name.trim()}" for ${model.years.cost}: ${known.map((each) => each.name).join(', ')}.`,
      );
    }
    return concept;
  });
}
