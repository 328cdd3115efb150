// What lines beside the variances are called: joint terms, and causes that are part of a line already.

import type { Language } from './language.ts';

type Texts = { readonly [language in Language]: string };

export const MEMO_LINE_TEXTS = {
  caption: {
    nb: 'Ved siden av linjene, tusen kr: vises og legges aldri til',
    sv: 'Vid sidan av raderna, tkr: visas och läggs aldrig till',
    da: 'Ved siden af linjerne, tusind kr: vises og lægges aldrig til',
    en: 'Beside the lines, thousand kroner: shown and never added',
  },
  'users-times-quantity': {
    nb: 'felles ledd: brukere × mengde per bruker (i linjen for mengde)',
    sv: 'gemensam term: brukare × mängd per brukare (i raden för mängd)',
    da: 'fælles led: brugere × mængde pr. bruger (i linjen for mængde)',
    en: 'joint term: users × quantity per user (in the line of quantity)',
  },
  'mix-times-volume': {
    nb: 'felles ledd: sammensetning × volum (i linjen for sammensetning)',
    sv: 'gemensam term: sammansättning × volym (i raden för sammansättning)',
    da: 'fælles led: sammensætning × mængde (i linjen for sammensætning)',
    en: 'joint term: mix × volume (in the line of mix)',
  },
  'granted-not-delivered': {
    nb: 'innvilget, men ikke levert, til pris',
    sv: 'beviljat men inte utfört, till pris',
    da: 'bevilget, men ikke leveret, til takst',
    en: 'granted and not delivered, at price',
  },
  'sick-leave': {
    nb: 'herav sykefravær, mot basisåret',
    sv: 'därav sjukfrånvaro, mot basåret',
    da: 'heraf sygefravær, mod basisåret',
    en: 'of which sick leave, against the base year',
  },
  'productive-share': {
    nb: 'herav andel av tiden hos bruker',
    sv: 'därav andel av tiden hos brukare',
    da: 'heraf andel af tiden hos bruger',
    en: 'of which share of time with users',
  },
  'unused-capacity': {
    nb: 'herav faste kostnader ved tomme plasser',
    sv: 'därav fasta kostnader för tomma platser',
    da: 'heraf faste omkostninger ved tomme pladser',
    en: 'of which fixed cost of empty places',
  },
} as const satisfies { readonly [line: string]: Texts };
