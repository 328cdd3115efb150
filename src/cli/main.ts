// The command line: one door to everything, with no rules inside. Commands live one to a file.

import { existsSync, readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ClosingRefused } from '../run/month/close-month.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import { addBudget } from './commands/budget.ts';
import { addCheck } from './commands/check.ts';
import { addClose } from './commands/close.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate.ts';
import { addInit } from './commands/init.ts';
import { addLedger } from './commands/ledger.ts';
import { addPrices } from './commands/prices.ts';
import { addRun } from './commands/run.ts';
import { addSettle } from './commands/settle.ts';
import { addUsers } from './commands/users.ts';
import { addVerify } from './commands/verify.ts';
import { addWhatIf } from './commands/whatif.ts';
import { CliError, EXIT } from './exit.ts';
import { endProgress } from './output.ts';

const EXIT_CODES = `
Exit codes: 0 done · 1 needs attention (a certificate that does not hold, a price refused, a check that warns) · 2 the
command was not understood · 3 the model or the data was refused, nothing was changed · 4 the disk or a key · 70 a fault in Innsats`;

/** The version that package.json states, from the sources as from the compiled program. */
function version(): string {
  const near = ['../../package.json', '../../../package.json'].map((path) => new URL(path, import.meta.url));
  const file = near.find((url) => existsSync(url));
  return file ? String((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version) : 'unknown';
}

function program(): Command {
  const innsats = new Command('innsats')
    .description('What each thing a municipality does costs, for whom, and whose choice made the bill grow.')
    .version(version(), '-V, --version')
    .option('-C, --workspace <folder>', 'the workspace: the folder that holds innsats.yaml', '.')
    .option('--json', 'results as JSON on standard output')
    .option('--lang <language>', 'nb, sv, da or en (the municipality’s own when absent)')
    .showHelpAfterError('(innsats --help lists the commands)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  for (const add of [
    addInit,
    addCheck,
    addLedger,
    addRun,
    addPrices,
    addBudget,
    addClose,
    addSettle,
    addExplain,
    addWhatIf,
    addUsers,
    addVerify,
    addGenerate,
  ])
    add(innsats);
  return innsats;
}

/** Runs the command of `argv` (as process.argv) and sets the exit code. A user's mistake gets a message, not a stack. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', leaveQuietly);
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    endProgress();
    process.exitCode = report(error);
  }
}

/** Who reads the output has had enough (`innsats … | head`): that is no fault. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof CliError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof ClosingRefused) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.refused;
  }
  if (error instanceof WorkspaceError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.outside;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`A fault in Innsats, not in your data. Please report it with this text:\n${stack}\n`);
  return EXIT.fault;
}
