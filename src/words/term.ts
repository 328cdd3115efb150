// A concept of the field: one English word, and what it is called where the figures come from.

import type { Language } from './language.ts';

export type Term = { readonly [language in Language]: string } & { readonly meaning: string };
