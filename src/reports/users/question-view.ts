// What was asked of units before their users were costed, by who answers for it, with the mark to sign by.

import { left, right } from '../../charts/text-table.ts';
import type { Model } from '../../model/model.ts';
import { formatRate } from '../../money/amount-text.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { UsersRun } from '../../run/users/users-of-run.ts';
import type { AskedQuestion } from '../../tables/users.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/report-texts.ts';
import { sayOfUsers } from '../../words/user-texts.ts';
import { serviceAndLevel, unitName, type View } from '../result-views.ts';
import { rateText } from './figures.ts';

const INDENT = '\u2003';

/** By who answers for the figures: a line with the name, and the questions below it. */
export function questionsView(model: Model, { questions }: UsersRun, language: Language): View {
  const people = [...Map.groupBy(questions, ({ responsible }) => responsible)];
  return {
    caption: sayOfUsers('questions', language),
    columns: [
      left(`${sayOfUsers('responsible', language)} · ${say('unit', language).toLowerCase()}`),
      left(sayOfUsers('question', language)),
      right(say('unitCost', language)),
      right(sayOfUsers('expected', language)),
      { title: sayOfUsers('mark', language), keep: true },
      { title: sayOfUsers('signed', language), keep: true },
    ],
    rows: people.flatMap(([name, asked]) => [
      [name || sayOfUsers('nobodyResponsible', language), '', '', '', '', ''],
      ...asked.map((question) => [
        `${INDENT}${unitName(model, question.unit)} · ${serviceAndLevel(model, question, language)}`,
        sayOfUsers(question.kind, language),
        rateText(question.unitCost, language),
        expectedText(question, language),
        question.mark,
        question.signed ? `${question.signed.date} ${question.signed.by}` : '',
      ]),
    ]),
  };
}

/** "600–1 300", last year's unit cost, or nothing; in whole kroner. */
function expectedText({ expected }: AskedQuestion, language: Language): string {
  if (!expected) return '';
  const text = (rate: Fraction): string => formatRate(rate, { language, decimals: 0 });
  const [from, to] = [text(expected.from), text(expected.to)];
  return from === to ? from : `${from}–${to}`;
}
