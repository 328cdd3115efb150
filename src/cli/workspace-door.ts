// What every command that works in a workspace begins with: its folder, its model, its language, an engine.

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Finding, isRefused } from '../findings/finding.ts';
import type { Model } from '../model/model.ts';
import { readModel } from '../model/read-model.ts';
import { variantOf } from '../model/variant.ts';
import { suggestName } from '../model/yaml/nearest-name.ts';
import { Db } from '../store/db.ts';
import { openWorkspace, type Workspace } from '../store/workspace.ts';
import { LANGUAGES, type Language } from '../words/language.ts';
import { CliError, EXIT } from './exit.ts';
import { printFindings } from './output.ts';

export type Options = { readonly workspace: string; readonly json?: boolean; readonly lang?: string };

/** The options of the command and of innsats itself, together. */
export const optionsOf = <More extends object = object>(command: Command): Options & More =>
  command.optsWithGlobals<Options & More>();

/** The folder that holds the work. @throws WorkspaceError when there is none. */
export const workspaceOf = (options: Options): Workspace => openWorkspace(resolve(options.workspace));

/** The language asked for, else the municipality's. @throws CliError for one that Innsats does not speak. */
export function languageOf(options: Options, model?: Model): Language {
  if (!options.lang) return model?.municipality.language ?? 'en';
  const language = LANGUAGES.find((candidate) => candidate === options.lang);
  if (!language)
    throw new CliError(`There is no language "${options.lang}": choose ${LANGUAGES.join(', ')}.`);
  return language;
}

/** The model, or an end with all that is wrong with it on standard error. */
export async function requireModel(
  workspace: Workspace,
): Promise<{ model: Model; findings: readonly Finding[] }> {
  const { model, findings } = await readModel(workspace.modelFile);
  if (model && !isRefused(findings)) return { model, findings };
  refuse('The model was refused:', findings);
}

/** The model with the price rules of a funding model that is tried out. @throws CliError where there is none such. */
export function tried(model: Model, name: string | undefined): Model {
  if (name === undefined) return model;
  const names = (model.financing?.models ?? []).map((one) => one.name);
  if (names.includes(name)) return variantOf(model, name);
  const remedy = names.length > 0 ? suggestName(name, names) : 'There is no "financing:" in the model.';
  throw new CliError(`No funding model "${name}". ${remedy}`, EXIT.usage);
}

/** Ends the command with the findings that refused it. */
export function refuse(heading: string, findings: readonly Finding[]): never {
  process.stderr.write(`${heading}\n`);
  printFindings(findings, 20, (line) => process.stderr.write(`${line}\n`));
  throw new CliError('Nothing was changed.', EXIT.refused);
}

/** Runs `work` with an engine that is closed afterwards. */
export async function withDb<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await Db.open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
