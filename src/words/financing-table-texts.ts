// The words of the shadow run, of the settlement and of what the terminal shows of a followed month.

import type { EveryLanguage } from './fill-text.ts';

export const TABLE_TEXTS = {
  // ---- the shadow run
  shadow: { nb: 'Skyggeberegning', sv: 'Skuggberäkning', da: 'Skyggeberegning', en: 'Shadow run' },
  beforeAnyone: {
    nb: 'Før noen har gjort noe: tjent mot egen kostnad',
    sv: 'Innan någon har gjort något: intjänat mot egen kostnad',
    da: 'Før nogen har gjort noget: tjent mod egen udgift',
    en: 'Before anyone acts: earned beside own cost',
  },
  overTheYear: {
    nb: '{model} mot den som gjelder, måned for måned',
    sv: '{model} mot den som gäller, månad för månad',
    da: '{model} mod den gældende, måned for måned',
    en: '{model} beside the one in force, month by month',
  },
  coversCost: {
    nb: 'dekker egen kostnad',
    sv: 'täcker egen kostnad',
    da: 'dækker egen udgift',
    en: 'covers its own cost',
  },
  inForce: { nb: 'i kraft', sv: 'i kraft', da: 'i kraft', en: 'in force' },
  ownCost: { nb: 'Egen kostnad', sv: 'Egen kostnad', da: 'Egen udgift', en: 'Own cost' },
  besideOwnCost: {
    nb: '{model} mot egen kostnad',
    sv: '{model} mot egen kostnad',
    da: '{model} mod egen udgift',
    en: '{model} beside own cost',
  },
  unitUnmoved: {
    nb: '1 enhet uten forskjell',
    sv: '1 enhet utan skillnad',
    da: '1 enhed uden forskel',
    en: '1 unit without a difference',
  },
  unitsUnmoved: {
    nb: '{n} enheter uten forskjell',
    sv: '{n} enheter utan skillnad',
    da: '{n} enheder uden forskel',
    en: '{n} units without a difference',
  },

  // ---- settlement
  settlement: {
    nb: 'Resultatoverføring {year}, tusen kr',
    sv: 'Resultatöverföring {year}, tusen kr',
    da: 'Resultatoverførsel {year}, tusind kr',
    en: 'Settlement of {year}, thousand kr',
  },
  carriedIn: { nb: 'Båret inn', sv: 'Ingående', da: 'Overført ind', en: 'Carried in' },
  ofYear: { nb: 'Årets avvik', sv: 'Årets avvikelse', da: 'Årets afvigelse', en: 'Of the year' },
  result: { nb: 'Resultat', sv: 'Resultat', da: 'Resultat', en: 'Result' },
  kept: { nb: 'Beholdes', sv: 'Behålls', da: 'Beholdes', en: 'Kept' },
  returned: { nb: 'Føres tilbake', sv: 'Lämnas tillbaka', da: 'Føres tilbage', en: 'Returned' },
  carried: { nb: 'Bæres videre', sv: 'Bärs vidare', da: 'Bæres videre', en: 'Carried on' },
  covered: { nb: 'Dekkes av reserven', sv: 'Täcks av reserven', da: 'Dækkes af reserven', en: 'Covered' },
  reserveOf: {
    nb: 'Reserven hos {unit}',
    sv: 'Reserven hos {unit}',
    da: 'Reserven hos {unit}',
    en: 'The reserve of {unit}',
  },

  // ---- the terminal
  noFrameShort: { nb: 'mangler', sv: 'saknas', da: 'mangler', en: 'missing' },
  heldShort: { nb: 'bestiller', sv: 'beställare', da: 'myndighed', en: 'purchaser' },
  activityShort: { nb: 'Aktivitet', sv: 'Volym', da: 'Aktivitet', en: 'Activity' },
  efficiencyShort: { nb: 'Effektivitet', sv: 'Effektivitet', da: 'Effektivitet', en: 'Efficiency' },
  monthOf: {
    nb: 'Hittil i år, {period}, tusen kr, {status}',
    sv: 'Hittills i år, {period}, tusen kr, {status}',
    da: 'Hidtil i år, {period}, tusind kr, {status}',
    en: 'So far this year, {period}, thousand kr, {status}',
  },
  linesOf: {
    nb: '{unit}, {period}, tusen kr',
    sv: '{unit}, {period}, tusen kr',
    da: '{unit}, {period}, tusind kr',
    en: '{unit}, {period}, thousand kr',
  },
} as const satisfies Record<string, EveryLanguage>;
