// The original budget of 2026 as the council voted it: kroner of the year by account, and the volumes that it is meant
// to pay for.

import { byKey } from '../money/apportion.ts';
import { number } from './fjordvik-drivers.ts';
import { amountText } from './fjordvik-ledger.ts';
import { budgetPlan } from './fjordvik-ledger-plan.ts';

/** data/budget-2026.csv: a row an account, for the whole year. */
export function* budgetRows(scale: number): Generator<string> {
  yield 'Ansvar;Funksjon;Art;Egen;Objekt;År;Budsjett';
  const sums = new Map<string, bigint>();
  for (const { responsibility, function: code, article, own, object, amountOre } of budgetPlan(scale)) {
    const account = [responsibility, code, article, own, object].join(';');
    sums.set(account, (sums.get(account) ?? 0n) + amountOre);
  }
  for (const [account, sum] of [...sums].sort(([a], [b]) => byKey(a, b)))
    yield `${account};2026;${amountText(sum, false)}`;
}

// Days by level are those of 2025; home care's hours are 303, 212, 181 and 121 users at the hours each had.
const VOLUMES = `
  sjosiden            | home-nursing         |            | 303 | 55600
  sjosiden            | practical-assistance |            | 212 | 29300
  innlandet           | home-nursing         |            | 181 | 31200
  innlandet           | practical-assistance |            | 121 | 15100
  solvang             | nursing-home         | ordinary   | 43  | 15700
  solvang             | nursing-home         | dementia   | 16  | 5800
  solvang             | nursing-home         | reinforced | 4   | 1330
  fjordglott          | nursing-home         | ordinary   | 33  | 11950
  fjordglott          | nursing-home         | dementia   | 16  | 5860
  fjordglott          | nursing-home         | reinforced | 2   | 690
  bakkehaugen         | nursing-home         | ordinary   | 19  | 7080
  bakkehaugen         | nursing-home         | dementia   | 15  | 5440
  bakkehaugen         | nursing-home         | reinforced | 5   | 1720
  group-homes         | group-home           |            | 36  | 13140
  bought-places       | bought-place         |            | 2   | 730
  day-centre          | day-activity         |            | 60  | 8800
  alarm-team          | safety-alarm         |            | 625 | 7500
  assistance-provider | personal-assistance  |            | 24  | 47500`;

/** data/budget-volumes-2026.csv: how much the frames are meant to pay for, and for how many users on average. */
export const budgetVolumeRows = (scale: number): readonly string[] => [
  'unit;service;level;users;quantity',
  ...VOLUMES.trim()
    .split('\n')
    .map((line) => {
      const [unit, service, level, users, quantity] = line.split('|').map((cell) => cell.trim());
      return [unit, service, level, number(Number(users), scale), number(Number(quantity), scale)].join(';');
    }),
];
