// Accruals in the model: what they become, how they are told, what is refused.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const read = (accruals: string) => readModel(writeSample(`${SAMPLE_MODEL}accruals:\n  ${accruals}\n`));

describe('accruals in the model', () => {
  it('are read in their order and told in sentences', async () => {
    const { model, findings } = await read(
      [
        'holiday-pay: { articles: 015, by: month-earned, earned-on: [010-014, 030], source: payroll rules 2025 }',
        'supplements: { articles: 020-029, lag: 1 month }',
        'sick-pay-refund: { articles: 710, lag: 3 months }',
        'other: { articles: 09*, by: month-earned }',
      ].join('\n  '),
    );
    expect(findings).toEqual([]);
    expect(model?.accruals).toMatchObject([
      { name: 'holiday-pay', articles: [{ from: '015', to: '015' }], rule: { kind: 'month-earned' } },
      { name: 'supplements', rule: { kind: 'lag', months: 1 } },
      { name: 'sick-pay-refund', rule: { kind: 'lag', months: 3 } },
      { name: 'other', rule: { kind: 'month-earned' } },
    ]);
    expect(describeModel(model!).slice(-4)).toEqual([
      'Holiday pay: articles 015 count in the months in which they are earned, as articles 010-014, 030 are posted; over the year nothing changes (source: payroll rules 2025).',
      'Supplements: articles 020-029 count a month before they are posted; over the year nothing changes.',
      'Sick pay refund: articles 710 count 3 months before they are posted; over the year nothing changes.',
      'Other: articles 09* count in the months in which they are earned, alike in all; over the year nothing changes.',
    ]);
  });

  it('a model without them has none', async () => {
    const { model } = await readModel(writeSample(SAMPLE_MODEL));
    expect(model && 'accruals' in model).toBe(false);
  });

  it.each<[string, string, string]>([
    ['no articles', 'a: { lag: 1 month }', '"articles" is missing'],
    ['no month', 'a: { articles: 710 }', '"by" is missing'],
    ['both', 'a: { articles: 710, by: month-earned, lag: 1 month }', 'found both'],
    [
      'a lag without its unit',
      'a: { articles: 710, lag: 3 }',
      'expected a number of months from 1 to 11, such as 1 month, found "3"',
    ],
    ['a lag of weeks', 'a: { articles: 710, lag: 3 weeks }', 'found "3 weeks"'],
    ['no lag at all', 'a: { articles: 710, lag: 0 months }', 'found "0 months"'],
    ['a lag of a year', 'a: { articles: 710, lag: 12 months }', 'found "12 months"'],
    ['another month', 'a: { articles: 710, by: month-paid }', 'expected one of month-earned'],
    [
      'wages for a lag',
      'a: { articles: 710, lag: 1 month, earned-on: 010 }',
      '"earned-on" tells what each month earned',
    ],
    ['wrong codes', 'a: { articles: 1-20, lag: 1 month }', 'expected codes such as'],
    ['wrong wages', 'a: { articles: 710, by: month-earned, earned-on: x- }', 'expected codes such as'],
    ['no map', 'a: 3', 'expected an accrual (key: value)'],
  ])('refuses %s', async (_, accrual, message) => {
    const { model, findings } = await read(accrual);
    expect(model).toBeUndefined();
    expect(findings.map(describeFinding).join('\n')).toContain(message);
  });
});
