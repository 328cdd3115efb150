// The field's own words: one English word per concept with its Norwegian, Swedish and Danish term. The page
// docs/glossary.md is written from this list, and a test holds them together.

import type { Language } from './language.ts';

export type Term = { readonly [language in Language]: string } & { readonly meaning: string };

/** Order is the order of the glossary page. */
export const GLOSSARY: readonly Term[] = [
  {
    en: 'ledger, posting',
    nb: 'regnskap, postering',
    sv: 'bokföring, transaktion',
    da: 'regnskab, postering',
    meaning: 'what was spent or budgeted',
  },
  {
    en: 'account string',
    nb: 'kontostreng',
    sv: 'kontosträng',
    da: 'kontostreng',
    meaning: 'the dimensions of a posting',
  },
  {
    en: 'responsibility',
    nb: 'ansvar',
    sv: 'ansvar',
    da: 'omkostningssted',
    meaning: 'who answers for the money',
  },
  {
    en: 'function',
    nb: 'funksjon',
    sv: 'verksamhet',
    da: 'funktion',
    meaning: 'what the money is for; in Norway the KOSTRA function',
  },
  {
    en: 'article',
    nb: 'art',
    sv: 'konto',
    da: 'art',
    meaning: 'what kind of expense or income; codes are text: "010"',
  },
  {
    en: 'activity record',
    nb: 'utført tid, døgn',
    sv: 'utförd insats',
    da: 'leveret ydelse',
    meaning: 'one delivery: person, service, unit, when, quantity',
  },
  { en: 'decision', nb: 'vedtak', sv: 'beslut', da: 'bevilling', meaning: 'what was granted to a person' },
  {
    en: 'suspension',
    nb: 'opphold i tjenesten',
    sv: 'uppehåll',
    da: 'pause',
    meaning: 'days away, in hospital or on holiday, on which nothing of what was granted is due',
  },
  {
    en: 'standard time',
    nb: 'normtid',
    sv: 'schablontid',
    da: 'normtid',
    meaning: 'minutes that a task is granted with',
  },
  {
    en: 'waiting list',
    nb: 'venteliste',
    sv: 'kö',
    da: 'venteliste',
    meaning: 'who was granted a service and has not got it yet',
  },
  {
    en: 'paid hours',
    nb: 'betalte timer',
    sv: 'betalda timmar',
    da: 'betalte timer',
    meaning: 'hours of work paid for, by kind: ordinary, overtime, agency, sick leave',
  },
  {
    en: 'place-days',
    nb: 'plassdøgn',
    sv: 'platsdygn',
    da: 'pladsdøgn',
    meaning: 'places × days: what could have been used',
  },
  {
    en: 'service',
    nb: 'tjeneste',
    sv: 'insats',
    da: 'ydelse',
    meaning: 'a municipal service, such as home nursing',
  },
  {
    en: 'measure',
    nb: 'måleenhet',
    sv: 'mått',
    da: 'enhed',
    meaning: 'what a service is counted in: hour, day, portion',
  },
  {
    en: 'provider unit',
    nb: 'utførerenhet',
    sv: 'utförare',
    da: 'udfører',
    meaning: 'the unit that does it',
  },
  {
    en: 'purchaser unit',
    nb: 'bestillerenhet',
    sv: 'beställare',
    da: 'myndighed',
    meaning: 'the unit that grants it',
  },
  {
    en: 'support unit',
    nb: 'støtteenhet',
    sv: 'stödenhet',
    da: 'støtteenhed',
    meaning: 'a unit that serves other units: kitchen, IT, management',
  },
  {
    en: 'provision',
    nb: 'egen regi, kjøp',
    sv: 'egen regi, köpt',
    da: 'egen drift, køb',
    meaning: 'own, private or other municipality',
  },
  {
    en: 'nature',
    nb: 'kostnadsart',
    sv: 'kostnadsslag',
    da: 'omkostningsart',
    meaning:
      'wages, goods and services, purchased care, transfers, capital, kinds of income; growth follows nature',
  },
  {
    en: 'answers',
    nb: 'svarer for',
    sv: 'svarar för',
    da: 'ansvarlig for',
    meaning: 'provider, purchaser or central: whose money a pool is',
  },
  {
    en: 'strand',
    nb: 'kostnadsstreng',
    sv: 'kostnadssträng',
    da: 'omkostningsstreng',
    meaning:
      'cost of one nature, one that answers and one way of being paid (price or base grant), kept apart all the way',
  },
  {
    en: 'cost pool',
    nb: 'kostnadsgruppe',
    sv: 'kostnadsgrupp',
    da: 'omkostningspulje',
    meaning: 'postings that share a driver',
  },
  {
    en: 'cost driver',
    nb: 'kostnadsdriver',
    sv: 'kostnadsdrivare',
    da: 'omkostningsdriver',
    meaning: 'what makes the cost vary, and so how it is shared',
  },
  {
    en: 'centre',
    nb: 'kostnadssted',
    sv: 'kostnadsställe',
    da: 'omkostningssted',
    meaning: 'a unit or activity that receives cost and passes it on',
  },
  {
    en: 'activity',
    nb: 'aktivitet',
    sv: 'aktivitet',
    da: 'aktivitet',
    meaning: 'what a unit does on the way to a service: travel, visits',
  },
  {
    en: 'cost object',
    nb: 'kalkyleobjekt',
    sv: 'kalkylobjekt',
    da: 'kalkulationsobjekt',
    meaning: 'service × unit × need level, or an open service',
  },
  {
    en: 'open service',
    nb: 'åpen tjeneste',
    sv: 'öppen insats',
    da: 'åbent tilbud',
    meaning: 'help without individual decisions: it has cost and no volume per person',
  },
  {
    en: 'need level',
    nb: 'behovsnivå',
    sv: 'behovsnivå',
    da: 'behovsniveau',
    meaning: 'how much a user needs, with a stated weight',
  },
  {
    en: 'unused capacity',
    nb: 'ubrukt kapasitet',
    sv: 'outnyttjad kapacitet',
    da: 'uudnyttet kapacitet',
    meaning: 'capacity paid for and not used; shown, never spread',
  },
  {
    en: 'parked',
    nb: 'parkert',
    sv: 'parkerad',
    da: 'parkeret',
    meaning: 'money that fits nowhere yet, by reason',
  },
  {
    en: 'not costed',
    nb: 'ikke kalkulert',
    sv: 'ej kalkylerad',
    da: 'ikke kalkuleret',
    meaning: 'money kept out by name, such as financing transactions',
  },
  {
    en: 'unit cost',
    nb: 'enhetskostnad',
    sv: 'enhetskostnad',
    da: 'enhedsomkostning',
    meaning: 'found cost per measure',
  },
  {
    en: 'unit price',
    nb: 'enhetspris',
    sv: 'enhetspris',
    da: 'takst',
    meaning: 'the price set from unit costs',
  },
  {
    en: 'financing price',
    nb: 'finansieringspris',
    sv: 'ersättningspris',
    da: 'finansieringstakst',
    meaning: 'price over what providers answer for',
  },
  {
    en: 'full-cost price',
    nb: 'fullkostpris',
    sv: 'självkostnadspris',
    da: 'fuldkostpris',
    meaning: 'price over all pools',
  },
  {
    en: 'growth',
    nb: 'lønns- og prisvekst',
    sv: 'löne- och prisökning',
    da: 'løn- og prisfremskrivning',
    meaning: 'expected growth per nature and year',
  },
  {
    en: 'frame budget',
    nb: 'budsjettramme',
    sv: 'budgetram',
    da: 'budgetramme',
    meaning: 'what was voted, and who holds it',
  },
  {
    en: 'base grant',
    nb: 'grunnfinansiering',
    sv: 'grundersättning',
    da: 'grundtakst',
    meaning: 'what is paid whatever the activity',
  },
  {
    en: 'supplement',
    nb: 'tillegg',
    sv: 'tillägg',
    da: 'tillæg',
    meaning: 'paid on top of the price, such as travel in rural areas',
  },
  {
    en: 'earned financing',
    nb: 'innsatsstyrt finansiering',
    sv: 'prestationsersättning',
    da: 'aktivitetsfinansiering',
    meaning: 'base + price × paid quantity',
  },
  {
    en: 'activity variance',
    nb: 'aktivitetsavvik',
    sv: 'volymavvikelse',
    da: 'aktivitetsafvigelse',
    meaning: 'frame − earned: the purchaser’s and the politicians’',
  },
  {
    en: 'efficiency variance',
    nb: 'effektivitetsavvik',
    sv: 'effektivitetsavvikelse',
    da: 'effektivitetsafvigelse',
    meaning: 'earned − spent: the provider’s',
  },
  { en: 'full-time equivalent', nb: 'årsverk', sv: 'årsarbetare', da: 'årsværk', meaning: '' },
  { en: 'occupancy', nb: 'belegg', sv: 'beläggning', da: 'belægning', meaning: 'days used ÷ days available' },
  {
    en: 'cost per user',
    nb: 'kostnad per bruker',
    sv: 'kostnad per brukare',
    da: 'udgift pr. modtager',
    meaning: '',
  },
  {
    en: 'outlier',
    nb: 'ytterfall',
    sv: 'ytterfall',
    da: 'særligt dyr enkeltsag',
    meaning: 'a user or unit far from the rest',
  },
  {
    en: 'cost concept',
    nb: 'utgiftsbegrep',
    sv: 'kostnadsbegrepp',
    da: 'udgiftsbegreb',
    meaning: 'a named, dated set of articles, such as KOSTRA’s adjusted gross (AGD4)',
  },
  {
    en: 'finding',
    nb: 'funn',
    sv: 'anmärkning',
    da: 'bemærkning',
    meaning: 'something wrong or worth knowing in the data, with the amount it touches',
  },
  {
    en: 'snapshot',
    nb: 'øyeblikksbilde',
    sv: 'ögonblicksbild',
    da: 'øjebliksbillede',
    meaning: 'one imported file, kept unchanged',
  },
  {
    en: 'internal sale',
    nb: 'internsalg',
    sv: 'internförsäljning',
    da: 'internt salg',
    meaning:
      'what units of one municipality sell each other: counted in neither’s cost, kept in both’s results',
  },
  {
    en: 'direct cost',
    nb: 'direkte kostnad',
    sv: 'direkt kostnad',
    da: 'direkte udgift',
    meaning: 'postings that name the person whom they are for',
  },
  {
    en: 'accrual',
    nb: 'periodisering',
    sv: 'periodisering',
    da: 'periodisering',
    meaning: 'moves postings to the month that they belong to; over the year it is zero',
  },
  {
    en: 'run',
    nb: 'kjøring',
    sv: 'körning',
    da: 'kørsel',
    meaning: 'one costing of one register by one model; the same input gives the same run',
  },
  {
    en: 'certificate',
    nb: 'attest',
    sv: 'intyg',
    da: 'attest',
    meaning: 'what an independent checker needs to verify a run',
  },
];

/** The glossary as a page in Markdown. */
export function glossaryPage(): string {
  const rows = GLOSSARY.map(
    ({ en, nb, sv, da, meaning }) => `| ${en} | ${nb} | ${sv} | ${da} | ${meaning} |`,
  );
  return `# Glossary

One English word per concept, the same in code, files, interface and documents; beside it the field’s own words.
Written from \`src/words/glossary.ts\` by \`npm run glossary\`.

| English (code) | Norsk bokmål | Svenska | Dansk | Meaning |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
