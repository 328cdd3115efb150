// Accruals as sentences.

import type { Accrual } from '../accrual.ts';
import { describeCodes } from '../match-code.ts';
import { capital, sayId } from './say-names.ts';

/** "Sick pay refund (articles 710) counts 3 months before it is posted; over the year nothing changes." */
export function describeAccrual({ name, articles, rule, source }: Accrual): string {
  const told = source === undefined ? '' : ` (source: ${source})`;
  return `${capital(sayId(name))}: articles ${describeCodes(articles)} count ${sayMonths(rule)}; over the year nothing changes${told}.`;
}

function sayMonths(rule: Accrual['rule']): string {
  if (rule.kind === 'lag')
    return `${rule.months === 1 ? 'a month' : `${rule.months} months`} before they are posted`;
  const on = rule.earnedOn ? `as articles ${describeCodes(rule.earnedOn)} are posted` : 'alike in all';
  return `in the months in which they are earned, ${on}`;
}
