import { describe, expect, it } from 'vitest';
import { activityModel } from '../../test/financing/plain-year.ts';
import { exact } from '../../test/support/hand-made-model.ts';
import { fraction, toDecimal } from '../money/fraction.ts';
import { limiter, transitionOf } from './limits.ts';

const kroner = (amounts: readonly number[]) => amounts.map((amount) => fraction(BigInt(amount)));

describe('floor and ceiling hold for the year so far', () => {
  it.each<[string, { floor?: string; ceiling?: string }, number[], number[], string[]]>([
    ['within them nothing changes', { floor: '95 %', ceiling: '105 %' }, [100, 98], [100, 100], ['0', '0']],
    ['above the ceiling it is cut', { ceiling: '105 %' }, [110], [100], ['-5']],
    ['what was cut comes back', { ceiling: '105 %' }, [110, 95], [100, 100], ['-5', '5']],
    ['and is cut further', { ceiling: '105 %' }, [110, 110], [100, 100], ['-5', '-5']],
    ['below the floor it is filled', { floor: '95 %' }, [90, 90], [100, 100], ['5', '5']],
    ['and the filling is given back', { floor: '95 %' }, [90, 105], [100, 100], ['5', '-5']],
    ['no budget, no limit', {}, [500], [0], ['0']],
  ])('%s', (_, { floor, ceiling }, earned, voted, expected) => {
    const rules = activityModel('m', [], {
      ...(floor ? { floor: exact(floor) } : {}),
      ...(ceiling ? { ceiling: exact(ceiling) } : {}),
    });
    const limit = limiter(rules, true);
    const held = kroner(voted);
    expect(kroner(earned).map((amount, i) => toDecimal(limit(amount, held[i]!), 0))).toEqual(expected);
  });

  it('nothing is limited where no volume is budgeted', () => {
    const limit = limiter(activityModel('m', [], { ceiling: exact('105 %') }), false);
    expect(limit(fraction(500n), fraction(0n)).num).toBe(0n);
  });
});

describe('transition', () => {
  it.each<[string, string | undefined, number, bigint | undefined, string]>([
    ['half of it', '50 %', 110, 100n, '-5'],
    ['all of it', '100 %', 110, 100n, '0'],
    ['none of it', '0 %', 110, 100n, '-10'],
    ['no frame to come from', '50 %', 110, undefined, '0'],
    ['no transition', undefined, 110, 100n, '0'],
  ])('%s', (_, share, earned, frame, expected) => {
    const rules = activityModel('m', [], share === undefined ? {} : { transition: exact(share) });
    expect(toDecimal(transitionOf(rules, fraction(BigInt(earned)), frame), 0)).toBe(expected);
  });
});
