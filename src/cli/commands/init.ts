// innsats init: from a KOSTRA accounting file and a table of yearly volumes to a workspace with a first model.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { text as ask, isCancel } from '@clack/prompts';
import type { Command } from 'commander';
import { kostraFunction } from '../../model/codes/kostra-functions.ts';
import { readVolumes, type VolumesTable } from '../../model/propose/read-volumes.ts';
import { proposeModel } from '../../model/propose-model.ts';
import { type KostraSurvey, surveyKostra } from '../../registers/ledger/survey-kostra.ts';
import { CliError, EXIT } from '../exit.ts';
import { print, strong } from '../output.ts';
import { optionsOf, refuse } from '../workspace-door.ts';

type InitOptions = { readonly ledger?: string; readonly volumes?: string };

const EXAMPLE = 'innsats init --ledger 0A_2025.dat --volumes volumes.csv';
const IGNORED =
  '# As delivered, archived and derived: not for version control.\ndata/\nregisters/\n.innsats/\n';

export function addInit(innsats: Command): void {
  innsats
    .command('init')
    .description(
      'make this folder a workspace: a first model from a KOSTRA file and a table of yearly volumes',
    )
    .option('--ledger <file>', 'a KOSTRA accounting file (any form 0A–0Y)')
    .option('--volumes <file>', 'a table with the columns service;measure;quantity;functions')
    .addHelpText(
      'after',
      `\nExample:\n  ${EXAMPLE}\n\nWithout --volumes a table to fill in is written, with every function of the ledger.`,
    )
    .action(async (_options: object, command: Command) => init(command));
}

async function init(command: Command): Promise<void> {
  const options = optionsOf<InitOptions>(command);
  const dir = resolve(options.workspace);
  if (existsSync(join(dir, 'innsats.yaml'))) {
    throw new CliError(
      `${join(options.workspace, 'innsats.yaml')} is there already. Change it, or run "innsats check".`,
      EXIT.refused,
    );
  }
  const ledgerFile = resolve(options.ledger ?? (await askFor('Which KOSTRA accounting file?', '--ledger')));
  const survey = surveyOf(ledgerFile);
  mkdirSync(join(dir, 'data'), { recursive: true });
  if (!options.volumes && !process.stdin.isTTY) return writeVolumesTemplate(dir, ledgerFile, survey);
  const volumesFile = resolve(
    options.volumes ??
      (await askFor('Which table of yearly volumes? (service;measure;quantity;functions)', '--volumes')),
  );
  const volumes = volumesOf(volumesFile);
  const model = proposeModel({
    region: survey.region,
    year: survey.year,
    ledgerFiles: [bringIn(dir, ledgerFile)],
    volumesFile: bringIn(dir, volumesFile),
    columns: volumes.columns,
    decimal: volumes.decimal,
    functions: survey.functions,
    volumes: volumes.rows,
  });
  writeFileSync(join(dir, 'innsats.yaml'), model);
  if (!existsSync(join(dir, '.gitignore'))) writeFileSync(join(dir, '.gitignore'), IGNORED);
  const at = dir === process.cwd() ? '' : ` -C ${relative(process.cwd(), dir)}`;
  print(
    strong(
      `A first model for region ${survey.region}, ${survey.year}: ${volumes.rows.length} service${volumes.rows.length === 1 ? '' : 's'}, ${survey.functions.length} functions in the ledger.`,
    ),
  );
  print(`It is in ${join(options.workspace, 'innsats.yaml')}: read it, change what you know better.`);
  print(`\nNext: innsats${at} check  ·  innsats${at} run`);
}

async function askFor(message: string, option: string): Promise<string> {
  if (!process.stdin.isTTY) throw new CliError(`${option} is missing. For example: ${EXAMPLE}`);
  const answer = await ask({
    message,
    validate: (file) => (file && existsSync(file) ? undefined : 'There is no such file.'),
  });
  if (isCancel(answer)) throw new CliError('Nothing was made.', EXIT.usage);
  return answer;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CliError(`There is no file ${relative(process.cwd(), file)} that can be read.`, EXIT.outside);
  }
}

function surveyOf(file: string): KostraSurvey {
  const survey = surveyKostra(read(file).toString('latin1'));
  if (survey) return survey;
  throw new CliError(
    `${relative(process.cwd(), file)} is no KOSTRA accounting file: its records have 48 characters and begin with a form such as 0A. For a ledger in another form, begin from the demonstration: innsats generate <folder>.`,
    EXIT.refused,
  );
}

function volumesOf(file: string): VolumesTable {
  const volumes = readVolumes(read(file), basename(file));
  return 'findings' in volumes ? refuse('The table of volumes cannot be used:', volumes.findings) : volumes;
}

/** The path of the file relative to the workspace; a file from elsewhere is copied into data/. */
function bringIn(dir: string, file: string): string {
  const inside = relative(dir, file);
  if (!inside.startsWith('..') && !inside.startsWith(sep)) return inside.split(sep).join('/');
  copyFileSync(file, join(dir, 'data', basename(file)));
  return `data/${basename(file)}`;
}

function writeVolumesTemplate(dir: string, ledgerFile: string, survey: KostraSurvey): void {
  const file = join(dir, 'data', 'volumes.csv');
  if (!existsSync(file)) {
    const rows = survey.functions.map(
      ({ function: code }) => `${kostraFunction(code)?.name || `function ${code}`};;;${code}`,
    );
    writeFileSync(file, `service;measure;quantity;functions\n${rows.join('\n')}\n`);
  }
  const shown = relative(process.cwd(), file);
  print(`${shown} has a row for each of the ${survey.functions.length} functions in the ledger.`);
  print(
    'Keep the rows of what you want to cost, put functions of one service together (253 261), and fill in measure and quantity.',
  );
  print(`\nNext: innsats init --ledger ${relative(process.cwd(), ledgerFile)} --volumes ${shown}`);
}
