// The texts of live re-costing in the four languages: what a change means to units, and why one cannot be tried. {name}
// stands for a value that the caller puts in.

import { fillText } from './fill-text.ts';
import type { Language } from './language.ts';

const TEXTS = {
  // ---- the finding, put together of up to three clauses
  earnsMore: {
    nb: '{unit} tjener {amount} mer i {year}',
    sv: '{unit} tjänar in {amount} mer {year}',
    da: '{unit} tjener {amount} mere i {year}',
    en: '{unit} earns {amount} more in {year}',
  },
  earnsLess: {
    nb: '{unit} tjener {amount} mindre i {year}',
    sv: '{unit} tjänar in {amount} mindre {year}',
    da: '{unit} tjener {amount} mindre i {year}',
    en: '{unit} earns {amount} less in {year}',
  },
  andMore: {
    nb: ', {unit} {amount} mer',
    sv: ', {unit} {amount} mer',
    da: ', {unit} {amount} mere',
    en: ', {unit} {amount} more',
  },
  andLess: {
    nb: ', {unit} {amount} mindre',
    sv: ', {unit} {amount} mindre',
    da: ', {unit} {amount} mindre',
    en: ', {unit} {amount} less',
  },
  allMore: {
    nb: '; alle til sammen {amount} mer',
    sv: '; alla tillsammans {amount} mer',
    da: '; alle tilsammen {amount} mere',
    en: '; all together {amount} more',
  },
  allLess: {
    nb: '; alle til sammen {amount} mindre',
    sv: '; alla tillsammans {amount} mindre',
    da: '; alle tilsammen {amount} mindre',
    en: '; all together {amount} less',
  },
  allSame: {
    nb: '; alle til sammen det samme',
    sv: '; alla tillsammans detsamma',
    da: '; alle tilsammen det samme',
    en: '; all together the same',
  },
  costsMore: {
    nb: '{unit} koster {amount} mer i {year}',
    sv: '{unit} kostar {amount} mer {year}',
    da: '{unit} koster {amount} mere i {year}',
    en: '{unit} costs {amount} more in {year}',
  },
  costsLess: {
    nb: '{unit} koster {amount} mindre i {year}',
    sv: '{unit} kostar {amount} mindre {year}',
    da: '{unit} koster {amount} mindre i {year}',
    en: '{unit} costs {amount} less in {year}',
  },
  noDifference: {
    nb: 'Ingen enhet tjener mer eller mindre',
    sv: 'Ingen enhet tjänar in mer eller mindre',
    da: 'Ingen enhed tjener mere eller mindre',
    en: 'No unit earns more or less',
  },

  // ---- tables
  prices: {
    nb: 'Finansieringspriser {year}, kr per måleenhet: de som blir andre',
    sv: 'Ersättningspriser {year}, kr per mått: de som blir andra',
    da: 'Finansieringstakster {year}, kr pr. måleenhed: dem, der bliver andre',
    en: 'Financing prices {year}, kr per measure: those that change',
  },
  pricesSame: {
    nb: 'Alle finansieringspriser er som før.',
    sv: 'Alla ersättningspriser är som förut.',
    da: 'Alle finansieringstakster er som før.',
    en: 'All financing prices are as before.',
  },
  units: {
    nb: 'Hva enhetene tjener i {year} på volumene fra {cost}',
    sv: 'Vad enheterna tjänar in {year} med volymerna från {cost}',
    da: 'Hvad enhederne tjener i {year} med mængderne fra {cost}',
    en: 'What the units earn in {year} on the volumes of {cost}',
  },
  before: { nb: 'Før', sv: 'Före', da: 'Før', en: 'Before' },
  after: { nb: 'Etter', sv: 'Efter', da: 'Efter', en: 'After' },
  difference: { nb: 'Forskjell', sv: 'Skillnad', da: 'Forskel', en: 'Difference' },
  costMoved: {
    nb: 'Kostnad {year} flyttet, kr',
    sv: 'Kostnad {year} flyttad, kr',
    da: 'Omkostning {year} flyttet, kr',
    en: 'Cost of {year} moved, kr',
  },
  stated: { nb: 'fastsatt', sv: 'fastställt', da: 'fastsat', en: 'stated' },
  unitsSame: {
    nb: '{n} som før',
    sv: '{n} som förut',
    da: '{n} som før',
    en: '{n} as before',
  },
  next: { nb: 'Neste', sv: 'Nästa', da: 'Næste', en: 'Next' },

  // ---- why something cannot be tried
  cannotTry: {
    nb: 'Dette kan ikke prøves:',
    sv: 'Det här kan inte prövas:',
    da: 'Dette kan ikke prøves:',
    en: 'This cannot be tried:',
  },
  refused: {
    nb: 'Med dette kommer det ingen priser ut:',
    sv: 'Med detta blir det inga priser:',
    da: 'Med dette kommer der ingen takster ud:',
    en: 'With this no prices come out:',
  },
  form: {
    nb: '"{text}" er ikke til å forstå. Skriv det som {example}.',
    sv: '"{text}" går inte att förstå. Skriv det som {example}.',
    da: '"{text}" er ikke til at forstå. Skriv det som {example}.',
    en: '"{text}" cannot be understood. Write it as {example}.',
  },
  year: {
    nb: 'Modellen har ingen vekst for "{name}".',
    sv: 'Modellen har ingen ökning för "{name}".',
    da: 'Modellen har ingen fremskrivning for "{name}".',
    en: 'The model has no growth for "{name}".',
  },
  nature: {
    nb: 'Ingen kostnadsart heter "{name}".',
    sv: 'Inget kostnadsslag heter "{name}".',
    da: 'Ingen omkostningsart hedder "{name}".',
    en: 'No nature is called "{name}".',
  },
  service: {
    nb: 'Ingen tjeneste med finansieringspris heter "{name}".',
    sv: 'Ingen insats med ersättningspris heter "{name}".',
    da: 'Ingen ydelse med finansieringstakst hedder "{name}".',
    en: 'No service with a financing price is called "{name}".',
  },
  level: {
    nb: '"{of}" har ikke nivået "{name}".',
    sv: '"{of}" har inte nivån "{name}".',
    da: '"{of}" har ikke niveauet "{name}".',
    en: '"{of}" does not have the level "{name}".',
  },
  driver: {
    nb: 'Ingen kostnadsdriver heter "{name}".',
    sv: 'Ingen kostnadsdrivare heter "{name}".',
    da: 'Ingen omkostningsdriver hedder "{name}".',
    en: 'No driver is called "{name}".',
  },
  entry: {
    nb: 'Kostnadsdriveren "{of}" sier ikke noe om "{name}".',
    sv: 'Kostnadsdrivaren "{of}" säger inget om "{name}".',
    da: 'Omkostningsdriveren "{of}" siger intet om "{name}".',
    en: 'The driver "{of}" says nothing of "{name}".',
  },
  place: {
    nb: 'Ingen tjeneste eller enhet med volum heter "{name}".',
    sv: 'Ingen insats eller enhet med volym heter "{name}".',
    da: 'Ingen ydelse eller enhed med mængde hedder "{name}".',
    en: 'No service or unit with a volume is called "{name}".',
  },
  several: {
    nb: '"{name}" er flere. Skriv en av dem.',
    sv: '"{name}" är flera. Skriv en av dem.',
    da: '"{name}" er flere. Skriv en af dem.',
    en: '"{name}" is several. Write one of them.',
  },
  notStated: {
    nb: 'Kostnadsdriveren "{driver}" er ikke oppgitt, men regnes ut av modellen. Endre det den regnes av.',
    sv: 'Kostnadsdrivaren "{driver}" anges inte utan räknas ut av modellen. Ändra det som den räknas ut av.',
    da: 'Omkostningsdriveren "{driver}" er ikke oplyst, men regnes ud af modellen. Ret det, den regnes ud af.',
    en: 'The driver "{driver}" is not stated but computed by the model. Change what it is computed from.',
  },
  share: {
    nb: 'Andelen til "{name}" i "{driver}" må være fra 0 % til 100 %.',
    sv: 'Andelen för "{name}" i "{driver}" måste vara från 0 % till 100 %.',
    da: 'Andelen til "{name}" i "{driver}" skal være fra 0 % til 100 %.',
    en: 'The share of "{name}" in "{driver}" must be from 0% to 100%.',
  },
  onlyShare: {
    nb: 'I "{driver}" har bare "{name}" en andel: det er ingen å gi resten til.',
    sv: 'I "{driver}" har bara "{name}" en andel: det finns ingen att ge resten till.',
    da: 'I "{driver}" har kun "{name}" en andel: der er ingen at give resten til.',
    en: 'In "{driver}" only "{name}" has a share: there is no one to give the rest to.',
  },
  didYouMean: {
    nb: 'Mente du "{nearest}"?',
    sv: 'Menade du "{nearest}"?',
    da: 'Mente du "{nearest}"?',
    en: 'Did you mean "{nearest}"?',
  },
  known: { nb: 'Kjente: {names}.', sv: 'Kända: {names}.', da: 'Kendte: {names}.', en: 'Known: {names}.' },
  andMoreNames: {
    nb: '{names} og {n} til',
    sv: '{names} och {n} till',
    da: '{names} og {n} til',
    en: '{names} and {n} more',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type WhatIfText = keyof typeof TEXTS;

/** The text in a language, with {name}s replaced by `values`. */
export const sayWhatIf = (
  key: WhatIfText,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => fillText(TEXTS[key][language], values);
