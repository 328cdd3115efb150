// What an import changed (or would change), before anything else is shown.

import { type Change, describeChange } from '../registers/changes.ts';
import type { Language } from '../words/language.ts';
import { print } from './output.ts';

const MOST = 12;

/** One line a file: new, corrected, gone, with the difference in rows and kroner. */
export function printChanges(changes: readonly Change[], language: Language): void {
  for (const change of changes.slice(0, MOST)) print(describeChange(change, language));
  if (changes.length > MOST) print(`… and ${changes.length - MOST} more files`);
  if (changes.length > 0) print();
}
