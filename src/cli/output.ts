// What the commands print: results on standard output, progress and findings on standard error, JSON for machines.

import { styleText } from 'node:util';
import { drawTextTable } from '../charts/text-table.ts';
import { describeFinding, describePlace, type Finding, GRAVITY } from '../findings/finding.ts';
import { byKey } from '../money/apportion.ts';
import type { View } from '../reports/result-views.ts';
import { toJson } from '../run/identity.ts';

const isTerminal = (): boolean => process.stdout.isTTY === true && !process.env['NO_COLOR'];

/** Bold where the terminal can show it, plain text elsewhere. */
export const strong = (text: string): string => (isTerminal() ? styleText('bold', text) : text);
export const faint = (text: string): string => (isTerminal() ? styleText('dim', text) : text);

export const print = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

/** JSON with bigints as decimal text, so that no reader loses their last digits. */
export const printJson = (value: unknown): void => print(JSON.stringify(toJson(value), undefined, 2));

/** A captioned table no wider than the window (100 characters where there is none). */
export function printView({ caption, columns, rows }: View): void {
  if (rows.length === 0) return;
  const width = Math.max(80, Math.min(process.stdout.columns ?? 100, 140));
  print(`\n${strong(caption)}`);
  print(drawTextTable(columns, rows, width));
}

/** One line of progress on standard error, overwritten in a terminal; elsewhere a line for what is done. */
export function progressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
  else if (!/ \d?\d %/.test(text)) process.stderr.write(`${text}\n`);
}

/** Wipes the progress line of a terminal. */
export const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
};

const MARK = { error: '✗', warning: '!', note: '·' } as const;
const ACCEPTED_MARK = '✓';

/** Findings that are not accepted, the gravest first; of each rule at most `mostPerRule`, then how many more there are. */
export function printFindings(
  findings: readonly Finding[],
  mostPerRule = 5,
  write: (line: string) => void = print,
): void {
  const standing = findings.filter(({ accepted }) => !accepted);
  const sorted = standing.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || byKey(a.rule, b.rule));
  const shown = new Map<string, number>();
  for (const finding of sorted) {
    const count = (shown.get(finding.rule) ?? 0) + 1;
    shown.set(finding.rule, count);
    if (count > mostPerRule) continue;
    write(`${MARK[finding.severity]} ${describeFinding(finding)}`);
  }
  for (const [rule, count] of shown) {
    if (count > mostPerRule) write(`  … and ${count - mostPerRule} more of ${rule}`);
  }
}

/** Findings that are accepted, with when and why; of each rule at most `mostPerRule`. */
export function printAccepted(findings: readonly Finding[], mostPerRule = 5): void {
  const groups = Map.groupBy(
    findings.filter(({ accepted }) => accepted),
    ({ rule }) => rule,
  );
  for (const group of groups.values())
    for (const finding of group.slice(0, mostPerRule))
      print(
        faint(
          `${ACCEPTED_MARK} accepted ${finding.accepted?.date}, ${finding.accepted?.reason}: ${describePlace(finding.where)}: ${finding.message}`,
        ),
      );
}
