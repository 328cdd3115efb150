// The sentences that a model is read back as.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../test/support/sample-model.ts';
import { describeModel } from './describe-model.ts';
import { readModel } from './read-model.ts';

async function sentences(text = SAMPLE_MODEL, amounts?: ReadonlyMap<string, bigint>): Promise<string[]> {
  const { model, findings } = await readModel(writeSample(text));
  if (!model) throw new Error(JSON.stringify(findings));
  return describeModel(model, amounts && { pool: amounts });
}

describe('a model read back', () => {
  it('says the pool of the design, with its amount', async () => {
    const found = await sentences(
      SAMPLE_MODEL,
      new Map([
        ['cars', 530_000_000n],
        ['day', -1_250_000n],
      ]),
    );
    expect(found).toContain(
      'Cars (5.3 mio.) go to Innlandet home care and Sjøsiden home care by kilometres; the providers answer for them.',
    );
    expect(found).toContain(
      'Day (−12,500 kr) goes to day centre in equal parts; the providers answer for it.',
    );
  });

  it('says everything, in the order in which money flows', async () => {
    expect(await sentences()).toEqual([
      'Fjordvik kommune (9901), Norway: the costs of 2025 give the prices of 2026.',
      'The ledger is read from data/ledger-2025-*.csv, a table in kroner, income negative; the account string is responsibility 4, function 3, article 3, own 1 and object 3 characters; it must sum to 434,551,000.00 kr.',
      'Delivered activity is read from data/delivered-2025-*.csv, in minutes; it must sum to 130,000.',
      '6 units: 3 that provide services, 2 that support them and 1 that grant or purchase.',
      'Services: home nursing (per hour), nursing home (per day) and practical assistance (per hour).',
      'Open to all, without unit cost: day centre.',
      'Levels of nursing home weigh ordinary 1.00 and dementia 1.18 (source: staffing norm 2025).',
      'Support units close in the order IT and Kitchen (step-down); delivered volumes share and divide cost.',
      'Cars go to Innlandet home care and Sjøsiden home care by kilometres; the providers answer for them.',
      'Refunds follow care wages; the providers answer for them.',
      'Care wages go to the unit’s own services by paid time; the providers answer for them.',
      'Patrol goes to home nursing and practical assistance by it use, paid as base grant; the providers answer for it.',
      'Visits go to the unit’s own activities (travel) in equal parts; the providers answer for them.',
      'Kitchen goes to the unit that has booked it, to be passed on; central management answers for it.',
      'IT goes to IT; central management answers for it.',
      'User fees are not in the price; the purchaser answers for them.',
      'State leaves the municipality: the state.',
      'Finance is not costed: financing transactions.',
      'Day goes to day centre in equal parts; the providers answer for it.',
      'What no pool above takes is parked: not yet placed.',
      'Kitchen passes its cost on to Sjøsiden home care and Solvang nursing home by portions.',
      'IT passes its cost on to Innlandet home care, Kitchen, Sjøsiden home care and Solvang nursing home by fte.',
      'All provider units pass their cost on to their own services by paid time.',
      'The activity travel at Innlandet home care and Sjøsiden home care passes its cost on to the unit’s own services in equal parts.',
      'Driver fte: the column "fte" of the units (source: staff register 2025).',
      'Driver portions: 2 rows of data/portions.csv (source: kitchen 2025).',
      'Driver kilometres: Sjøsiden home care 38 % and Innlandet home care 62 % (source: mileage 2025).',
      'Driver it use: the amount of care wages at each unit; negative quantities count as zero.',
      'Driver paid time: volume × minutes: home nursing 60 per hour, practical assistance 60 per hour and nursing home ordinary 290 / dementia 342 per day; capacity 244.5 minutes over 6 units, the rest is unused (source: time study 2025).',
      'Growth to 2026: wages 4.2 %, goods 3 % and all else 3 % (source: national budget 2026).',
      'Prices of 2026 are rounded to 10 øre.',
      'The supplement travel pays 131 kr more per measure of home nursing and practical assistance at Innlandet home care.',
      'Unused capacity is paid to the unit as base grant.',
      'When the actual price is above the forecast, 100 % of the difference is paid; when below, 0 % is claimed back (source: contract 2025).',
      'A month of granted hours counts as 4 weeks (source: KPR).',
    ]);
  });

  it.each([
    [
      'method: { step-down: [it, kitchen] }',
      'method: direct',
      'Support units pass cost on to others than support units only (direct); delivered volumes share and divide cost.',
    ],
    [
      'to: [solvang, sjosiden]',
      'to: [providers, support]',
      'Kitchen passes its cost on to all provider and support units by portions.',
    ],
    [
      'to: [solvang, sjosiden]',
      'to: everyone',
      'Kitchen passes its cost on to all provider units by portions.',
    ],
    [
      'driver: it-use, to: [home-nursing, practical-assistance]',
      'driver: volumes, to: care-at-home',
      'Patrol goes to home nursing and practical assistance by volume, paid as base grant; the providers answer for it.',
    ],
    [
      'capacity: { column: fte }',
      'capacity: 700000',
      'Driver paid time: volume × minutes: home nursing 60 per hour, practical assistance 60 per hour and nursing home ordinary 290 / dementia 342 per day; capacity 700,000 minutes, the rest is unused (source: time study 2025).',
    ],
    ['unused: unit', 'unused: purchaser', 'Unused capacity stays with the purchaser.'],
    ['round-to: 10 øre', 'round-to: 5 kr', 'Prices of 2026 are rounded to 5 kr.'],
    [
      'kind: delivered\n',
      'kind: volumes\n',
      'Delivered volumes are read from data/delivered-2025-*.csv, in minutes; it must sum to 130,000.',
    ],
    [
      '- finance: { function: 800-899, not-costed: financing transactions }',
      '- finance: { function: 800-899, park: to be looked at }',
      'Finance is parked: to be looked at.',
    ],
  ])('%s → %s', async (from, to, expected) => {
    expect(SAMPLE_MODEL).toContain(from);
    expect(await sentences(SAMPLE_MODEL.replace(from, to))).toContain(expected);
  });
});
