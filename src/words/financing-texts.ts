// The texts of activity-based financing in the four languages: pages of a unit, of the purchaser, of the council and
// of the shadow run, and the same in the terminal. {name} stands for a value that the caller puts in.

import { DIRECTOR_TEXTS } from './director-texts.ts';
import { type EveryLanguage, fillText } from './fill-text.ts';
import { FINDING_TEXTS } from './financing-finding-texts.ts';
import { PAGE_TEXTS } from './financing-page-texts.ts';
import { TABLE_TEXTS } from './financing-table-texts.ts';
import type { Language } from './language.ts';

const TEXTS = { ...DIRECTOR_TEXTS, ...FINDING_TEXTS, ...PAGE_TEXTS, ...TABLE_TEXTS };

export type FinancingTextKey = keyof typeof TEXTS;

/** All texts by key, in all languages. */
export const FINANCING_TEXTS: Readonly<Record<FinancingTextKey, EveryLanguage>> = TEXTS;

/** The text in a language, with {name}s replaced by `values`. */
export const sayFinancing = (
  key: FinancingTextKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => fillText(TEXTS[key][language], values);
