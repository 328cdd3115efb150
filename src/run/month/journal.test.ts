// The journal sums to zero whatever units keep, give back, carry or are relieved of.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleModel } from '../../../test/import/sample-model.ts';
import type { Settlement } from '../../tables/financing.ts';
import { journal, journalText } from './journal.ts';

const settled = (unit: string, resultOre: bigint, staysOre: bigint): Settlement => ({
  ...{ unit, purchaser: 'office', carriedInOre: 0n, yearOre: resultOre, resultOre, financingOre: 0n },
  keptOre: resultOre >= 0n ? staysOre : 0n,
  returnedOre: resultOre >= 0n ? resultOre - staysOre : 0n,
  carriedOre: resultOre < 0n ? -staysOre : 0n,
  coveredOre: resultOre < 0n ? resultOre + staysOre : 0n,
});

const reserveOf = (all: readonly Settlement[]): bigint =>
  all.reduce((sum, { returnedOre, coveredOre }) => sum + returnedOre + coveredOre, 0n);

describe('journal', () => {
  it('sums to zero', () => {
    const results = fc.array(fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.nat({ max: 100 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(results, (all) => {
        const settlements = all.map(([resultOre, share], i) => {
          const size = resultOre < 0n ? -resultOre : resultOre;
          return settled(`u${i}`, resultOre, (size * BigInt(share)) / 100n);
        });
        const reserves = [{ purchaser: 'office', amountOre: reserveOf(settlements) }];
        const lines = journal(sampleModel({}), 2026, settlements, reserves);
        expect(lines.reduce((sum, { amountOre }) => sum + amountOre, 0n)).toBe(0n);
      }),
    );
  });

  it('stands as debit and credit', () => {
    const settlements = [settled('sjosiden', 30_000_050n, 15_000_025n)];
    const lines = journal(sampleModel({}), 2026, settlements, [
      { purchaser: 'office', amountOre: 15_000_025n },
    ]);
    expect(journalText(2026, lines)).toBe(`year;unit;responsibility;account;text;debit;credit
2026;sjosiden;;result;Result 2026 taken out;300000,50;
2026;sjosiden;;carried-forward;Result 2026 carried into 2027;;150000,25
2026;office;;reserve;Settlement 2026 of units;;150000,25
`);
  });
});
