// What each line of the efficiency variance is called, and how it reads as a cause, when it cost money (less) and
// when it left money over (more). Provider and administration answer for all of them.

import type { LineTexts } from './activity-lines.ts';

export const EFFICIENCY_LINE_TEXTS = {
  'starting-position': {
    less: {
      label: {
        nb: 'dyr fra før',
        sv: 'dyr sedan tidigare',
        da: 'dyr i forvejen',
        en: 'dear to begin with',
      },
      cause: {
        nb: 'enheten var dyrere enn fellesprisen allerede før året begynte',
        sv: 'enheten var dyrare än det gemensamma priset redan innan året började',
        da: 'enheden var dyrere end den fælles takst, allerede før året begyndte',
        en: 'the unit was dearer than the common price before the year began',
      },
    },
    more: {
      label: {
        nb: 'rimelig fra før',
        sv: 'billig sedan tidigare',
        da: 'billig i forvejen',
        en: 'cheap to begin with',
      },
      cause: {
        nb: 'enheten var rimeligere enn fellesprisen allerede før året begynte',
        sv: 'enheten var billigare än det gemensamma priset redan innan året började',
        da: 'enheden var billigere end den fælles takst, allerede før året begyndte',
        en: 'the unit was cheaper than the common price before the year began',
      },
    },
  },
  'wage-growth': {
    less: {
      label: {
        nb: 'høyere lønnsvekst',
        sv: 'högre löneökning',
        da: 'højere lønstigning',
        en: 'higher wage growth',
      },
      cause: {
        nb: 'lønningene steg{since} mer enn prisen regnet med',
        sv: 'lönerna steg{since} mer än priset räknade med',
        da: 'lønningerne steg{since} mere, end taksten regnede med',
        en: 'wages rose more{since} than the price assumed',
      },
    },
    more: {
      label: {
        nb: 'lavere lønnsvekst',
        sv: 'lägre löneökning',
        da: 'lavere lønstigning',
        en: 'lower wage growth',
      },
      cause: {
        nb: 'lønningene steg{since} mindre enn prisen regnet med',
        sv: 'lönerna steg{since} mindre än priset räknade med',
        da: 'lønningerne steg{since} mindre, end taksten regnede med',
        en: 'wages rose less{since} than the price assumed',
      },
    },
  },
  'wage-composition': {
    less: {
      label: { nb: 'dyrere timer', sv: 'dyrare timmar', da: 'dyrere timer', en: 'dearer hours' },
      cause: {
        nb: 'timene ble dyrere{since}',
        sv: 'timmarna blev dyrare{since}',
        da: 'timerne blev dyrere{since}',
        en: 'hours became dearer{since}',
      },
    },
    more: {
      label: { nb: 'rimeligere timer', sv: 'billigare timmar', da: 'billigere timer', en: 'cheaper hours' },
      cause: {
        nb: 'timene ble rimeligere{since}',
        sv: 'timmarna blev billigare{since}',
        da: 'timerne blev billigere{since}',
        en: 'hours became cheaper{since}',
      },
    },
  },
  wages: {
    less: {
      label: {
        nb: 'høyere lønnsutgifter',
        sv: 'högre lönekostnader',
        da: 'højere lønudgifter',
        en: 'higher wage cost',
      },
      cause: {
        nb: 'lønnen kostet{since} mer enn prisen gir rom for',
        sv: 'lönerna kostade{since} mer än priset ger utrymme för',
        da: 'lønnen kostede{since} mere, end taksten giver plads til',
        en: 'wages cost more{since} than the price has room for',
      },
    },
    more: {
      label: {
        nb: 'lavere lønnsutgifter',
        sv: 'lägre lönekostnader',
        da: 'lavere lønudgifter',
        en: 'lower wage cost',
      },
      cause: {
        nb: 'lønnen kostet{since} mindre enn prisen gir rom for',
        sv: 'lönerna kostade{since} mindre än priset ger utrymme för',
        da: 'lønnen kostede{since} mindre, end taksten giver plads til',
        en: 'wages cost less{since} than the price has room for',
      },
    },
  },
  usage: {
    less: {
      label: {
        nb: 'flere arbeidstimer bak',
        sv: 'fler arbetstimmar bakom',
        da: 'flere arbejdstimer bag',
        en: 'more paid hours behind it',
      },
      cause: {
        nb: 'det gikk{since} med flere arbeidstimer enn prisen bygger på',
        sv: 'det gick{since} åt fler arbetstimmar än priset bygger på',
        da: 'der gik{since} flere arbejdstimer til, end taksten bygger på',
        en: 'more paid hours were used{since} than the price builds on',
      },
    },
    more: {
      label: {
        nb: 'færre arbeidstimer bak',
        sv: 'färre arbetstimmar bakom',
        da: 'færre arbejdstimer bag',
        en: 'fewer paid hours behind it',
      },
      cause: {
        nb: 'det gikk{since} med færre arbeidstimer enn prisen bygger på',
        sv: 'det gick{since} åt färre arbetstimmar än priset bygger på',
        da: 'der gik{since} færre arbejdstimer til, end taksten bygger på',
        en: 'fewer paid hours were used{since} than the price builds on',
      },
    },
  },
  'goods-price': {
    less: {
      label: {
        nb: 'dyrere varer og tjenester',
        sv: 'dyrare varor och tjänster',
        da: 'dyrere varer og tjenester',
        en: 'dearer goods and services',
      },
      cause: {
        nb: 'varer og tjenester ble{since} dyrere enn prisen regnet med',
        sv: 'varor och tjänster blev{since} dyrare än priset räknade med',
        da: 'varer og tjenester blev{since} dyrere, end taksten regnede med',
        en: 'goods and services became dearer{since} than the price assumed',
      },
    },
    more: {
      label: {
        nb: 'rimeligere varer og tjenester',
        sv: 'billigare varor och tjänster',
        da: 'billigere varer og tjenester',
        en: 'cheaper goods and services',
      },
      cause: {
        nb: 'varer og tjenester ble{since} rimeligere enn prisen regnet med',
        sv: 'varor och tjänster blev{since} billigare än priset räknade med',
        da: 'varer og tjenester blev{since} billigere, end taksten regnede med',
        en: 'goods and services became cheaper{since} than the price assumed',
      },
    },
  },
  'goods-usage': {
    less: {
      label: {
        nb: 'mer varer og tjenester',
        sv: 'mer varor och tjänster',
        da: 'flere varer og tjenester',
        en: 'more goods and services',
      },
      cause: {
        nb: 'det ble{since} brukt mer varer og tjenester enn prisen bygger på',
        sv: 'det användes{since} mer varor och tjänster än priset bygger på',
        da: 'der blev{since} brugt flere varer og tjenester, end taksten bygger på',
        en: 'more goods and services were used{since} than the price builds on',
      },
    },
    more: {
      label: {
        nb: 'mindre varer og tjenester',
        sv: 'mindre varor och tjänster',
        da: 'færre varer og tjenester',
        en: 'fewer goods and services',
      },
      cause: {
        nb: 'det ble{since} brukt mindre varer og tjenester enn prisen bygger på',
        sv: 'det användes{since} mindre varor och tjänster än priset bygger på',
        da: 'der blev{since} brugt færre varer og tjenester, end taksten bygger på',
        en: 'fewer goods and services were used{since} than the price builds on',
      },
    },
  },
  'fixed-coverage': {
    less: {
      label: {
        nb: 'faste kostnader ikke dekket',
        sv: 'fasta kostnader inte täckta',
        da: 'faste udgifter ikke dækket',
        en: 'fixed cost not covered',
      },
      cause: {
        nb: 'aktiviteten dekket ikke de faste kostnadene{since}',
        sv: 'aktiviteten täckte inte de fasta kostnaderna{since}',
        da: 'aktiviteten dækkede ikke de faste udgifter{since}',
        en: 'activity did not cover the fixed cost{since}',
      },
    },
    more: {
      label: {
        nb: 'faste kostnader mer enn dekket',
        sv: 'fasta kostnader mer än täckta',
        da: 'faste udgifter mere end dækket',
        en: 'fixed cost more than covered',
      },
      cause: {
        nb: 'aktiviteten dekket{since} mer enn de faste kostnadene',
        sv: 'aktiviteten täckte{since} mer än de fasta kostnaderna',
        da: 'aktiviteten dækkede{since} mere end de faste udgifter',
        en: 'activity covered more than the fixed cost{since}',
      },
    },
  },
  'fixed-spending': {
    less: {
      label: {
        nb: 'høyere faste kostnader',
        sv: 'högre fasta kostnader',
        da: 'højere faste udgifter',
        en: 'higher fixed cost',
      },
      cause: {
        nb: 'de faste kostnadene ble{since} høyere enn planlagt',
        sv: 'de fasta kostnaderna blev{since} högre än planerat',
        da: 'de faste udgifter blev{since} højere end planlagt',
        en: 'fixed cost was higher than planned{since}',
      },
    },
    more: {
      label: {
        nb: 'lavere faste kostnader',
        sv: 'lägre fasta kostnader',
        da: 'lavere faste udgifter',
        en: 'lower fixed cost',
      },
      cause: {
        nb: 'de faste kostnadene ble{since} lavere enn planlagt',
        sv: 'de fasta kostnaderna blev{since} lägre än planerat',
        da: 'de faste udgifter blev{since} lavere end planlagt',
        en: 'fixed cost was lower than planned{since}',
      },
    },
  },
  income: {
    less: {
      label: { nb: 'lavere inntekter', sv: 'lägre intäkter', da: 'lavere indtægter', en: 'lower income' },
      cause: {
        nb: 'inntektene ble{since} lavere enn prisen regnet med',
        sv: 'intäkterna blev{since} lägre än priset räknade med',
        da: 'indtægterne blev{since} lavere, end taksten regnede med',
        en: 'income was lower{since} than the price assumed',
      },
    },
    more: {
      label: { nb: 'høyere inntekter', sv: 'högre intäkter', da: 'højere indtægter', en: 'higher income' },
      cause: {
        nb: 'inntektene ble{since} høyere enn prisen regnet med',
        sv: 'intäkterna blev{since} högre än priset räknade med',
        da: 'indtægterne blev{since} højere, end taksten regnede med',
        en: 'income was higher{since} than the price assumed',
      },
    },
  },
  outside: {
    less: {
      label: {
        nb: 'utgifter utenfor prisen',
        sv: 'kostnader utanför priset',
        da: 'udgifter uden for taksten',
        en: 'expense outside the price',
      },
      cause: {
        nb: 'enheten hadde{since} utgifter som ingen pris dekker',
        sv: 'enheten hade{since} kostnader som inget pris täcker',
        da: 'enheden havde{since} udgifter, som ingen takst dækker',
        en: 'the unit had expense that no price covers{since}',
      },
    },
    more: {
      label: {
        nb: 'inntekter utenfor prisen',
        sv: 'intäkter utanför priset',
        da: 'indtægter uden for taksten',
        en: 'income outside the price',
      },
      cause: {
        nb: 'enheten hadde{since} inntekter som ingen pris regner med',
        sv: 'enheten hade{since} intäkter som inget pris räknar med',
        da: 'enheden havde{since} indtægter, som ingen takst regner med',
        en: 'the unit had income that no price counts on{since}',
      },
    },
  },
  'model-terms': {
    less: {
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
    more: {
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
  },
} as const satisfies Record<string, { readonly less: LineTexts; readonly more: LineTexts }>;
