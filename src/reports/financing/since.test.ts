import { expect, it } from 'vitest';
import { sinceWhen } from './since.ts';

it.each<[string, number[], ReturnType<typeof sinceWhen>]>([
  [
    'from the month on which it became and stayed so',
    [0, -1, 0, 0, -9, -8, -9],
    { month: 5, isThisMonthOnly: false },
  ],
  ['in the last month alone', [0, -1, 1, 0, -9], { month: 5, isThisMonthOnly: true }],
  ['not told where it has been so all the time', [-5, -4, -6, -5], undefined],
  ['not told where it has passed', [-9, -9, -9, 0], undefined],
  [
    'a month in between that was half as bad does not break it',
    [0, 0, -9, -5, -9],
    { month: 3, isThisMonthOnly: false },
  ],
  [
    'a month in between that was not against breaks it',
    [0, -9, -9, 2, -9, -9],
    { month: 5, isThisMonthOnly: false },
  ],
  ['the same for what is left over', [0, 0, 0, 7, 8], { month: 4, isThisMonthOnly: false }],
  ['nothing where months cancel out', [-5, 5], undefined],
  ['nothing of a first month', [-5], undefined],
  ['nothing of no months', [], undefined],
])('%s: %j', (_, months, since) => {
  expect(sinceWhen(months.map((amount) => BigInt(amount)))).toEqual(since);
});
