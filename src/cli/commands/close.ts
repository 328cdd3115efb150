// innsats close and reopen: a month is preliminary until it is closed; a closed one is made again in the same bytes; a
// closed year is locked; what is reopened leaves a trace.

import { relative } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { holdsIdentity } from '../../registers/people/holds-identity.ts';
import { closeMonth, closeYear, reopen } from '../../run/month/close-month.ts';
import { monthText } from '../../time/month-text.ts';
import { CliError, EXIT } from '../exit.ts';
import { dayWanted, follow, monthWanted, notable, requireFinancing } from '../month-door.ts';
import { faint, print, printFindings, printJson } from '../output.ts';
import { type Options, optionsOf } from '../workspace-door.ts';

/** "2026-04", or "2026" for the whole year. */
type Closable = { readonly year: number; readonly month?: number };

function closable(text: string): Closable {
  if (/^\d{4}$/.test(text)) return { year: Number(text) };
  try {
    return monthWanted(text);
  } catch {
    throw new InvalidArgumentError('Write a month as 2026-04, or a year as 2026.');
  }
}

const today = (): string => new Date().toLocaleDateString('sv-SE');

export function addClose(innsats: Command): void {
  innsats
    .command('close')
    .description('close a month (2026-04), or lock a year whose months are closed (2026)')
    .argument('<period>', 'the month or year', closable)
    .option('--date <day>', 'the day of the closing; today when absent', dayWanted)
    .action(async (period: Closable, _options: object, command: Command) =>
      close(optionsOf<{ date?: string }>(command), period),
    );
  innsats
    .command('reopen')
    .description('open the month that was closed last, or a locked year; the closing is kept with the reason')
    .argument('<period>', 'the month or year', closable)
    .requiredOption('--reason <text>', 'why')
    .option('--date <day>', 'the day; today when absent', dayWanted)
    .action(async (period: Closable, _options: object, command: Command) =>
      open(optionsOf<{ reason: string; date?: string }>(command), period),
    );
}

/** Closes a month or a year, and says what was closed. */
export async function close(
  options: Options & { readonly date?: string },
  { year, month }: Closable,
): Promise<void> {
  const day = options.date ?? today();
  if (month === undefined) {
    const { workspace } = await requireFinancing(options);
    const file = closeYear(workspace, year, day);
    if (options.json) return printJson({ closed: String(year), file });
    return print(`${year} is closed and locked: ${relative(process.cwd(), file)}`);
  }
  const { workspace, outcome, result } = await follow(options, { year, month });
  const file = closeMonth(workspace, result, day);
  if (options.json) return printJson({ closed: monthText(year, month), run: result.id, file });
  printFindings(notable(outcome.findings), 3, (line) => process.stderr.write(`${line}\n`));
  print(`${monthText(year, month)} is closed: ${relative(process.cwd(), file)}`);
  print(faint('What is registered later shows as corrections. Keep closings/ under version control.'));
}

async function open(
  options: Options & { readonly reason: string; readonly date?: string },
  period: Closable,
): Promise<void> {
  const { workspace } = await requireFinancing(options);
  if (holdsIdentity(options.reason))
    throw new CliError(
      'The reason seems to hold an identity number. Say it without naming anyone.',
      EXIT.usage,
    );
  const file = reopen(workspace, period, { reopened: options.date ?? today(), reason: options.reason });
  if (options.json) return printJson({ reopened: period, file });
  const name = period.month === undefined ? String(period.year) : monthText(period.year, period.month);
  print(`${name} is open again. What it was closed with is kept: ${relative(process.cwd(), file)}`);
}
