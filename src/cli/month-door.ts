// What every command that follows a month begins with: the month meant, the model as of the finance year, the adopted
// prices, and the month's run.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { describeFinding, type Finding } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { readModel } from '../model/read-model.ts';
import { adoptedFor } from '../prices/adopted-for.ts';
import { type MonthResult, type MonthRun, runMonth } from '../run/month/run-month.ts';
import type { Workspace } from '../store/workspace.ts';
import { isDayText } from '../time/days.ts';
import { CliError, EXIT } from './exit.ts';
import { keyFor } from './key-door.ts';
import { endProgress, progressLine } from './output.ts';
import { type Options, refuse, requireModel, withDb, workspaceOf } from './workspace-door.ts';

/** A month of the finance year, such as 2026-04. */
export type MonthWanted = { readonly year: number; readonly month: number };

/** Reads "2026-04". @throws InvalidArgumentError for anything else. */
export function monthWanted(text: string): MonthWanted {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (!match) throw new InvalidArgumentError('Write the month as 2026-04.');
  return { year: Number(match[1]), month: Number(match[2]) };
}

/** A day such as 2026-05-12. @throws InvalidArgumentError for anything else. */
export function dayWanted(text: string): string {
  if (isDayText(text)) return text;
  throw new InvalidArgumentError('Write the day as 2026-05-12.');
}

export type Followed = {
  readonly workspace: Workspace;
  readonly model: Model;
  readonly outcome: MonthRun;
  readonly result: MonthResult;
};

/**
 * The models of a workspace that finances by activity: as of the cost year, and as of the finance year.
 * @throws CliError when it has no `financing:`, or the model is refused.
 */
export async function requireFinancing(options: Options) {
  const workspace = workspaceOf(options);
  const { model, findings } = await requireModel(workspace);
  if (!model.financing)
    throw new CliError(
      'The model has no "financing:", which says who holds the frame and what is paid for. See docs/model.md.',
      EXIT.refused,
    );
  const { year } = model.financing;
  const asOf = await readModel(workspace.modelFile, { asOf: year });
  if (!asOf.model) refuse(`The model was refused as of ${year}:`, asOf.findings);
  return { workspace, model, financeModel: asOf.model, findings: ofBothYears(findings, asOf.findings) };
}

/** What is told of the model as of the cost year, and what only the finance year has, such as a unit that changes in it. */
function ofBothYears(ofCostYear: readonly Finding[], ofFinanceYear: readonly Finding[]): Finding[] {
  const told = new Set(ofCostYear.map(describeFinding));
  return [...ofCostYear, ...ofFinanceYear.filter((finding) => !told.has(describeFinding(finding)))];
}

/** The files of prices/ by name. */
export function priceFiles({ pricesDir }: Workspace): ReadonlyMap<string, string> {
  const names = existsSync(pricesDir) ? readdirSync(pricesDir).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(join(pricesDir, name), 'utf8')]));
}

/** Runs a month, on disk or only to look at. @throws CliError with all that refused it. */
export async function follow(
  options: Options,
  { year, month }: MonthWanted,
  isOnlyLookedAt?: true,
): Promise<Followed> {
  const { workspace, model, financeModel, findings } = await requireFinancing(options);
  if (year !== financeModel.financing?.year)
    throw new CliError(
      `The model follows ${financeModel.financing?.year}, not ${year}: look at years: { finance: … }.`,
      EXIT.usage,
    );
  const { prices, findings: priceFindings } = adoptedFor(financeModel, priceFiles(workspace));
  const key = await keyFor(model, workspace);
  const outcome = await withDb((db) =>
    runMonth({
      ...{ workspace, model, financeModel, modelFindings: findings, prices, priceFindings, db, month },
      ...(key ? { key } : {}),
      ...(isOnlyLookedAt ? { isOnlyLookedAt } : {}),
      progress: (step) => progressLine(`${step} …`),
    }),
  );
  endProgress();
  if (!outcome.result) refuse(heading(outcome), outcome.findings);
  return { workspace, model, outcome, result: outcome.result };
}

const HEADINGS: { readonly [step in NonNullable<MonthRun['refusedBy']>]: string } = {
  accepted: 'accepted.yaml was refused:',
  import: 'The import was refused; the register in force is the one from before:',
  prices: 'There are no prices to finance by:',
  financing: 'The month was refused:',
};

const heading = ({ refusedBy = 'financing' }: MonthRun): string => HEADINGS[refusedBy];

/** Findings that a reader of the month has to see: all but notes. */
export const notable = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'note');
