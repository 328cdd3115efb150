// What each line of the activity variance is called, and how it reads as a cause, when it cost money (less) and when
// it left money over (more). Purchaser and politicians answer for all of them.

import type { EveryLanguage } from './fill-text.ts';

/** A short name for pictures and tables, and a clause for sentences: "… more than its frame: more users than budgeted". */
export type LineTexts = { readonly label: EveryLanguage; readonly cause: EveryLanguage };

export const ACTIVITY_LINE_TEXTS = {
  'frame-gap': {
    less: {
      label: {
        nb: 'ramme under budsjettert mengde',
        sv: 'ram under budgeterad volym',
        da: 'ramme under budgetteret mængde',
        en: 'frame below budgeted volume',
      },
      cause: {
        nb: 'rammen er lavere enn den budsjetterte mengden koster',
        sv: 'ramen är lägre än vad den budgeterade volymen kostar',
        da: 'rammen er lavere, end den budgetterede mængde koster',
        en: 'the frame is lower than what the budgeted volume costs',
      },
    },
    more: {
      label: {
        nb: 'ramme over budsjettert mengde',
        sv: 'ram över budgeterad volym',
        da: 'ramme over budgetteret mængde',
        en: 'frame above budgeted volume',
      },
      cause: {
        nb: 'rammen er høyere enn den budsjetterte mengden koster',
        sv: 'ramen är högre än vad den budgeterade volymen kostar',
        da: 'rammen er højere, end den budgetterede mængde koster',
        en: 'the frame is higher than what the budgeted volume costs',
      },
    },
  },
  'grant-terms': {
    less: {
      label: {
        nb: 'høyere grunnfinansiering',
        sv: 'högre grundersättning',
        da: 'højere grundtakst',
        en: 'higher base grant',
      },
      cause: {
        nb: 'grunnfinansieringen ble{since} høyere enn budsjettert',
        sv: 'grundersättningen blev{since} högre än budgeterat',
        da: 'grundtaksten blev{since} højere end budgetteret',
        en: 'the base grant came out higher than budgeted{since}',
      },
    },
    more: {
      label: {
        nb: 'lavere grunnfinansiering',
        sv: 'lägre grundersättning',
        da: 'lavere grundtakst',
        en: 'lower base grant',
      },
      cause: {
        nb: 'grunnfinansieringen ble{since} lavere enn budsjettert',
        sv: 'grundersättningen blev{since} lägre än budgeterat',
        da: 'grundtaksten blev{since} lavere end budgetteret',
        en: 'the base grant came out lower than budgeted{since}',
      },
    },
  },
  users: {
    less: {
      label: { nb: 'flere brukere', sv: 'fler brukare', da: 'flere brugere', en: 'more users' },
      cause: {
        nb: 'det var{since} flere brukere enn budsjettert',
        sv: 'det var{since} fler brukare än budgeterat',
        da: 'der var{since} flere brugere end budgetteret',
        en: 'there were more users than budgeted{since}',
      },
    },
    more: {
      label: { nb: 'færre brukere', sv: 'färre brukare', da: 'færre brugere', en: 'fewer users' },
      cause: {
        nb: 'det var{since} færre brukere enn budsjettert',
        sv: 'det var{since} färre brukare än budgeterat',
        da: 'der var{since} færre brugere end budgetteret',
        en: 'there were fewer users than budgeted{since}',
      },
    },
  },
  quantity: {
    less: {
      label: {
        nb: 'mer til hver bruker',
        sv: 'mer till varje brukare',
        da: 'mere til hver bruger',
        en: 'more for each user',
      },
      cause: {
        nb: 'hver bruker fikk{since} mer enn budsjettert',
        sv: 'varje brukare fick{since} mer än budgeterat',
        da: 'hver bruger fik{since} mere end budgetteret',
        en: 'each user got more than budgeted{since}',
      },
    },
    more: {
      label: {
        nb: 'mindre til hver bruker',
        sv: 'mindre till varje brukare',
        da: 'mindre til hver bruger',
        en: 'less for each user',
      },
      cause: {
        nb: 'hver bruker fikk{since} mindre enn budsjettert',
        sv: 'varje brukare fick{since} mindre än budgeterat',
        da: 'hver bruger fik{since} mindre end budgetteret',
        en: 'each user got less than budgeted{since}',
      },
    },
  },
  volume: {
    less: {
      label: { nb: 'større mengde', sv: 'större volym', da: 'større mængde', en: 'larger volume' },
      cause: {
        nb: 'mengden ble{since} større enn budsjettert',
        sv: 'volymen blev{since} större än budgeterat',
        da: 'mængden blev{since} større end budgetteret',
        en: 'the volume was larger than budgeted{since}',
      },
    },
    more: {
      label: { nb: 'mindre mengde', sv: 'mindre volym', da: 'mindre mængde', en: 'smaller volume' },
      cause: {
        nb: 'mengden ble{since} mindre enn budsjettert',
        sv: 'volymen blev{since} mindre än budgeterat',
        da: 'mængden blev{since} mindre end budgetteret',
        en: 'the volume was smaller than budgeted{since}',
      },
    },
  },
  'new-service': {
    less: {
      label: {
        nb: 'tjeneste uten budsjett',
        sv: 'insats utan budget',
        da: 'ydelse uden budget',
        en: 'service without a budget',
      },
      cause: {
        nb: 'en tjeneste ble{since} gitt uten å være budsjettert',
        sv: 'en insats gavs{since} utan att vara budgeterad',
        da: 'en ydelse blev{since} givet uden at være budgetteret',
        en: 'a service was given that was not budgeted{since}',
      },
    },
    more: {
      label: {
        nb: 'tjeneste uten budsjett',
        sv: 'insats utan budget',
        da: 'ydelse uden budget',
        en: 'service without a budget',
      },
      cause: {
        nb: 'en tjeneste uten budsjett ga rettelser tilbake i tid',
        sv: 'en insats utan budget gav rättelser bakåt i tiden',
        da: 'en ydelse uden budget gav rettelser tilbage i tiden',
        en: 'a service without a budget was corrected backwards',
      },
    },
  },
  mix: {
    less: {
      label: {
        nb: 'dyrere sammensetning',
        sv: 'dyrare sammansättning',
        da: 'dyrere sammensætning',
        en: 'dearer mix',
      },
      cause: {
        nb: 'det ble mer av de dyre tjenestene{since}',
        sv: 'det blev mer av de dyra insatserna{since}',
        da: 'der blev mere af de dyre ydelser{since}',
        en: 'there was more of the dear services{since}',
      },
    },
    more: {
      label: {
        nb: 'billigere sammensetning',
        sv: 'billigare sammansättning',
        da: 'billigere sammensætning',
        en: 'cheaper mix',
      },
      cause: {
        nb: 'det ble mindre av de dyre tjenestene{since}',
        sv: 'det blev mindre av de dyra insatserna{since}',
        da: 'der blev mindre af de dyre ydelser{since}',
        en: 'there was less of the dear services{since}',
      },
    },
  },
  'delivery-gap': {
    less: {
      label: {
        nb: 'betalt ut over innvilget',
        sv: 'betalt utöver beviljat',
        da: 'betalt ud over bevilget',
        en: 'paid beyond granted',
      },
      cause: {
        nb: 'det ble{since} betalt for mer enn det som var innvilget',
        sv: 'det betalades{since} för mer än vad som var beviljat',
        da: 'der blev{since} betalt for mere, end der var bevilget',
        en: 'more was paid for{since} than was granted',
      },
    },
    more: {
      label: {
        nb: 'innvilget, ikke levert',
        sv: 'beviljat, inte utfört',
        da: 'bevilget, ikke leveret',
        en: 'granted, not delivered',
      },
      cause: {
        nb: 'ikke alt som var innvilget, ble levert{since}',
        sv: 'det som beviljats utfördes inte fullt ut{since}',
        da: 'ikke alt, der var bevilget, blev leveret{since}',
        en: 'not all that was granted was delivered{since}',
      },
    },
  },
  'price-decision': {
    less: {
      label: {
        nb: 'priser satt opp i året',
        sv: 'priser höjda under året',
        da: 'takster sat op i året',
        en: 'prices raised in the year',
      },
      cause: {
        nb: 'prisene ble satt opp i løpet av året',
        sv: 'priserna höjdes under året',
        da: 'taksterne blev sat op i løbet af året',
        en: 'prices were raised during the year',
      },
    },
    more: {
      label: {
        nb: 'priser satt ned i året',
        sv: 'priser sänkta under året',
        da: 'takster sat ned i året',
        en: 'prices lowered in the year',
      },
      cause: {
        nb: 'prisene ble satt ned i løpet av året',
        sv: 'priserna sänktes under året',
        da: 'taksterne blev sat ned i løbet af året',
        en: 'prices were lowered during the year',
      },
    },
  },
  'absence-and-empty': {
    less: {
      label: {
        nb: 'betalt fravær og ledige plasser',
        sv: 'betald frånvaro och tomma platser',
        da: 'betalt fravær og ledige pladser',
        en: 'paid absence and empty places',
      },
      cause: {
        nb: 'det ble{since} betalt for mer fravær og flere ledige plasser enn budsjettert',
        sv: 'det betalades{since} för mer frånvaro och fler tomma platser än budgeterat',
        da: 'der blev{since} betalt for mere fravær og flere ledige pladser end budgetteret',
        en: 'more absence and more empty places were paid for than budgeted{since}',
      },
    },
    more: {
      label: {
        nb: 'mindre fravær, færre ledige plasser',
        sv: 'mindre frånvaro, färre tomma platser',
        da: 'mindre fravær, færre ledige pladser',
        en: 'less absence, fewer empty places',
      },
      cause: {
        nb: 'det ble{since} betalt for mindre fravær og færre ledige plasser enn budsjettert',
        sv: 'det betalades{since} för mindre frånvaro och färre tomma platser än budgeterat',
        da: 'der blev{since} betalt for mindre fravær og færre ledige pladser end budgetteret',
        en: 'less absence and fewer empty places were paid for than budgeted{since}',
      },
    },
  },
  'purchase-price': {
    less: {
      label: { nb: 'dyrere kjøp', sv: 'dyrare köp', da: 'dyrere køb', en: 'dearer purchases' },
      cause: {
        nb: 'kjøpene ble{since} dyrere enn budsjettert',
        sv: 'köpen blev{since} dyrare än budgeterat',
        da: 'købene blev{since} dyrere end budgetteret',
        en: 'purchases became dearer than budgeted{since}',
      },
    },
    more: {
      label: { nb: 'billigere kjøp', sv: 'billigare köp', da: 'billigere køb', en: 'cheaper purchases' },
      cause: {
        nb: 'kjøpene ble{since} billigere enn budsjettert',
        sv: 'köpen blev{since} billigare än budgeterat',
        da: 'købene blev{since} billigere end budgetteret',
        en: 'purchases became cheaper than budgeted{since}',
      },
    },
  },
  'model-terms': {
    less: {
      label: {
        nb: 'mer enn pris × mengde',
        sv: 'mer än pris × volym',
        da: 'mere end takst × mængde',
        en: 'more than price × quantity',
      },
      cause: {
        nb: 'finansieringen ga{since} mer enn pris × mengde',
        sv: 'ersättningen gav{since} mer än pris × volym',
        da: 'finansieringen gav{since} mere end takst × mængde',
        en: 'the financing gave more than price × quantity{since}',
      },
    },
    more: {
      label: {
        nb: 'mindre enn pris × mengde',
        sv: 'mindre än pris × volym',
        da: 'mindre end takst × mængde',
        en: 'less than price × quantity',
      },
      cause: {
        nb: 'finansieringen ga{since} mindre enn pris × mengde',
        sv: 'ersättningen gav{since} mindre än pris × volym',
        da: 'finansieringen gav{since} mindre end takst × mængde',
        en: 'the financing gave less than price × quantity{since}',
      },
    },
  },
} as const satisfies Record<string, { readonly less: LineTexts; readonly more: LineTexts }>;
