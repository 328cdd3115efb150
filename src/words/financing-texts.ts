// The texts of activity-based financing in the four languages: pages of a unit, of the purchaser, of the council and
// of the shadow run, and the same in the terminal. {name} stands for a value that the caller puts in.

import { type EveryLanguage, fillText } from './fill-text.ts';
import type { Language } from './language.ts';

const TEXTS = {
  // ---- findings as titles, and what was not the reason
  spentMore: {
    nb: '{unit} brukte {amount} mer enn enheten tjente: {cause}.',
    sv: '{unit} använde {amount} mer än enheten tjänade in: {cause}.',
    da: '{unit} brugte {amount} mere, end enheden tjente: {cause}.',
    en: '{unit} spent {amount} more than it earned: {cause}.',
  },
  spentLess: {
    nb: '{unit} brukte {amount} mindre enn enheten tjente: {cause}.',
    sv: '{unit} använde {amount} mindre än enheten tjänade in: {cause}.',
    da: '{unit} brugte {amount} mindre, end enheden tjente: {cause}.',
    en: '{unit} spent {amount} less than it earned: {cause}.',
  },
  didMore: {
    nb: '{unit} leverte for {amount} mer enn rammen: {cause}.',
    sv: '{unit} utförde insatser för {amount} mer än ramen: {cause}.',
    da: '{unit} leverede for {amount} mere end rammen: {cause}.',
    en: '{unit} delivered {amount} more than its frame pays for: {cause}.',
  },
  didLess: {
    nb: '{unit} leverte for {amount} mindre enn rammen: {cause}.',
    sv: '{unit} utförde insatser för {amount} mindre än ramen: {cause}.',
    da: '{unit} leverede for {amount} mindre end rammen: {cause}.',
    en: '{unit} delivered {amount} less than its frame pays for: {cause}.',
  },
  balanced: {
    nb: '{unit} holdt rammen og brukte det enheten tjente.',
    sv: '{unit} höll ramen och använde det som enheten tjänade in.',
    da: '{unit} holdt rammen og brugte det, enheden tjente.',
    en: '{unit} kept to its frame and spent what it earned.',
  },
  balancedWithoutFrame: {
    nb: '{unit} brukte det enheten tjente.',
    sv: '{unit} använde det som enheten tjänade in.',
    da: '{unit} brugte det, enheden tjente.',
    en: '{unit} spent what it earned.',
  },
  causeUnknown: {
    nb: 'ingen enkelt grunn skiller seg ut',
    sv: 'inget enskilt skäl sticker ut',
    da: 'ingen enkelt grund skiller sig ud',
    en: 'no single reason stands out',
  },
  since: { nb: ' fra {month}', sv: ' från {month}', da: ' fra {month}', en: ' from {month}' },
  inMonth: { nb: ' i {month}', sv: ' i {month}', da: ' i {month}', en: ' in {month}' },
  notActivity: {
    nb: 'Antall brukere og omfanget av tjenestene er ikke grunnen: aktivitetsavviket er bare {amount}.',
    sv: 'Antalet brukare och insatsernas omfattning är inte skälet: volymavvikelsen är bara {amount}.',
    da: 'Antallet af brugere og omfanget af ydelserne er ikke grunden: aktivitetsafvigelsen er kun {amount}.',
    en: 'The number of users and how much they get is not the reason: the activity variance is only {amount}.',
  },
  notEfficiency: {
    nb: 'Driften er ikke grunnen: effektivitetsavviket er bare {amount}.',
    sv: 'Driften är inte skälet: effektivitetsavvikelsen är bara {amount}.',
    da: 'Driften er ikke grunden: effektivitetsafvigelsen er kun {amount}.',
    en: 'How the unit is run is not the reason: the efficiency variance is only {amount}.',
  },
  alsoActivityOver: {
    nb: 'I tillegg ble det levert for {amount} mer enn rammen: {cause}.',
    sv: 'Dessutom utfördes insatser för {amount} mer än ramen: {cause}.',
    da: 'Desuden blev der leveret for {amount} mere end rammen: {cause}.',
    en: 'It also delivered {amount} more than the frame pays for: {cause}.',
  },
  alsoActivityUnder: {
    nb: 'Samtidig ble det levert for {amount} mindre enn rammen: {cause}.',
    sv: 'Samtidigt utfördes insatser för {amount} mindre än ramen: {cause}.',
    da: 'Samtidig blev der leveret for {amount} mindre end rammen: {cause}.',
    en: 'At the same time it delivered {amount} less than the frame pays for: {cause}.',
  },
  alsoEfficiencyOver: {
    nb: 'I tillegg ble det brukt {amount} mer enn det som ble tjent: {cause}.',
    sv: 'Dessutom användes {amount} mer än vad som tjänades in: {cause}.',
    da: 'Desuden blev der brugt {amount} mere, end der blev tjent: {cause}.',
    en: 'It also spent {amount} more than it earned: {cause}.',
  },
  alsoEfficiencyUnder: {
    nb: 'Samtidig ble det brukt {amount} mindre enn det som ble tjent: {cause}.',
    sv: 'Samtidigt användes {amount} mindre än vad som tjänades in: {cause}.',
    da: 'Samtidig blev der brugt {amount} mindre, end der blev tjent: {cause}.',
    en: 'At the same time it spent {amount} less than it earned: {cause}.',
  },
  alsoCause: {
    nb: 'Den nest største grunnen ({amount}): {cause}.',
    sv: 'Det näst största skälet ({amount}): {cause}.',
    da: 'Den næststørste grund ({amount}): {cause}.',
    en: 'The second largest reason ({amount}): {cause}.',
  },
  frameElsewhere: {
    nb: 'Rammen ligger hos bestilleren, så enheten har ikke noe aktivitetsavvik.',
    sv: 'Ramen ligger hos beställaren, så enheten har ingen volymavvikelse.',
    da: 'Rammen ligger hos myndigheden, så enheden har ingen aktivitetsafvigelse.',
    en: 'The purchaser holds the frame, so the unit has no activity variance.',
  },

  // ---- the page of a unit
  frame: { nb: 'Ramme', sv: 'Ram', da: 'Ramme', en: 'Frame' },
  earned: { nb: 'Tjent', sv: 'Intjänat', da: 'Tjent', en: 'Earned' },
  spent: { nb: 'Brukt', sv: 'Använt', da: 'Brugt', en: 'Spent' },
  activityVariance: {
    nb: 'Aktivitetsavvik',
    sv: 'Volymavvikelse',
    da: 'Aktivitetsafvigelse',
    en: 'Activity variance',
  },
  efficiencyVariance: {
    nb: 'Effektivitetsavvik',
    sv: 'Effektivitetsavvikelse',
    da: 'Effektivitetsafvigelse',
    en: 'Efficiency variance',
  },
  purchaserAnswers: {
    nb: 'bestiller og politikere',
    sv: 'beställare och politiker',
    da: 'myndighed og politikere',
    en: 'purchaser and politicians',
  },
  providerAnswers: {
    nb: 'utfører og administrasjon',
    sv: 'utförare och förvaltning',
    da: 'udfører og forvaltning',
    en: 'provider and administration',
  },
  heldByPurchaser: {
    nb: 'hos bestilleren',
    sv: 'hos beställaren',
    da: 'hos myndigheden',
    en: 'held by the purchaser',
  },
  soFar: { nb: 'hittil', sv: 'hittills', da: 'hidtil', en: 'so far' },
  inMillions: {
    nb: '{number} mill. kr',
    sv: '{number} miljoner kr',
    da: '{number} mio. kr',
    en: '{number} million kr',
  },
  inThousands: {
    nb: '{number} tusen kr',
    sv: '{number} tusen kr',
    da: '{number} tusind kr',
    en: '{number} thousand kr',
  },
  thousandKroner: { nb: 'tusen kr', sv: 'tusen kr', da: 'tusind kr', en: 'thousand kr' },
  signs: {
    nb: 'Minus: det kostet mer enn forutsatt. Pluss: penger til overs.',
    sv: 'Minus: det kostade mer än förutsatt. Plus: pengar över.',
    da: 'Minus: det kostede mere end forudsat. Plus: penge til overs.',
    en: 'Minus: it cost more than assumed. Plus: money left over.',
  },
  bridgeTitle: {
    nb: 'Fra ramme til forbruk',
    sv: 'Från ram till förbrukning',
    da: 'Fra ramme til forbrug',
    en: 'From frame to spending',
  },
  bridgeTitleEarned: {
    nb: 'Fra tjent til brukt',
    sv: 'Från intjänat till använt',
    da: 'Fra tjent til brugt',
    en: 'From earned to spent',
  },
  moreMoney: { nb: 'mer penger ut →', sv: 'mer pengar ut →', da: 'flere penge ud →', en: 'more money out →' },
  otherLines: {
    nb: 'annet, {n} linjer',
    sv: 'övrigt, {n} rader',
    da: 'andet, {n} linjer',
    en: 'other, {n} lines',
  },
  brokenBars: {
    nb: 'De grå søylene er brutt: aksen begynner ikke på null.',
    sv: 'De grå staplarna är brutna: axeln börjar inte på noll.',
    da: 'De grå søjler er brudt: aksen begynder ikke ved nul.',
    en: 'The grey bars are broken: the axis does not begin at zero.',
  },
  figuresOfPicture: {
    nb: 'Tallene i figuren',
    sv: 'Siffrorna i figuren',
    da: 'Tallene i figuren',
    en: 'The figures of the picture',
  },
  line: { nb: 'Linje', sv: 'Rad', da: 'Linje', en: 'Line' },
  month: { nb: 'Måned', sv: 'Månad', da: 'Måned', en: 'Month' },

  // ---- quantities, hours
  hours: { nb: 'timer', sv: 'timmar', da: 'timer', en: 'hours' },
  days: { nb: 'døgn', sv: 'dygn', da: 'døgn', en: 'days' },
  attendances: { nb: 'frammøter', sv: 'besök', da: 'fremmøder', en: 'attendances' },
  months: { nb: 'måneder', sv: 'månader', da: 'måneder', en: 'months' },
  services: {
    nb: 'Mengder og priser',
    sv: 'Volymer och priser',
    da: 'Mængder og takster',
    en: 'Quantities and prices',
  },
  budget: { nb: 'Budsjett', sv: 'Budget', da: 'Budget', en: 'Budget' },
  granted: { nb: 'Innvilget', sv: 'Beviljat', da: 'Bevilget', en: 'Granted' },
  planned: { nb: 'Planlagt', sv: 'Planerat', da: 'Planlagt', en: 'Planned' },
  delivered: { nb: 'Levert', sv: 'Utfört', da: 'Leveret', en: 'Delivered' },
  paidQuantity: { nb: 'Finansiert', sv: 'Ersatt', da: 'Finansieret', en: 'Financed' },
  users: { nb: 'Brukere', sv: 'Brukare', da: 'Brugere', en: 'Users' },
  inBudget: { nb: 'budsjettert', sv: 'budgeterat', da: 'budgetteret', en: 'budgeted' },
  price: { nb: 'Pris, kr', sv: 'Pris, kr', da: 'Takst, kr', en: 'Price, kr' },
  unitCost: {
    nb: 'Kostnad per enhet, kr',
    sv: 'Kostnad per enhet, kr',
    da: 'Udgift pr. enhed, kr',
    en: 'Unit cost, kr',
  },
  costAndFinancing: {
    nb: 'Hver leverte {measure} kostet {cost}; finansieringen ga {earned}.',
    sv: 'Varje utförd {measure} kostade {cost}; ersättningen gav {earned}.',
    da: 'Hver leveret {measure} kostede {cost}; finansieringen gav {earned}.',
    en: 'Each delivered {measure} cost {cost}; the financing gave {earned}.',
  },
  volumesTitle: {
    nb: '{service}, {measure} per måned',
    sv: '{service}, {measure} per månad',
    da: '{service}, {measure} pr. måned',
    en: '{service}, {measure} a month',
  },
  hoursTitle: {
    nb: 'Hvor timene blir av',
    sv: 'Vart timmarna tar vägen',
    da: 'Hvor timerne bliver af',
    en: 'Where the hours go',
  },
  quantitiesTitle: {
    nb: 'Fra innvilget til levert',
    sv: 'Från beviljat till utfört',
    da: 'Fra bevilget til leveret',
    en: 'From granted to delivered',
  },
  paidHours: { nb: 'Betalte timer', sv: 'Betalda timmar', da: 'Betalte timer', en: 'Paid hours' },
  reachedUsers: {
    nb: '{share} nådde brukerne',
    sv: '{share} nådde brukarna',
    da: '{share} nåede brugerne',
    en: '{share} reached users',
  },
  breakEven: {
    nb: '{share} må nå dem for å gå i balanse',
    sv: '{share} måste nå dem för balans',
    da: '{share} skal nå dem for at gå i balance',
    en: '{share} must reach them to break even',
  },
  standardShare: {
    nb: 'Prisen bygger på at {share} når dem.',
    sv: 'Priset bygger på att {share} når dem.',
    da: 'Taksten bygger på, at {share} når dem.',
    en: 'The price builds on {share} reaching them.',
  },
  fullTime: {
    nb: 'Finansieringen bærer {carried} årsverk; det er brukt {used}.',
    sv: 'Ersättningen bär {carried} årsarbetare; {used} har använts.',
    da: 'Finansieringen bærer {carried} årsværk; der er brugt {used}.',
    en: 'The financing carries {carried} full-time equivalents; {used} were used.',
  },
  carriedWages: {
    nb: 'Finansieringen bærer {carried} i lønn; det er brukt {used}.',
    sv: 'Ersättningen bär {carried} i löner; {used} har använts.',
    da: 'Finansieringen bærer {carried} i løn; der er brugt {used}.',
    en: 'The financing carries {carried} of wages; {used} was spent.',
  },
  paidBy: {
    nb: 'Vikarbyrå {agency}, overtid {overtime} av de betalte timene; sykefravær {sick}.',
    sv: 'Bemanning {agency}, övertid {overtime} av de betalda timmarna; sjukfrånvaro {sick}.',
    da: 'Vikarbureau {agency}, overarbejde {overtime} af de betalte timer; sygefravær {sick}.',
    en: 'Agency {agency}, overtime {overtime} of the paid hours; sick leave {sick}.',
  },
  occupancy: {
    nb: 'Belegg {share}: {used} av {places} plassdøgn.',
    sv: 'Beläggning {share}: {used} av {places} platsdygn.',
    da: 'Belægning {share}: {used} af {places} pladsdøgn.',
    en: 'Occupancy {share}: {used} of {places} place-days.',
  },

  // ---- what surrounds the figures
  staffing: { nb: 'Bemanning', sv: 'Bemanning', da: 'Bemanding', en: 'Staffing' },
  findings: {
    nb: 'Dette må leses sammen med tallene',
    sv: 'Läs detta tillsammans med siffrorna',
    da: 'Læs dette sammen med tallene',
    en: 'To be read beside the figures',
  },
  noFindings: {
    nb: 'Ingen funn berører enheten.',
    sv: 'Inga anmärkningar berör enheten.',
    da: 'Ingen bemærkninger berører enheden.',
    en: 'No findings touch the unit.',
  },
  moreFindings: { nb: 'og {n} til', sv: 'och {n} till', da: 'og {n} til', en: 'and {n} more' },
  unpriced: {
    nb: '{service}: {quantity} {measure} uten vedtatt pris, ikke finansiert.',
    sv: '{service}: {quantity} {measure} utan beslutat pris, inte ersatt.',
    da: '{service}: {quantity} {measure} uden vedtaget takst, ikke finansieret.',
    en: '{service}: {quantity} {measure} without an adopted price, not financed.',
  },
  corrections: {
    nb: 'Registrert etter lukking',
    sv: 'Registrerat efter stängning',
    da: 'Registreret efter lukning',
    en: 'Registered after closing',
  },
  correction: {
    nb: '{month}: ramme {frame}, tjent {earned}, brukt {spent} (tusen kr)',
    sv: '{month}: ram {frame}, intjänat {earned}, använt {spent} (tusen kr)',
    da: '{month}: ramme {frame}, tjent {earned}, brugt {spent} (tusind kr)',
    en: '{month}: frame {frame}, earned {earned}, spent {spent} (thousand kr)',
  },
  comment: {
    nb: 'Lederens kommentar',
    sv: 'Chefens kommentar',
    da: 'Lederens kommentar',
    en: 'The manager’s comment',
  },
  noComment: {
    nb: 'Ikke kommentert ennå.',
    sv: 'Ännu inte kommenterat.',
    da: 'Endnu ikke kommenteret.',
    en: 'Not commented yet.',
  },
  commentBy: {
    nb: '{author}, {date}',
    sv: '{author}, {date}',
    da: '{author}, {date}',
    en: '{author}, {date}',
  },
  deadline: { nb: 'Frist {date}', sv: 'Senast {date}', da: 'Frist {date}', en: 'Due {date}' },
  open: { nb: 'åpen', sv: 'öppen', da: 'åben', en: 'open' },
  'under-way': { nb: 'i arbeid', sv: 'pågår', da: 'i gang', en: 'under way' },
  done: { nb: 'gjort', sv: 'klar', da: 'gjort', en: 'done' },
  freshness: {
    nb: 'Regnskap til {ledger}, aktivitet til {activity}.',
    sv: 'Bokföring till {ledger}, aktivitet till {activity}.',
    da: 'Regnskab til {ledger}, aktivitet til {activity}.',
    en: 'Ledger to {ledger}, activity to {activity}.',
  },
  preliminary: { nb: 'foreløpig', sv: 'preliminär', da: 'foreløbig', en: 'preliminary' },
  closed: { nb: 'lukket', sv: 'stängd', da: 'lukket', en: 'closed' },
} as const satisfies Record<string, EveryLanguage>;

export type FinancingTextKey = keyof typeof TEXTS;

/** All texts, for tests that look whether every language says everything. */
export const FINANCING_TEXTS: Readonly<Record<FinancingTextKey, EveryLanguage>> = TEXTS;

/** The text in a language, with {name}s replaced by `values`. */
export const sayFinancing = (
  key: FinancingTextKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string => fillText(TEXTS[key][language], values);
