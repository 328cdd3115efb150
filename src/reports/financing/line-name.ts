// What a line of a variance is called, by whether it cost money or left money over.

import type { ActivityLine, EfficiencyLine } from '../../tables/financing.ts';
import { ACTIVITY_LINE_TEXTS, type LineTexts } from '../../words/activity-lines.ts';
import { EFFICIENCY_LINE_TEXTS } from '../../words/efficiency-lines.ts';
import { fillText } from '../../words/fill-text.ts';
import { sayFinancing } from '../../words/financing-texts.ts';
import type { Language } from '../../words/language.ts';
import { monthName } from '../../words/months.ts';
import type { Since } from './since.ts';

export type Variance = 'activity' | 'efficiency';
/** A line with its amount in øre, and the variance that it belongs to. */
export type NamedLine =
  | { readonly variance: 'activity'; readonly line: ActivityLine; readonly amountOre: bigint }
  | { readonly variance: 'efficiency'; readonly line: EfficiencyLine; readonly amountOre: bigint };

type BothWays = { readonly less: LineTexts; readonly more: LineTexts };
const ACTIVITY: Readonly<Record<ActivityLine, BothWays>> = ACTIVITY_LINE_TEXTS;
const EFFICIENCY: Readonly<Record<EfficiencyLine, BothWays>> = EFFICIENCY_LINE_TEXTS;

function textsOf(line: NamedLine): LineTexts {
  const both = line.variance === 'activity' ? ACTIVITY[line.line] : EFFICIENCY[line.line];
  return line.amountOre < 0n ? both.less : both.more;
}

/** "more users", "dearer hours"; with a positive amount "fewer users", "cheaper hours". */
export const lineLabel = (line: NamedLine, language: Language): string => textsOf(line).label[language];

/** "hours became dearer from May" */
export function lineCause(line: NamedLine, since: Since | undefined, language: Language): string {
  const month = since ? monthName(since.month, language) : '';
  const when = since ? sayFinancing(since.isThisMonthOnly ? 'inMonth' : 'since', language, { month }) : '';
  return fillText(textsOf(line).cause[language], { since: when });
}
