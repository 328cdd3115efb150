// The texts of tables and reports in the four languages. {name} stands for a value that the caller puts in.

import type { Language } from './language.ts';

const TEXTS = {
  title: {
    nb: 'Hva tjenestene kostet i {year}',
    sv: 'Vad insatserna kostade {year}',
    da: 'Hvad ydelserne kostede i {year}',
    en: 'What the services cost in {year}',
  },
  gapTitle: {
    nb: '{service}: {dear} bruker {dearCost} per {measure}, {cheap} {cheapCost}',
    sv: '{service}: {dear} kostar {dearCost} per {measure}, {cheap} {cheapCost}',
    da: '{service}: {dear} bruger {dearCost} pr. {measure}, {cheap} {cheapCost}',
    en: '{service}: {dear} costs {dearCost} per {measure}, {cheap} {cheapCost}',
  },
  totalTitle: {
    nb: '{service} kostet {cost} per {measure} i {year}',
    sv: '{service} kostade {cost} per {measure} {year}',
    da: '{service} kostede {cost} pr. {measure} i {year}',
    en: '{service} cost {cost} per {measure} in {year}',
  },
  coverage: {
    nb: 'Tjenestene kostet {costed}. Regnskapet er {total} netto: {aside} er holdt utenfor tjenestene ved navn, og {parked} er parkert.',
    sv: 'Insatserna kostade {costed}. Bokföringen är {total} netto: {aside} hålls utanför insatserna vid namn, och {parked} är parkerat.',
    da: 'Ydelserne kostede {costed}. Regnskabet er {total} netto: {aside} er holdt uden for ydelserne ved navn, og {parked} er parkeret.',
    en: 'The services cost {costed}. The ledger is {total} net: {aside} is kept out of the services by name, and {parked} is parked.',
  },
  coverageWhole: {
    nb: 'Tjenestene kostet {costed}. Regnskapet er {total} netto: {aside} er holdt utenfor tjenestene ved navn, og ingenting er parkert.',
    sv: 'Insatserna kostade {costed}. Bokföringen är {total} netto: {aside} hålls utanför insatserna vid namn, och ingenting är parkerat.',
    da: 'Ydelserne kostede {costed}. Regnskabet er {total} netto: {aside} er holdt uden for ydelserne ved navn, og intet er parkeret.',
    en: 'The services cost {costed}. The ledger is {total} net: {aside} is kept out of the services by name, and nothing is parked.',
  },
  thousand: { nb: 'tusen', sv: 'tkr', da: 'tusind', en: 'thousand' },
  million: { nb: 'mill.', sv: 'mn', da: 'mio.', en: 'mill.' },
  ledger: { nb: 'Regnskap', sv: 'Bokföring', da: 'Regnskab', en: 'Ledger' },
  pools: { nb: 'Kostnadsgrupper', sv: 'Kostnadsgrupper', da: 'Omkostningspuljer', en: 'Cost pools' },
  via: {
    nb: 'Aktiviteter og støtte',
    sv: 'Aktiviteter och stöd',
    da: 'Aktiviteter og støtte',
    en: 'Activities and support',
  },
  services: { nb: 'Tjenester', sv: 'Insatser', da: 'Ydelser', en: 'Services' },
  direct: { nb: 'direkte', sv: 'direkt', da: 'direkte', en: 'directly' },
  more: { nb: '{n} flere', sv: '{n} fler', da: '{n} flere', en: '{n} more' },
  parked: { nb: 'Parkert', sv: 'Parkerat', da: 'Parkeret', en: 'Parked' },
  unused: {
    nb: 'Ubrukt kapasitet',
    sv: 'Outnyttjad kapacitet',
    da: 'Uudnyttet kapacitet',
    en: 'Unused capacity',
  },
  notCosted: { nb: 'Ikke kalkulert', sv: 'Ej kalkylerat', da: 'Ikke kalkuleret', en: 'Not costed' },
  notInPrice: {
    nb: 'holdes utenfor prisen',
    sv: 'hålls utanför priset',
    da: 'holdes uden for taksten',
    en: 'not in price',
  },
  financingItself: {
    nb: 'finansieringens egne posteringer',
    sv: 'finansieringens egna konteringar',
    da: 'finansieringens egne posteringer',
    en: 'the financing’s own postings',
  },
  internalSales: {
    nb: 'internsalg {name}',
    sv: 'internförsäljning {name}',
    da: 'internt salg {name}',
    en: 'internal sales {name}',
  },
  external: { nb: 'Eksternt', sv: 'Externt', da: 'Eksternt', en: 'External' },
  flowTitle: {
    nb: 'Pengenes vei til tjenestene',
    sv: 'Pengarnas väg till insatserna',
    da: 'Pengenes vej til ydelserne',
    en: 'The way of the money to the services',
  },
  flowAbout: {
    nb: 'Bredden er øre. Skravert er inntekt. Hver kolonne har samme utgift og samme inntekt; det som går i ring mellom støtteenheter er løst opp.',
    sv: 'Bredden är öre. Skrafferat är intäkt. Varje kolumn har samma utgift och samma intäkt; det som går runt mellan stödenheter är upplöst.',
    da: 'Bredden er øre. Skraveret er indtægt. Hver kolonne har samme udgift og samme indtægt; det, der kredser mellem støtteenheder, er løst op.',
    en: 'Widths are øre. Hatched is income. Every column holds the same expense and the same income; what circulates between support units is resolved.',
  },
  unitCosts: {
    nb: 'Enhetskostnader {year}',
    sv: 'Enhetskostnader {year}',
    da: 'Enhedsomkostninger {year}',
    en: 'Unit costs {year}',
  },
  prices: { nb: 'Priser {year}', sv: 'Priser {year}', da: 'Takster {year}', en: 'Prices {year}' },
  priceMakeUp: {
    nb: 'Hva hver finansieringspris består av',
    sv: 'Vad varje ersättningspris består av',
    da: 'Hvad hver finansieringstakst består af',
    en: 'What each financing price is made of',
  },
  remainders: {
    nb: 'Det som ikke nådde en tjeneste',
    sv: 'Det som inte nådde en insats',
    da: 'Det, der ikke nåede en ydelse',
    en: 'What reached no service',
  },
  findings: {
    nb: 'Funn i dataene',
    sv: 'Anmärkningar på data',
    da: 'Bemærkninger til data',
    en: 'Findings in the data',
  },
  drift: {
    nb: 'Nytt siden forrige kjøring',
    sv: 'Nytt sedan förra körningen',
    da: 'Nyt siden forrige kørsel',
    en: 'New since the last run',
  },
  account: { nb: 'Kontostreng', sv: 'Kontosträng', da: 'Kontostreng', en: 'Account string' },
  responsibility: { nb: 'Ansvar', sv: 'Ansvar', da: 'Omkostningssted', en: 'Responsibility' },
  name: { nb: 'Navn', sv: 'Namn', da: 'Navn', en: 'Name' },
  home: { nb: 'Hører hjemme', sv: 'Hör hemma', da: 'Hører hjemme', en: 'Home' },
  lastWeeks: {
    nb: 'De siste ukene mot det vanlige (uker fra mandag)',
    sv: 'De senaste veckorna mot det vanliga (veckor från måndag)',
    da: 'De seneste uger mod det sædvanlige (uger fra mandag)',
    en: 'The last weeks beside the usual (weeks from Monday)',
  },
  lastMonths: {
    nb: 'De siste månedene mot det vanlige',
    sv: 'De senaste månaderna mot det vanliga',
    da: 'De seneste måneder mod det sædvanlige',
    en: 'The last months beside the usual',
  },
  usual: { nb: 'Vanlig', sv: 'Vanligt', da: 'Sædvanlig', en: 'Usual' },
  preliminary: { nb: 'foreløpig', sv: 'preliminär', da: 'foreløbig', en: 'preliminary' },
  findingPlaces: {
    nb: 'Hvor de står, høyst fem av hver regel',
    sv: 'Var de står, högst fem av varje regel',
    da: 'Hvor de står, højst fem af hver regel',
    en: 'Where they stand, at most five of each rule',
  },
  rule: { nb: 'Regel', sv: 'Regel', da: 'Regel', en: 'Rule' },
  number: { nb: 'Antall', sv: 'Antal', da: 'Antal', en: 'Number' },
  error: { nb: 'feil', sv: 'fel', da: 'fejl', en: 'error' },
  warning: { nb: 'advarsel', sv: 'varning', da: 'advarsel', en: 'warning' },
  note: { nb: 'merknad', sv: 'notis', da: 'note', en: 'note' },
  accepted: { nb: 'godtatt', sv: 'godtagen', da: 'accepteret', en: 'accepted' },
  proposedBudget: {
    nb: 'Budsjett {year} etter vedtatte priser og budsjetterte volum',
    sv: 'Budget {year} efter beslutade priser och budgeterade volymer',
    da: 'Budget {year} efter vedtagne takster og budgetterede mængder',
    en: 'Budget {year} by adopted prices and budgeted volumes',
  },
  baseGrants: {
    nb: 'Grunnfinansiering {year}',
    sv: 'Grundersättning {year}',
    da: 'Grundtakst {year}',
    en: 'Base grants {year}',
  },
  sources: { nb: 'Kilder', sv: 'Källor', da: 'Kilder', en: 'Sources' },
  service: { nb: 'Tjeneste', sv: 'Insats', da: 'Ydelse', en: 'Service' },
  unit: { nb: 'Enhet', sv: 'Enhet', da: 'Enhed', en: 'Unit' },
  level: { nb: 'Nivå', sv: 'Nivå', da: 'Niveau', en: 'Level' },
  volume: { nb: 'Volum', sv: 'Volym', da: 'Volumen', en: 'Volume' },
  measure: { nb: 'Måleenhet', sv: 'Mått', da: 'Måleenhed', en: 'Measure' },
  cost: { nb: 'Kostnad', sv: 'Kostnad', da: 'Omkostning', en: 'Cost' },
  unitCost: { nb: 'Enhetskostnad', sv: 'Enhetskostnad', da: 'Enhedsomkostning', en: 'Unit cost' },
  providerCost: {
    nb: 'Utfører svarer for',
    sv: 'Utföraren svarar för',
    da: 'Udfører svarer for',
    en: 'Provider answers for',
  },
  financingPrice: {
    nb: 'Finansieringspris',
    sv: 'Ersättningspris',
    da: 'Finansieringstakst',
    en: 'Financing price',
  },
  fullCostPrice: { nb: 'Fullkostpris', sv: 'Självkostnadspris', da: 'Fuldkosttakst', en: 'Full-cost price' },
  supplement: { nb: 'Tillegg', sv: 'Tillägg', da: 'Tillæg', en: 'Supplement' },
  roundingEffect: {
    nb: 'Avrunding, per år',
    sv: 'Avrundning, per år',
    da: 'Afrunding, pr. år',
    en: 'Rounding, a year',
  },
  growth: { nb: 'Vekst', sv: 'Ökning', da: 'Fremskrivning', en: 'Growth' },
  rounding: { nb: 'avrunding', sv: 'avrundning', da: 'afrunding', en: 'rounding' },
  trueUp: {
    nb: 'Etteroppgjør {year}',
    sv: 'Efterreglering {year}',
    da: 'Efterregulering {year}',
    en: 'True-up {year}',
  },
  forecast: {
    nb: 'Vedtatt pris, kr',
    sv: 'Beslutat pris, kr',
    da: 'Vedtaget takst, kr',
    en: 'Adopted price, kr',
  },
  actual: {
    nb: 'Faktisk pris, kr',
    sv: 'Faktiskt pris, kr',
    da: 'Faktisk takst, kr',
    en: 'Actual price, kr',
  },
  kind: { nb: 'Slag', sv: 'Slag', da: 'Art', en: 'Kind' },
  reason: { nb: 'Grunn eller navn', sv: 'Skäl eller namn', da: 'Grund eller navn', en: 'Reason or name' },
  amount: { nb: 'Beløp', sv: 'Belopp', da: 'Beløb', en: 'Amount' },
  total: { nb: 'Sum', sv: 'Summa', da: 'Sum', en: 'Total' },
  severity: { nb: 'Alvor', sv: 'Allvar', da: 'Alvor', en: 'Severity' },
  where: { nb: 'Hvor', sv: 'Var', da: 'Hvor', en: 'Where' },
  what: { nb: 'Hva', sv: 'Vad', da: 'Hvad', en: 'What' },
  noVolume: { nb: 'ingen mengde', sv: 'ingen volym', da: 'ingen mængde', en: 'no volume' },
  open: { nb: 'åpen tjeneste', sv: 'öppen insats', da: 'åbent tilbud', en: 'open service' },
  file: { nb: 'Fil', sv: 'Fil', da: 'Fil', en: 'File' },
  rows: { nb: 'Rader', sv: 'Rader', da: 'Rækker', en: 'Rows' },
  refused: { nb: 'Avvist', sv: 'Avvisade', da: 'Afvist', en: 'Refused' },
  verified: {
    nb: 'Kjøring {run}, regelverk {rules}. Attesten kan prøves av et uavhengig program: innsats verify.',
    sv: 'Körning {run}, regelverk {rules}. Intyget kan prövas av ett oberoende program: innsats verify.',
    da: 'Kørsel {run}, regelsæt {rules}. Attesten kan prøves af et uafhængigt program: innsats verify.',
    en: 'Run {run}, rules {rules}. An independent program can check the certificate: innsats verify.',
  },
  deeper: { nb: 'Gå dypere', sv: 'Gå djupare', da: 'Gå dybere', en: 'Go deeper' },
  year: { nb: 'år', sv: 'år', da: 'år', en: 'year' },
} as const satisfies Record<string, Record<Language, string>>;

