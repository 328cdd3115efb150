// Changes as people write them, read against the sheet that they are of: "wages=5%", "home-nursing=930",
// "fte:sjosiden=80", "home-nursing/innlandet=+5%".

import { type Change, changedModel } from '../change.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Sheet } from '../sheet.ts';
import { readGrowth } from './read-growth.ts';
import { readKey } from './read-key.ts';
import { readPrice } from './read-price.ts';
import { readVolume } from './read-volume.ts';

/** The texts of each option, in the order in which they were given. */
export type Question = {
  readonly growth: readonly string[];
  readonly price: readonly string[];
  readonly key: readonly string[];
  readonly volume: readonly string[];
};

/** All changes of a question, and all that cannot be made of it. A later key sees what an earlier one did. */
export function readChanges(
  sheet: Sheet,
  question: Question,
): { readonly changes: readonly Change[]; readonly problems: readonly Problem[] } {
  const changes: Change[] = [];
  const problems: Problem[] = [];
  let { model } = sheet;
  const take = (read: Change | Problem): void => {
    if (isProblem(read)) problems.push(read);
    else {
      changes.push(read);
      model = changedModel(model, read);
    }
  };
  for (const text of question.growth) take(readGrowth(sheet, text));
  for (const text of question.key) take(readKey(model, text));
  for (const text of question.volume) take(readVolume(sheet, text));
  for (const text of question.price) take(readPrice(sheet, text));
  return { changes, problems };
}
