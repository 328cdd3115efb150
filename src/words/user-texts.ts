// The texts of cost per user in the four languages: tables, page and pictures. {name} stands for a value that the caller
// puts in.

import { type EveryLanguage, fillText } from './fill-text.ts';
import type { Language } from './language.ts';
import { USER_COMPARISON_TEXTS } from './user-comparison-texts.ts';

const TEXTS = {
  ...USER_COMPARISON_TEXTS,
  // ---- findings as titles, and what stands below them
  pageTitle: {
    nb: 'Kostnad per bruker {year}',
    sv: 'Kostnad per brukare {year}',
    da: 'Udgift pr. modtager {year}',
    en: 'Cost per user {year}',
  },
  fewCarry: {
    nb: 'De dyreste {share} av {users} brukere bærer {part} av kostnaden',
    sv: 'De dyraste {share} av {users} brukare bär {part} av kostnaden',
    da: 'De dyreste {share} af {users} modtagere bærer {part} af udgiften',
    en: 'The dearest {share} of {users} users carry {part} of the cost',
  },
  nobodyKnown: {
    nb: 'Ingen brukere er kjent: aktiviteten navngir ingen',
    sv: 'Inga brukare är kända: insatserna namnger ingen',
    da: 'Ingen modtagere er kendt: ydelserne navngiver ingen',
    en: 'No users are known: the activity names nobody',
  },
  lead: {
    nb: '{users} brukere kostet {cost} kr, den midterste {median} kr. Regnskapet er {ledger} netto: {rest} har ingen bruker.',
    sv: '{users} brukare kostade {cost} kr, den mittersta {median} kr. Bokföringen är {ledger} netto: {rest} har ingen brukare.',
    da: '{users} modtagere kostede {cost} kr., den midterste {median} kr. Regnskabet er {ledger} netto: {rest} har ingen modtager.',
    en: '{users} users cost {cost} kr, the middle one {median} kr. The ledger is {ledger} net: {rest} has no user.',
  },
  restOpen: {
    nb: '{amount} til åpne tjenester',
    sv: '{amount} till öppna insatser',
    da: '{amount} til åbne tilbud',
    en: '{amount} of open services',
  },
  restWithout: {
    nb: '{amount} uten kjente brukere',
    sv: '{amount} utan kända brukare',
    da: '{amount} uden kendte modtagere',
    en: '{amount} without known users',
  },
  restUnused: {
    nb: '{amount} ubrukt kapasitet',
    sv: '{amount} outnyttjad kapacitet',
    da: '{amount} uudnyttet kapacitet',
    en: '{amount} of unused capacity',
  },
  restParked: {
    nb: '{amount} parkert',
    sv: '{amount} parkerat',
    da: '{amount} parkeret',
    en: '{amount} parked',
  },
  restAside: {
    nb: '{amount} holdt utenfor ved navn',
    sv: '{amount} som hålls utanför vid namn',
    da: '{amount} holdt udenfor ved navn',
    en: '{amount} kept out by name',
  },
  apart: {
    nb: 'Ikke for publisering: siden handler om enkeltpersoner og om så få at det sier noe om hver av dem.',
    sv: 'Inte för publicering: sidan handlar om enskilda och om så få att den säger något om var och en.',
    da: 'Ikke til offentliggørelse: siden handler om enkeltpersoner og om så få, at den siger noget om hver af dem.',
    en: 'Not for publication: this page is about single persons, and about so few that it says something of each.',
  },
  // ---- the six steps of the method
  steps: {
    nb: 'Metoden i seks steg',
    sv: 'Metoden i sex steg (SKL)',
    da: 'Metoden i seks trin',
    en: 'The method in six steps',
  },
  step1: {
    nb: '1 Identifiser tiltak',
    sv: '1 Identifiera insatser',
    da: '1 Identificér ydelser',
    en: '1 Identify interventions',
  },
  step2: {
    nb: '2 Kod og fordel felleskostnader',
    sv: '2 Koda och fördela gemensamma kostnader',
    da: '2 Kod og fordel fællesomkostninger',
    en: '2 Code and distribute common costs',
  },
  step3: {
    nb: '3 Kod brukerstatistikk',
    sv: '3 Koda brukarstatistik',
    da: '3 Kod brugerstatistik',
    en: '3 Code user statistics',
  },
  step4: { nb: '4 Kontroller', sv: '4 Validera', da: '4 Validér', en: '4 Validate' },
  step5: {
    nb: '5 Kostnadssett tiltak',
    sv: '5 Kostnadssätt insatser',
    da: '5 Prissæt ydelser',
    en: '5 Cost interventions',
  },
  step6: {
    nb: '6 Kostnad per bruker',
    sv: '6 Kostnad per brukare',
    da: '6 Udgift pr. modtager',
    en: '6 Cost per user',
  },
  did1: {
    nb: 'tjenester: {services}, enheter: {units}',
    sv: 'insatser: {services}, enheter: {units}',
    da: 'ydelser: {services}, enheder: {units}',
    en: 'services: {services}, units: {units}',
  },
  did2: {
    nb: '{pools} kostnadsgrupper, metode {method}',
    sv: '{pools} kostnadsgrupper, metod {method}',
    da: '{pools} omkostningspuljer, metode {method}',
    en: '{pools} cost pools, method {method}',
  },
  did3: {
    nb: '{users} brukere; {share} av kostnaden ligger der mengden navngir noen',
    sv: '{users} brukare; {share} av kostnaden ligger där volymen namnger någon',
    da: '{users} modtagere; {share} af udgiften ligger, hvor mængden navngiver nogen',
    en: '{users} users; {share} of the cost lies where the volume names somebody',
  },
  did4: {
    nb: 'spørsmål: {questions}, signert: {signed}',
    sv: 'frågor: {questions}, signerade: {signed}',
    da: 'spørgsmål: {questions}, underskrevet: {signed}',
    en: 'questions: {questions}, signed for: {signed}',
  },
  did5: {
    nb: '{objects} kalkyleobjekter fra {ledger} kr',
    sv: '{objects} kalkylobjekt från {ledger} kr',
    da: '{objects} kalkulationsobjekter fra {ledger} kr.',
    en: '{objects} cost objects from {ledger} kr',
  },
  did6: {
    nb: '{cost} kr på {users} brukere',
    sv: '{cost} kr på {users} brukare',
    da: '{cost} kr. på {users} modtagere',
    en: '{cost} kr on {users} users',
  },
  step: { nb: 'Steg', sv: 'Steg', da: 'Trin', en: 'Step' },
  done: { nb: 'Utført', sv: 'Gjort', da: 'Udført', en: 'Done' },
  // ---- ledger = Σ users + …
  lines: {
    nb: 'Fra regnskap til brukere {year}',
    sv: 'Från bokföring till brukare {year}',
    da: 'Fra regnskab til modtagere {year}',
    en: 'From the ledger to users {year}',
  },
  users: { nb: 'Brukere', sv: 'Brukare', da: 'Modtagere', en: 'Users' },
  openServices: { nb: 'Åpne tjenester', sv: 'Öppna insatser', da: 'Åbne tilbud', en: 'Open services' },
  withoutUsers: {
    nb: 'Uten kjente brukere',
    sv: 'Utan kända brukare',
    da: 'Uden kendte modtagere',
    en: 'Without known users',
  },
  named: {
    nb: 'Av det navngitt, kr',
    sv: 'Därav namngivet, kr',
    da: 'Heraf navngivet, kr.',
    en: 'Of which named, kr',
  },
  perInhabitant: {
    nb: 'Per innbygger, kr',
    sv: 'Per invånare, kr',
    da: 'Pr. indbygger, kr.',
    en: 'Per inhabitant, kr',
  },
  gross: {
    nb: 'Fra brutto til regnskap',
    sv: 'Från brutto till bokföring',
    da: 'Fra brutto til regnskab',
    en: 'From gross cost to the ledger',
  },
  grossExpense: { nb: 'Bruttokostnad', sv: 'Bruttokostnad', da: 'Bruttoudgift', en: 'Gross cost' },
  grossInternal: {
    nb: 'Internt kjøp og salg',
    sv: 'Interna köp och intäkter',
    da: 'Internt køb og salg',
    en: 'Internal purchases and income',
  },
  grossSales: {
    nb: 'Salg til andre',
    sv: 'Försäljning till andra',
    da: 'Salg til andre',
    en: 'Sales to others',
  },
  grossIncome: {
    nb: 'Refusjoner og annen inntekt',
    sv: 'Återbetalningar och andra intäkter',
    da: 'Refusioner og anden indtægt',
    en: 'Refunds and other income',
  },
  grossFees: {
    nb: 'Brukerbetaling (vises, trekkes aldri fra)',
    sv: 'Avgifter (visas, dras aldrig av)',
    da: 'Brugerbetaling (vises, trækkes aldrig fra)',
    en: 'User fees (shown, never deducted)',
  },
  // ---- services and units
  services: {
    nb: 'Brukere og kostnad per tjeneste {year}',
    sv: 'Brukare och kostnad per insats {year}',
    da: 'Modtagere og udgift pr. ydelse {year}',
    en: 'Users and cost by service {year}',
  },
  costThousand: { nb: 'Kostnad, tusen kr', sv: 'Kostnad, tkr', da: 'Udgift, t.kr.', en: 'Cost, thousand kr' },
  perUser: { nb: 'Per bruker, kr', sv: 'Per brukare, kr', da: 'Pr. modtager, kr.', en: 'Per user, kr' },
  medianUser: { nb: 'Median, kr', sv: 'Median, kr', da: 'Median, kr.', en: 'Median, kr' },
  units: {
    nb: 'Enheter side om side {year}',
    sv: 'Enheter sida vid sida {year}',
    da: 'Enheder side om side {year}',
    en: 'Units side by side {year}',
  },
  unitsOf: {
    nb: '{service}: enheter side om side {year}, kr per {measure}',
    sv: '{service}: enheter sida vid sida {year}, kr per {measure}',
    da: '{service}: enheder side om side {year}, kr. pr. {measure}',
    en: '{service}: units side by side {year}, kr per {measure}',
  },
  unitGap: {
    nb: '{service}: {dear} koster {dearCost} kr per {measure}, {cheap} {cheapCost} kr',
    sv: '{service}: {dear} kostar {dearCost} kr per {measure}, {cheap} {cheapCost} kr',
    da: '{service}: {dear} koster {dearCost} kr. pr. {measure}, {cheap} {cheapCost} kr.',
    en: '{service}: {dear} costs {dearCost} kr per {measure}, {cheap} {cheapCost} kr',
  },
  oneUnit: {
    nb: '{service} kostet {cost} kr per {measure}',
    sv: '{service} kostade {cost} kr per {measure}',
    da: '{service} kostede {cost} kr. pr. {measure}',
    en: '{service} cost {cost} kr per {measure}',
  },
  allTogether: { nb: 'Samlet', sv: 'Tillsammans', da: 'I alt', en: 'All together' },
  own: { nb: 'egen regi', sv: 'egen regi', da: 'egen drift', en: 'own' },
  private: { nb: 'privat', sv: 'privat', da: 'privat', en: 'private' },
  municipality: { nb: 'annen kommune', sv: 'annan kommun', da: 'anden kommune', en: 'other municipality' },
  occupancy: { nb: 'Belegg', sv: 'Beläggning', da: 'Belægning', en: 'Occupancy' },
  needAdjusted: { nb: 'Likt behov', sv: 'Lika behov', da: 'Samme behov', en: 'Same need' },
  ordinary: { nb: 'Uten ytterfall', sv: 'Utan ytterfall', da: 'Uden særlige sager', en: 'Without outliers' },
  lastYear: { nb: 'I fjor', sv: 'Förra året', da: 'Sidste år', en: 'Last year' },
  thisYear: { nb: 'I år', sv: 'I år', da: 'I år', en: 'This year' },
  perGranted: { nb: 'Per innvilget', sv: 'Per beviljad', da: 'Pr. bevilget', en: 'Per granted' },
  perDelivered: { nb: 'Per utført', sv: 'Per utförd', da: 'Pr. leveret', en: 'Per delivered' },
  granted: { nb: 'Innvilget', sv: 'Beviljat', da: 'Bevilget', en: 'Granted' },
  delivered: { nb: 'Utført', sv: 'Utfört', da: 'Leveret', en: 'Delivered' },
  states: {
    nb: 'Innvilget og utført',
    sv: 'Beviljat och utfört',
    da: 'Bevilget og leveret',
    en: 'Granted and delivered',
  },
  fees: { nb: 'Brukerbetaling, kr', sv: 'Avgifter, kr', da: 'Brugerbetaling, kr.', en: 'User fees, kr' },
  change: {
    nb: 'Endring fra i fjor, tusen kr',
    sv: 'Förändring från förra året, tkr',
    da: 'Ændring fra sidste år, t.kr.',
    en: 'Change from last year, thousand kr',
  },
  volumeChange: { nb: 'Volum', sv: 'Volym', da: 'Mængde', en: 'Volume' },
  mixChange: { nb: 'Sammensetning', sv: 'Sammansättning', da: 'Sammensætning', en: 'Mix' },
  priceChange: { nb: 'Enhetskostnad', sv: 'Enhetskostnad', da: 'Enhedsomkostning', en: 'Unit cost' },
  // ---- outliers
  concentration: {
    nb: 'Hvor få bærer hvor mye',
    sv: 'Hur få bär hur mycket',
    da: 'Hvor få bærer hvor meget',
    en: 'How few carry how much',
  },
  concentrationAbout: {
    nb: 'Brukerne står etter kostnad, de dyreste først. Jo høyere kurven, desto færre bærer kostnaden; på diagonalen kostet alle like mye.',
    sv: 'Brukarna står efter kostnad, de dyraste först. Ju högre kurvan, desto färre bär kostnaden; på diagonalen kostade alla lika mycket.',
    da: 'Modtagerne står efter udgift, de dyreste først. Jo højere kurven, desto færre bærer udgiften; på diagonalen kostede alle lige meget.',
    en: 'Users stand by cost, the dearest first. The higher the curve, the fewer carry the cost; on the diagonal all cost the same.',
  },
  gini: {
    nb: 'Gini-indeks {gini} (0: alle koster like mye, 1: én bærer alt)',
    sv: 'Gini-index {gini} (0: alla kostar lika mycket, 1: en bär allt)',
    da: 'Gini-indeks {gini} (0: alle koster lige meget, 1: én bærer alt)',
    en: 'Gini index {gini} (0: all cost the same, 1: one carries all)',
  },
  cheapHalf: {
    nb: 'Den rimeligste halvparten bærer {part}.',
    sv: 'Den billigaste halvan bär {part}.',
    da: 'Den billigste halvdel bærer {part}.',
    en: 'The cheaper half carry {part}.',
  },
  topShare: {
    nb: '{users} brukere ({share}) bærer {part}.',
    sv: '{users} brukare ({share}) bär {part}.',
    da: '{users} modtagere ({share}) bærer {part}.',
    en: '{users} users ({share}) carry {part}.',
  },
  shareOfUsers: {
    nb: 'Andel av brukerne',
    sv: 'Andel av brukarna',
    da: 'Andel af modtagerne',
    en: 'Share of users',
  },
  shareOfCost: {
    nb: 'Andel av kostnaden',
    sv: 'Andel av kostnaden',
    da: 'Andel af udgiften',
    en: 'Share of cost',
  },
  outliers: { nb: 'Ytterfall', sv: 'Ytterfall', da: 'Særligt dyre sager', en: 'Outliers' },
  outlierLimit: { nb: 'Grense, kr', sv: 'Gräns, kr', da: 'Grænse, kr.', en: 'Limit, kr' },
  group: { nb: 'Gruppe', sv: 'Grupp', da: 'Gruppe', en: 'Group' },
  everything: { nb: 'hele året', sv: 'hela året', da: 'hele året', en: 'the whole year' },
  noOutlierRule: {
    nb: 'Modellen har ingen regel for ytterfall (users: outliers:), så ingen er merket.',
    sv: 'Modellen har ingen regel för ytterfall (users: outliers:), så ingen är märkt.',
    da: 'Modellen har ingen regel for særligt dyre sager (users: outliers:), så ingen er mærket.',
    en: 'The model has no rule for outliers (users: outliers:), so nobody is marked.',
  },
  dearestUsers: {
    nb: 'De dyreste ytterfallene (pseudonymer)',
    sv: 'De dyraste ytterfallen (pseudonymer)',
    da: 'De dyreste sager (pseudonymer)',
    en: 'The dearest outliers (pseudonyms)',
  },
  person: { nb: 'Bruker', sv: 'Brukare', da: 'Modtager', en: 'User' },
  // ---- combinations
  combinations: {
    nb: 'Hvilke tjenester går sammen',
    sv: 'Vilka insatser går ihop',
    da: 'Hvilke ydelser går sammen',
    en: 'Which services go together',
  },
  combinationsFound: {
    nb: '{share} av brukerne har mer enn én tjeneste, og {part} av kostnaden',
    sv: '{share} av brukarna har mer än en insats, och {part} av kostnaden',
    da: '{share} af modtagerne har mere end én ydelse, og {part} af udgiften',
    en: '{share} of users have more than one service, and {part} of the cost',
  },
  combination: { nb: 'Kombinasjon', sv: 'Kombination', da: 'Kombination', en: 'Combination' },
  lastUsers: {
    nb: 'Brukere i fjor',
    sv: 'Brukare förra året',
    da: 'Modtagere sidste år',
    en: 'Users last year',
  },
  flows: {
    nb: 'Hvem som kom, gikk og byttet',
    sv: 'Vilka som kom, gick och bytte',
    da: 'Hvem der kom, gik og skiftede',
    en: 'Who came, went and changed',
  },
  from: { nb: 'Fra', sv: 'Från', da: 'Fra', en: 'From' },
  to: { nb: 'Til', sv: 'Till', da: 'Til', en: 'To' },
  cameOrWent: { nb: '–', sv: '–', da: '–', en: '–' },
  // ---- the page’s foot
  freshness: {
    nb: 'Regnskap og aktivitet for {year}, kjøring {run}.',
    sv: 'Bokföring och insatser {year}, körning {run}.',
    da: 'Regnskab og ydelser {year}, kørsel {run}.',
    en: 'Ledger and activity of {year}, run {run}.',
  },
} as const satisfies Record<string, EveryLanguage>;

export type UserTextKey = keyof typeof TEXTS;

/** The text in a language, with {name}s replaced by `values`. */
export const sayOfUsers = (
  key: UserTextKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => fillText(TEXTS[key][language], values);
