// What `users:` may say, and what is told of what it says wrongly.

import { describe, expect, it } from 'vitest';
import { SAMPLE_MODEL, writeSample } from '../../../test/support/sample-model.ts';
import { describeFinding } from '../../findings/finding.ts';
import { fraction } from '../../money/fraction.ts';
import { describeModel } from '../describe-model.ts';
import { readModel } from '../read-model.ts';

const read = (users: string) => readModel(writeSample(`${SAMPLE_MODEL}\nusers:\n${users}`));

const WHOLE = `
  need: { instrument: iplos, services: home-care, source: council 2025 }
  fees: [user-fees]
  sales: [state]
  expected: { home-care: { from: 600, to: 1 300,50 }, nursing-home: { from: 3000, to: 5000 } }
  jump: 10 %
  responsible: { sjosiden: Kari Vik, innlandet: Kari Vik, solvang: Per Lie }
  last-year: ../fjordvik-2024
  outliers: { limit: { home-care: 1 500 000, all: 3 000 000 } }
  combinations: [home-care]
  resource-intensive: { 2025: { threshold: 1 647 000, share: 80 %, under-age: 67, source: state budget } }
  accounts: { "5131": { functions: [253, 261], services: nursing-home } }
  inhabitants: { number: 20 000, source: SSB }
`.replace('to: 1 300,50', 'to: "1 300,50"');

describe('users:', () => {
  it('is read whole, in øre and with names spelled out', async () => {
    const { model, findings } = await read(WHOLE);
    expect(findings.filter(({ severity }) => severity === 'error').map(describeFinding)).toEqual([]);
    const users = model!.users!;
    expect(users.need!.services).toEqual(['home-nursing', 'practical-assistance']);
    expect(users.expected.map(({ service }) => service)).toEqual([
      'home-nursing',
      'practical-assistance',
      'nursing-home',
    ]);
    expect(users.expected[0]!.to).toEqual(fraction(130_050n));
    expect(users.jump).toEqual(fraction(1n, 10n));
    expect([...users.responsible.values()]).toEqual(['Kari Vik', 'Kari Vik', 'Per Lie']);
    expect(users.lastYear).toEqual({ file: '../fjordvik-2024' });
    expect(users.outliers).toEqual({
      kind: 'limit',
      limits: [
        { group: 'home-care', services: ['home-nursing', 'practical-assistance'], limitOre: 150_000_000n },
        { group: 'all', services: [], limitOre: 300_000_000n },
      ],
    });
    expect(users.grants[0]).toMatchObject({ year: 2025, thresholdOre: 164_700_000n, underAge: 67 });
    expect(users.inhabitants).toEqual({ number: 20_000n, source: 'SSB' });
  });

  it('is said back as sentences', async () => {
    const { model } = await read(WHOLE);
    expect(describeModel(model!).slice(-14)).toEqual([
      'Users of home nursing and practical assistance share the cost by quantity × need, as assessed by "iplos" (source: council 2025).',
      'What users pay (user fees) is shown beside their cost, never taken from it.',
      'Sales to others: state.',
      'A unit cost of home nursing is expected between 600 and 1,300.5 kr.',
      'A unit cost of practical assistance is expected between 600 and 1,300.5 kr.',
      'A unit cost of nursing home is expected between 3,000 and 5,000 kr.',
      'A unit cost that moves more than 10 % from last year is asked about.',
      'Kari Vik answers for the figures of Sjøsiden home care and Innlandet home care.',
      'Per Lie answers for the figures of Solvang nursing home.',
      'Outliers are users above 1,500,000 kr of home care and 3,000,000 kr in all.',
      'In combinations home nursing and practical assistance count as one, home care.',
      'Of 2025 the state pays 80 % of wages above 1,647,000 kr for users under 67 (source: state budget).',
      'Row 5131 of the national accounts is functions 253, 261, and the cost of nursing home.',
      '20,000 people lived here in 2025 (source: SSB).',
    ]);
  });

  it.each<[string, string]>([
    ['{ share: 5 % }', 'Outliers are the dearest 5 % among all users.'],
    ['{ share: 5 %, within: services }', 'Outliers are the dearest 5 % within each service.'],
    [
      '{ quartile: 1.5 }',
      'Outliers are users above the third quartile by 1.5 × the distance between the quartiles, among all users.',
    ],
    ['{ robust: 3.5 }', 'Outliers are users above the median by 3.5 robust deviations, among all users.'],
  ])('outliers %s', async (rule, sentence) => {
    const { model } = await read(`  outliers: ${rule}\n`);
    expect(describeModel(model!)).toContain(sentence);
  });

  it.each<[string, string]>([
    ['  outlier: { share: 5 % }', 'users has no key "outlier".'],
    ['  outliers: { share: 5 %, robust: 3 }', 'expected one of limit, share, quartile, robust'],
    ['  outliers: { share: 5 }', 'expected a percentage such as 4.2 %'],
    ['  outliers: { limit: { home-car: 5 } }', 'home-car'],
    [
      '  outliers: { limit: { home-care: 5 }, within: all }',
      'limits say themselves which services they are for',
    ],
    ['  need: { instrument: iplos, services: home-care }', '"source" is missing'],
    ['  fees: [user-fee]', 'no pool "user-fee"'],
    ['  expected: { nursing-home: { from: 5, to: 3 } }', 'expected from below to'],
    ['  expected: { nursing-home: { from: 5 } }', '"to" is missing'],
    ['  responsible: { sjosida: Kari }', 'no unit or group of units "sjosida"'],
    ['  combinations: [home-nursing]', 'no group of services "home-nursing"'],
    ['  resource-intensive: { next: { threshold: 5, share: 80 %, source: x } }', 'expected a year as key'],
    [
      '  resource-intensive: { 2025: { threshold: 5.555, share: 80 %, source: x } }',
      'kroner with at most two decimals',
    ],
    ['  accounts: { "5131": { functions: 5131 } }', '"services" is missing'],
    ['  inhabitants: { number: 3.5, source: x }', 'a whole number of inhabitants'],
    ['  inhabitants: many', 'expected one of people'],
    ['  jump: fast', 'expected a percentage'],
  ])('%s', async (users, message) => {
    const { findings } = await read(`${users}\n`);
    expect(findings.map(describeFinding).join('\n')).toContain(message);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    for (const { where } of findings) expect(where.line).toBeGreaterThan(0);
  });
});
