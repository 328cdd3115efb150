// The languages that people read Innsats in.

/** Norwegian bokmål, Swedish, Danish, English. */
export type Language = 'nb' | 'sv' | 'da' | 'en';
export const LANGUAGES: readonly Language[] = ['nb', 'sv', 'da', 'en'];

/** A text per language; `pickText` falls back to any that exists. */
export type Texts = { readonly [language in Language]?: string };
