// The texts of the director's page, in the four languages.

import type { EveryLanguage } from './fill-text.ts';

export const DIRECTOR_TEXTS = {
  directorOver: {
    nb: 'Enhetene brukte {amount} mer enn de tjente. {answered} av {all} ledere med merforbruk har svart.',
    sv: 'Enheterna använde {amount} mer än de tjänade in. {answered} av {all} chefer med överskridande har svarat.',
    da: 'Enhederne brugte {amount} mere, end de tjente. {answered} af {all} ledere med merforbrug har svaret.',
    en: 'The units spent {amount} more than they earned. {answered} of {all} leaders who overspent have answered.',
  },
  directorUnder: {
    nb: 'Enhetene brukte {amount} mindre enn de tjente. {answered} av {all} ledere med merforbruk har svart.',
    sv: 'Enheterna använde {amount} mindre än de tjänade in. {answered} av {all} chefer med överskridande har svarat.',
    da: 'Enhederne brugte {amount} mindre, end de tjente. {answered} af {all} ledere med merforbrug har svaret.',
    en: 'The units spent {amount} less than they earned. {answered} of {all} leaders who overspent have answered.',
  },
  directorLargest: {
    nb: 'Størst: {list}.',
    sv: 'Störst: {list}.',
    da: 'Størst: {list}.',
    en: 'Largest: {list}.',
  },
  unitsOfDirector: {
    nb: 'Enhetene: drift, bemanning og svar, hittil, tusen kr',
    sv: 'Enheterna: drift, bemanning och svar, hittills, tkr',
    da: 'Enhederne: drift, bemanding og svar, hidtil, tusind kr',
    en: 'The units: how they were run, staffing and answers, so far, thousand kroner',
  },
  shareOfEarned: { nb: 'av tjent', sv: 'av intjänat', da: 'af tjent', en: 'of earned' },
  carriedEquivalents: {
    nb: 'Årsverk båret',
    sv: 'Årsarbetare burna',
    da: 'Årsværk båret',
    en: 'FTE carried',
  },
  usedEquivalents: { nb: 'brukt', sv: 'använda', da: 'brugt', en: 'used' },
  withUsers: { nb: 'Hos bruker', sv: 'Hos brukare', da: 'Hos bruger', en: 'With users' },
  answer: { nb: 'Svar', sv: 'Svar', da: 'Svar', en: 'Answer' },
  missing: { nb: 'mangler', sv: 'saknas', da: 'mangler', en: 'missing' },
  deadlineShort: { nb: 'Frist', sv: 'Senast', da: 'Frist', en: 'Deadline' },
  status: { nb: 'Status', sv: 'Status', da: 'Status', en: 'Status' },
  answers: {
    nb: 'Hva lederne svarer',
    sv: 'Vad cheferna svarar',
    da: 'Hvad lederne svarer',
    en: 'What the leaders answer',
  },
} as const satisfies Readonly<Record<string, EveryLanguage>>;
