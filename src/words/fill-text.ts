// A text with values put in.

import type { Language } from './language.ts';

/** A text in all four languages. */
export type EveryLanguage = { readonly [language in Language]: string };

/** "{unit} spent {amount}" with its {name}s replaced by `values`; a name without a value stays as it is. */
export const fillText = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
