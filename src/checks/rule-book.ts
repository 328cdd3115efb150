// The rule book: every rule over the register, in the order in which findings are told. docs/rule-book.md is written
// from it.

import type { Rule } from './rule.ts';
import { activityWithoutCost } from './rules/activity-without-cost.ts';
import { costWithoutActivity } from './rules/cost-without-activity.ts';
import { deliveredAboveGranted } from './rules/delivered-above-granted.ts';
import { deliveredWithoutGrant } from './rules/delivered-without-grant.ts';
import { grantedNotDelivered } from './rules/granted-not-delivered.ts';
import { monthsNotDelivered } from './rules/months-not-delivered.ts';
import { repeatedBetweenFiles } from './rules/repeated-between-files.ts';
import { repeatedRecords } from './rules/repeated-records.ts';
import { responsibilityWithoutUnit } from './rules/responsibility-without-unit.ts';
import { tooManyDays } from './rules/too-many-days.ts';
import { tooManyHoursADay } from './rules/too-many-hours-a-day.ts';
import { turnedSign } from './rules/turned-sign.ts';

/** Rules about persons first, then about records, months and money. */
export const RULE_BOOK: readonly Rule[] = [
  tooManyDays,
  tooManyHoursADay,
  deliveredWithoutGrant,
  grantedNotDelivered,
  deliveredAboveGranted,
  repeatedRecords,
  repeatedBetweenFiles,
  monthsNotDelivered,
  costWithoutActivity,
  activityWithoutCost,
  turnedSign,
  responsibilityWithoutUnit,
];

/** The rule book as a page, in Markdown. */
export function ruleBookPage(): string {
  const rules = RULE_BOOK.map(
    ({ name, severity, title, about }) => `## ${title}\n\n\`${name}\` · ${severity}\n\n${about}\n`,
  );
  return `# Rule book

What is asked of the register between import and costing, in this order. A *warning* stands beside what it touches and
gives \`innsats check\` the exit code 1; a *note* is worth knowing. The readers have rules of their own, about single rows
and files: they are told of while a file is read. Written from \`src/checks/rule-book.ts\` by \`npm run rule-book\`.

What is right all the same is accepted in \`accepted.yaml\`, beside \`innsats.yaml\`: a list of findings by rule and place (as
the findings table shows it; \`*\` stands for any text), with a reason and a date. They are still counted and shown, and
neither refuse nor set exit codes. An entry that matches nothing any more is told of.

\`\`\`yaml
- { rule: checks/too-many-days, place: "data/delivered-2025-stays.csv*", reason: moved between homes in May, date: 2026-02-14 }
- { rule: checks/activity-without-cost, place: "*day-centre", reason: wages of July were booked in August, date: 2026-02-14 }
\`\`\`

${rules.join('\n')}`;
}
