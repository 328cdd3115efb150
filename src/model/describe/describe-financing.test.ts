// Financing read back as sentences.

import { describe, expect, it } from 'vitest';
import { financedModel, SAMPLE_FINANCING, writeFinanced } from '../../../test/support/sample-financing.ts';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';
import { describeFinancing } from './describe-financing.ts';

async function modelOf(financing: string) {
  const file = writeFinanced(financedModel(financing));
  const { model, findings } = await readModel(file);
  if (!model) throw new Error(JSON.stringify(findings));
  return model;
}

describe('financing read back', () => {
  it('says everything, in the order in which it is worked out', async () => {
    const model = await modelOf(SAMPLE_FINANCING);
    expect(describeFinancing(model)).toEqual([
      'The purchaser holds the frame of 2026: what is budgeted at those who provide; it falls on months by calendar days.',
      'From July the frame of Sjøsiden home care is 500,000 kr higher (source: council 42/26).',
      'From September the frame of Innlandet home care is 120,001 kr lower (source: council 61/26).',
      'Budgeted for 2026: volumes of home nursing, practical assistance and nursing home at 2 units (source: council budget 2026).',
      'In force is Activity-based: Innlandet home care and Sjøsiden home care are paid for what is both granted and delivered, person by person and month by month from January; Solvang nursing home is paid for what is both granted and delivered, person by person and month by month from July; others have their frame. Of an absence from nursing home the first 14 days are paid. An empty place of nursing home is paid 80 % of the price. Over the year so far at least 95 % and at most 105 % of what the budgeted volume would earn is paid. In 2026 50 % of this counts, and 50 % of the frame beside it.',
      'Tried out beside it is average: all provider units (3 units) are paid for what is delivered from January; others have their frame. Its prices are its own, with base grant for cars and patrol and no supplements.',
      'Tried out beside it is frame only: what is voted is what is given.',
      'A unit’s paid hours of the cost year are divided over its services by paid time; a full-time equivalent is 1,750 paid hours a year; what is spent is wages (wages), income (sales and refunds), fixed cost (capital) and goods (the rest).',
      'Home care: home nursing and practical assistance are looked at together when volume and mix are parted.',
      'Growth to 2026 came out at wages 4.6 % and goods 3.2 % (source: statistics 2026).',
      'Of a surplus a unit keeps 50 %, at most 3 % of what it earned; of a deficit it carries 100 %, at most 2 % (source: council 12/26).',
      'Carried in from before: Sjøsiden home care a deficit of 120,000 kr.',
    ]);
    expect(describeModel(model)[0]).toBe(
      'Fjordvik kommune (9901), Norway: the costs of 2025 give the prices of 2026, and 2026 is followed month by month.',
    );
    expect(describeModel(model).slice(-12)).toEqual(describeFinancing(model));
  });

  it.each<[string, string, string]>([
    [
      'held-by: purchaser',
      'held-by: unit',
      'Every unit holds its own frame of 2026: what is budgeted at those who provide; it falls on months by calendar days.',
    ],
    [
      '    from: budget',
      '    from: volumes',
      'The purchaser holds the frame of 2026: price × budgeted volume; it falls on months by calendar days.',
    ],
    [
      '    from: budget',
      '    from: revised-budget',
      'The purchaser holds the frame of 2026: what is budgeted, as revised, at those who provide; it falls on months by calendar days.',
    ],
    [
      'periodise: calendar-days',
      'periodise: last-year',
      'The purchaser holds the frame of 2026: what is budgeted at those who provide; it falls on months as the cost of the cost year did.',
    ],
    [
      'periodise: calendar-days',
      'periodise: twelfths',
      'The purchaser holds the frame of 2026: what is budgeted at those who provide; it falls on months in twelfths.',
    ],
    ['in-force: activity', 'in-force: frame-only', 'In force is frame only: what is voted is what is given.'],
    [
      '{ base: [patrol, cars], supplements: none }',
      '{ base: none, supplements: [travel] }',
      'Tried out beside it is average: all provider units (3 units) are paid for what is delivered from January; others have their frame. Its prices are its own, with no base grant and the supplements travel.',
    ],
    [
      'nursing-home: 14 days',
      'nursing-home: 1 day',
      'Of an absence from nursing home the first day is paid.',
    ],
    [
      '      floor: 95 %\n',
      '',
      'Over the year so far at most 105 % of what the budgeted volume would earn is paid.',
    ],
    [
      '  hours: paid-time\n  full-time: 1 750\n',
      '',
      'A unit’s paid hours of the cost year are divided over its services by wage cost; what is spent is wages (wages), income (sales and refunds), fixed cost (capital) and goods (the rest).',
    ],
    [
      SAMPLE_FINANCING.slice(SAMPLE_FINANCING.indexOf('  settlement:')),
      '',
      'Nothing of a year’s result is kept or carried by units.',
    ],
  ])('%j → %j', async (from, to, expected) => {
    expect(SAMPLE_FINANCING).toContain(from);
    const told = describeFinancing(await modelOf(SAMPLE_FINANCING.replace(from, to)));
    expect(told.some((line) => line.includes(expected))).toBe(true);
  });

  it('says nothing where nothing is financed', async () => {
    const { model } = await readModel(writeSample(SAMPLE_MODEL));
    expect(describeFinancing(model!)).toEqual([]);
  });
});
