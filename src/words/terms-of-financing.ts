// The words for how units are financed: funding models, what is paid for, and what happens to a year's result.

import type { Term } from './term.ts';

/** In the order of the glossary page. */
export const TERMS_OF_FINANCING: readonly Term[] = [
  {
    en: 'finance year',
    nb: 'finansieringsår',
    sv: 'finansieringsår',
    da: 'finansieringsår',
    meaning: 'the year that is followed month by month, paid by its own prices',
  },
  {
    en: 'funding model',
    nb: 'finansieringsmodell',
    sv: 'ersättningsmodell',
    da: 'finansieringsmodel',
    meaning: 'how units are given their money: what is paid for, to whom, within which limits',
  },
  {
    en: 'shadow run',
    nb: 'skyggeberegning',
    sv: 'skuggberäkning',
    da: 'skyggeberegning',
    meaning: 'what funding models that are not in force would have paid for the same activity',
  },
  {
    en: 'profile',
    nb: 'periodiseringsnøkkel',
    sv: 'periodiseringsnyckel',
    da: 'periodiseringsnøgle',
    meaning: 'how a year’s amount falls on its months',
  },
  {
    en: 'budgeted volume',
    nb: 'budsjettert mengde',
    sv: 'budgeterad volym',
    da: 'budgetteret mængde',
    meaning: 'what is to be done in the finance year, and for how many users',
  },
  {
    en: 'paid quantity',
    nb: 'finansiert mengde',
    sv: 'ersatt volym',
    da: 'finansieret mængde',
    meaning:
      'what the price is multiplied by: what is granted, delivered or the lesser of them, with paid absence and empty places',
  },
  {
    en: 'paid absence',
    nb: 'betalt fravær',
    sv: 'betald frånvaro',
    da: 'betalt fravær',
    meaning: 'days away that a funding model pays as if the person had been there',
  },
  {
    en: 'empty place',
    nb: 'ledig plass',
    sv: 'tom plats',
    da: 'ledig plads',
    meaning: 'a place-day that nobody used',
  },
  {
    en: 'floor, ceiling',
    nb: 'gulv, tak',
    sv: 'golv, tak',
    da: 'gulv, loft',
    meaning: 'the least and the most that is earned, as shares of what the budgeted volume would earn',
  },
  {
    en: 'transition',
    nb: 'overgangsordning',
    sv: 'övergångsordning',
    da: 'overgangsordning',
    meaning: 'the years in which a part of what is earned counts, and the frame for the rest',
  },
  {
    en: 'mix',
    nb: 'sammensetning',
    sv: 'sammansättning',
    da: 'sammensætning',
    meaning: 'dearer or cheaper services of one measure within the same volume',
  },
  {
    en: 'user-month',
    nb: 'brukermåned',
    sv: 'brukarmånad',
    da: 'brugermåned',
    meaning: 'a person who got a service in a month',
  },
  {
    en: 'own cost year',
    nb: 'enhetens eget kalkyleår',
    sv: 'enhetens eget kalkylår',
    da: 'enhedens eget kalkuleår',
    meaning: 'a unit’s own cost and volume of the cost year, beside the price that is common to all',
  },
  {
    en: 'closing',
    nb: 'lukking',
    sv: 'stängning',
    da: 'lukning',
    meaning: 'keeps a month as it was, with what it was made from',
  },
  {
    en: 'correction',
    nb: 'korreksjon',
    sv: 'korrigering',
    da: 'korrektion',
    meaning: 'what was registered for a month after its closing',
  },
  {
    en: 'settlement',
    nb: 'resultatoverføring',
    sv: 'resultatöverföring',
    da: 'resultatoverførsel',
    meaning: 'what a unit keeps of a year’s surplus and carries of its deficit, once it is voted',
  },
];
