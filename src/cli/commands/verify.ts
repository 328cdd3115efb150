// innsats verify: lets the independent checker, which shares no code with the program, go through a run.

import type { Command } from 'commander';
import { verifyRun } from '../../../verify/verify.ts';
import { latestMonth, latestRun } from '../../run/latest-run.ts';
import { EXIT } from '../exit.ts';
import { print, printJson, printView, strong } from '../output.ts';
import { type Options, optionsOf, workspaceOf } from '../workspace-door.ts';

export function addVerify(innsats: Command): void {
  innsats
    .command('verify')
    .description(
      'check a run’s certificate with a program of its own: sources, book, unit costs, prices; earned, variances; users',
    )
    .option('--run <id>', 'another run than the last')
    .option('--month <month>', 'a followed month, such as 2026-04')
    .action(async (_options: object, command: Command) => verify(optionsOf<Wanted>(command)));
}

type Wanted = { readonly run?: string; readonly month?: string };

/** Prints every check; exit code 1 when one fails. */
export async function verify(options: Options & Wanted): Promise<void> {
  const workspace = workspaceOf(options);
  const { run, month } = options;
  const runDir = month === undefined ? latestRun(workspace, run) : latestMonth(workspace, month);
  const { checks, failures } = await verifyRun(runDir, workspace.dir);
  if (options.json) printJson({ checks, failures });
  else {
    const failed = failures.length;
    print(
      strong(
        failed === 0
          ? `The certificate holds: ${checks.length} checks.`
          : `The certificate does not hold: ${failed} failures.`,
      ),
    );
    printView({
      caption: '',
      columns: [{ title: 'Check' }, { title: '' }, { title: 'What was compared' }],
      rows: checks.map(({ name, ok, detail }) => [name, ok ? '✓' : '✗', detail]),
    });
    for (const { table, key, message } of failures.slice(0, 20)) print(`✗ ${table}, ${key}: ${message}`);
  }
  if (failures.length > 0) process.exitCode = EXIT.attention;
}