export type TextKey = keyof typeof TEXTS;

/** The text in a language, with {name}s replaced by `values`. */
export function say(
  key: TextKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const MEASURES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  hour: { nb: 'time', sv: 'timme', da: 'time', en: 'hour' },
  day: { nb: 'døgn', sv: 'dygn', da: 'døgn', en: 'day' },
  month: { nb: 'måned', sv: 'månad', da: 'måned', en: 'month' },
  attendance: { nb: 'frammøte', sv: 'besök', da: 'fremmøde', en: 'attendance' },
  portion: { nb: 'porsjon', sv: 'portion', da: 'portion', en: 'portion' },
  pupil: { nb: 'elev', sv: 'elev', da: 'elev', en: 'pupil' },
  child: { nb: 'barn', sv: 'barn', da: 'barn', en: 'child' },
};

/** "hour" → "time" (nb); a measure of the municipality's own is shown as it is written. */
export const sayMeasure = (measure: string, language: Language): string =>
  MEASURES[measure]?.[language] ?? measure;

const NATURES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  wages: { nb: 'lønn', sv: 'löner', da: 'løn', en: 'wages' },
  goods: {
    nb: 'varer og tjenester',
    sv: 'varor och tjänster',
    da: 'varer og tjenester',
    en: 'goods and services',
  },
  purchased: { nb: 'kjøp av tjenester', sv: 'köpta tjänster', da: 'køb af ydelser', en: 'purchased care' },
  transfers: { nb: 'overføringer', sv: 'bidrag', da: 'overførsler', en: 'transfers' },
  capital: {
    nb: 'avskrivninger og renter',
    sv: 'avskrivningar och räntor',
    da: 'afskrivninger og renter',
    en: 'depreciation and interest',
  },
  sales: { nb: 'salgsinntekter', sv: 'försäljningsintäkter', da: 'salgsindtægter', en: 'sales' },
  refunds: { nb: 'refusjoner', sv: 'återbetalningar', da: 'refusioner', en: 'refunds' },
};

export const sayNature = (nature: string, language: Language): string =>
  NATURES[nature]?.[language] ?? nature;
